// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { submit } from "#features/ideas/operations.ts";
import { sendDigests } from "#features/newsletter/jobs.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { openBrowser, person, press, ways, write } from "./browser.ts";

let t: TestWorld;
let browser: Browser;
before(async () => {
  t = await openTestWorld({ listen: true });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await t.close();
});

const week = 7 * 24 * 60 * 60_000;
const mailsTo = async (address: string) => (await t.mails()).filter(({ recipient }) => recipient === address);
const linkIn = (plain: string | undefined, below: string): string =>
  new RegExp(`https?://[^/\\s]+(${below}\\S*)`).exec(plain ?? "")?.[1] ?? "";

for (const way of ways) {
  test(`Karen follows Langå weekly without an account, gets one digest, and leaves by one click, ${way}`, async () => {
    const address = `karen.langaa.${ways.indexOf(way)}@example.dk`;
    const title = `En bænk ved sluse ${ways.indexOf(way) + 1}`;
    const { page, context } = await person(browser, t.address, way);
    await page.goto("/lokalomraade/langaa");
    await press(page, way, "Fortæl mig, hvad der sker i Langå", "link");
    await write(page, way, "Din e-mail", address);
    await press(page, way, "Send mig en mail");
    await page.waitForURL(/svar=mailed/);
    await t.runJobs();
    await page.goto(linkIn((await mailsTo(address)).at(-1)?.plain, "/nyt/ja/"));
    await press(page, way, "Ja, skriv til mig");
    await page.getByRole("heading", { name: "Nu hører du, hvad der sker i Langå" }).waitFor();

    await t.perform(submit, { as: "mehmet", input: { title, text: "Der er langt til den næste.", where: "langaa" } });
    t.clock.advance(week);
    await sendDigests(t.world);
    await sendDigests(t.world);
    const digests = (await mailsTo(address)).filter(({ dedupe }) => dedupe.startsWith("digest/"));
    assert.equal(digests.length, 1);
    assert.ok(digests[0]?.plain.includes(title));

    await page.goto(linkIn(digests[0]?.plain, "/nyt/nej/"));
    await press(page, way, "Ja, stop dem alle");
    await page.getByRole("heading", { name: "Du får ikke flere mails om det nye" }).waitFor();
    await t.perform(submit, { as: "mehmet", input: { title: `${title} igen`, text: "Der er langt til den næste.", where: "langaa" } });
    t.clock.advance(week);
    await sendDigests(t.world);
    assert.equal((await mailsTo(address)).filter(({ dedupe }) => dedupe.startsWith("digest/")).length, 1);
    await context.close();
  });
}
