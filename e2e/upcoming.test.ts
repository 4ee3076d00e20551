// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { choose, openBrowser, person, press, tick, ways, write, type Way } from "./browser.ts";

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

const day = 24 * 60 * 60_000;
const text = (page: Page): Promise<string> => page.locator("main").innerText();
const wide = { viewport: { width: 1280, height: 900 } };

async function stepIn(way: Way, name: string, options = {}): Promise<Page> {
  const { page } = await person(browser, t.address, way, options);
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  return page;
}

/** A day goes into its field as a person chooses it: there are as many ways to type one as there are browsers. */
const chooseDay = async (page: Page, label: RegExp, inDays: number): Promise<void> =>
  page
    .getByLabel(label)
    .first()
    .fill(addDays(localDayOf(t.clock.now()), inDays));

for (const way of ways) {
  test(`Signe asks a question, Karen answers with an idea, and hears what became of it, ${way}`, async () => {
    const signe = await stepIn(way, "Signe", wide);
    await signe.goto("/paa-vej");
    await press(signe, way, "Skriv noget på vej", "link");
    await write(signe, way, "Hvad handler det om?", "Vejen til skolen");
    await write(signe, way, "Fortæl kort", "Der er farligt om morgenen, og vi vil gøre noget ved det.");
    await choose(signe, way, "Hvor?", "Langå");
    await write(signe, way, "Hvad kan borgerne få indflydelse på?", "Hvor der skal være fortov.");
    await write(signe, way, "Hvad ligger fast?", "Vi har penge til ét fortov.");
    await chooseDay(signe, /Hvornår bliver det besluttet/, 60);
    await write(signe, way, /Hvad vil I spørge om/, "Hvor går dine børn på vejen?");
    await chooseDay(signe, /Hvor længe kan man svare/, 2);
    await press(signe, way, "Gem kladden");
    await press(signe, way, "Vis det for alle", "link");
    await press(signe, way, "Vis det");
    assert.match(await text(signe), /Nu kan alle se det/);
    const reference = /V-\d{4}-\d+/.exec(signe.url())?.[0] ?? "";

    const karen = await stepIn(way, "Karen");
    await karen.goto(`/paa-vej/${reference}`);
    await press(karen, way, "Svar på spørgsmålet", "link");
    assert.match(await text(karen), /»Hvor går dine børn på vejen\?«/);
    await write(karen, way, "Hvad er din idé?", "Ved kirken er der intet fortov");
    await write(karen, way, "Fortæl lidt mere", "De går ude på kørebanen i hundrede meter.");
    await choose(karen, way, "Hvor?", "Langå");
    t.clock.advance(20_000);
    await press(karen, way, "Send idéen");
    await karen.goto(`/paa-vej/${reference}`);
    assert.match(await text(karen), /Ved kirken er der intet fortov/);

    t.clock.advance(4 * day);
    const again = await stepIn(way, "Signe", wide);
    await again.goto(`/paa-vej/${reference}`);
    await press(again, way, "Fortæl, hvad I hørte", "link");
    await press(again, way, "Tag det næste svar", "link");
    await tick(again, way, /^Det tager vi med/);
    await write(again, way, /^Hvorfor/, "Fortovet ved kirken bliver det første, vi lægger.");
    await press(again, way, "Gem");
    await write(again, way, "Det hørte vi", "Det er galt ved kirken, og det så vi ikke.");
    await write(again, way, "Det gør vi", "Vi lægger et fortov ved kirken til sommer.");
    await press(again, way, "Fortæl det til alle");
    assert.match(await text(again), /Det hørte vi, det gør vi/);

    await t.runJobs();
    const mail = (await t.mails()).findLast(({ recipient }) => recipient === "karen@example.dk");
    assert.match(mail?.plain ?? "", /Fortovet ved kirken bliver det første/);
    await karen.goto(`/paa-vej/${reference}`);
    assert.match(await text(karen), /Det tager vi med/);
    for (const page of [signe, karen, again]) await page.context().close();
  });
}
