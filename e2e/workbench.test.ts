// SPDX-License-Identifier: EUPL-1.2
// A Monday morning at the workbench: Signe with many ideas, and Bo, who answers while she is away.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { submit } from "#features/ideas/operations.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { openBrowser, person, press, tick, ways, write, type Way } from "./browser.ts";

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

const text = async (page: Page): Promise<string> => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
const wide = { viewport: { width: 1280, height: 900 } };

async function stepIn(page: Page, way: Way, name: string): Promise<void> {
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  await page.waitForURL(/min-side/);
}

const sendIdea = async (title: string): Promise<string> =>
  String(
    (
      await t.perform(submit, {
        as: "karen",
        input: {
          title,
          text: "Der er langt mellem bænkene på stien, og min mand kan ikke gå så langt.",
          where: "langaa",
          area: "miljoe-og-teknik",
          name: "Karen Holm",
        },
      })
    ).answer.reference,
  );

for (const way of ways) {
  const nth = ways.indexOf(way) + 1;

  test(`Signe acknowledges all that is new, keeps half an answer, finds it again, sees it as Karen will, and sends it, ${way}`, async () => {
    const title = `Bænk på stien nummer ${nth}`;
    const reference = await sendIdea(title);
    await sendIdea(`Lys på stien nummer ${nth}`);
    const signe = await person(browser, t.address, way, wide);
    const { page } = signe;
    await stepIn(page, way, "Signe");
    await page.goto("/arbejdsbord");
    await press(page, way, /^Kvittér for flere på én gang/, "link");
    await press(page, way, "Kvittér for de valgte");
    assert.match(await text(page), /Der er kvitteret for 2/);

    await press(page, way, "Til arbejdsbordet", "link");
    await press(page, way, new RegExp(`Svar.*${title}`), "link");
    await write(page, way, /^Dit svar/, "Ja, bænken kommer op i april.");
    await press(page, way, "Gem kladde");
    assert.match(await text(page), new RegExp(`Kladden til »${title}« er gemt`));
    assert.match(await text(page), /Kladde fra i dag/);

    await press(page, way, new RegExp(`Skriv færdig.*${title}`), "link");
    assert.equal(await page.getByLabel(/^Dit svar/).inputValue(), "Ja, bænken kommer op i april.");
    await tick(page, way, /^Vi gør det/);
    await press(page, way, "Vis, som Karen ser det");
    const look = await page.locator(".answer .said").innerText();
    assert.match(await text(page), /Intet er sendt endnu/);
    await press(page, way, "Send svaret");
    await page.waitForURL(/\/arbejdsbord\?.*gjort=ideas\.answer/);
    assert.match(await text(page), new RegExp(`Svaret på »${title}« er sendt`));
    assert.match(await text(page), new RegExp(`Besvaret for nylig[\\s\\S]*${title}`));

    const karen = await person(browser, t.address, way);
    await karen.page.goto(`/ideer/${reference}`);
    assert.equal(await karen.page.locator(".answer .said").innerText(), look, "she sees what Signe saw");
    assert.deepEqual([...signe.strangers, ...karen.strangers], []);
    await Promise.all([signe.context.close(), karen.context.close()]);
  });

  test(`Signe is away, Bo answers and everybody can see it; when she is back, she answers again, ${way}`, async () => {
    const title = `Skraldespand nummer ${nth}`;
    const reference = await sendIdea(title);
    const signe = await person(browser, t.address, way, wide);
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto("/arbejdsbord");
    await press(signe.page, way, "Fravær", "link");
    // A date field is typed part by part, in an order that the browser's language decides.
    await signe.page.getByLabel("Sidste dag væk").fill("2026-12-04");
    await press(signe.page, way, "Gem fraværet");
    assert.match(await text(signe.page), /Signe er væk fra mandag 23\. november til og med fredag 4\. december/);

    const visitor = await person(browser, t.address, way);
    await visitor.page.goto(`/ideer/${reference}`);
    assert.match(await text(visitor.page), /Bo svarer, mens Signe er væk til og med fredag 4\. december/);

    const bo = await person(browser, t.address, way, wide);
    await stepIn(bo.page, way, "Bo");
    await bo.page.goto("/arbejdsbord");
    assert.match(await text(bo.page), /Du svarer i Miljø og Teknik/);
    await press(bo.page, way, new RegExp(`Kvittér.*${title}`), "link");
    await press(bo.page, way, "Ja, jeg har læst den");
    await bo.page.waitForURL(/\/arbejdsbord\?.*gjort=ideas\.acknowledge/);
    await press(bo.page, way, new RegExp(`Svar.*${title}`), "link");
    await tick(bo.page, way, /^I gør det/);
    await write(bo.page, way, /^Dit svar/, "Vi sætter spanden op, hvis I tømmer den om lørdagen.");
    await write(bo.page, way, /^Næste skridt/, "Ring til Bo i næste uge.");
    await press(bo.page, way, "Send svaret");
    await bo.page.waitForURL(/gjort=ideas\.answer/);

    await press(signe.page, way, /^Ret/, "link");
    await press(signe.page, way, "Ja, jeg svarer igen");
    await bo.page.goto("/arbejdsbord");
    assert.match(await text(bo.page), /Signe svarer i Miljø og Teknik/);
    await Promise.all([signe.context.close(), bo.context.close(), visitor.context.close()]);
  });
}

test("by keyboard the next thing that waits is one press away", async () => {
  await sendIdea("Hegn langs stien");
  const { page, context } = await person(browser, t.address, "by keyboard alone", wide);
  await stepIn(page, "by keyboard alone", "Signe");
  await page.goto("/arbejdsbord");
  const skip = page.getByRole("link", { name: "Spring til det næste, der venter" });
  for (let step = 0; step < 30 && !(await skip.evaluate((element) => element === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#next$/);
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement?.closest("#next") !== null), "and focus goes on from there");
  await context.close();
});
