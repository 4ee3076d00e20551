// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { submit } from "#features/ideas/operations.ts";
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

const text = (page: Page): Promise<string> => page.locator("main").innerText();
const dayIn = (page: string): string | undefined => /senest (\S+ \d+\. \S+)/.exec(page)?.[1];

async function stepIn(page: Page, way: Way, name: string): Promise<void> {
  await page.goto("/log-ind");
  await press(page, way, new RegExp(`Træd ind som ${name}`));
  await page.waitForURL(/min-side|arbejdsbord/);
}

async function sent(title: string, as: string): Promise<string> {
  const input = { title, text: "Stien ved åen trænger til et løft.", where: "langaa", area: "miljoe-og-teknik", showAs: "first" };
  return String((await t.perform(submit, { as, input })).answer.reference);
}

for (const way of ways) {
  test(`a school class sends its idea through its teacher, and no name of a person stands on it, ${way}`, async () => {
    const karen = await person(browser, t.address, way);
    const { page } = karen;
    await stepIn(page, way, "Karen");
    await page.goto("/ideer/ny");
    await write(page, way, "Hvad er din idé?", "Gynger i skolegården");
    await write(page, way, "Fortæl lidt mere", "Vi mangler noget at lave i frikvarteret, også når det regner.");
    await choose(page, way, "Hvor?", "Langå");
    await open(page, way, "Navn, gruppe, telefon og hvem der skal svare");
    assert.match(await text(page), /Skriv aldrig et barns navn/);
    await tick(page, way, /^En skoleklasse/);
    await write(page, way, /^Hvad hedder gruppen/, "4.b på Langå Skole");
    t.clock.advance(20_000);
    await press(page, way, "Send idéen");
    await page.waitForURL(/\/tak$/);
    await page.goto(page.url().replace(/\/tak$/, ""));
    const shown = await text(page);
    assert.match(shown, /4\.b på Langå Skole, ved deres lærer/);
    assert.doesNotMatch(shown, /Karen/);
    await karen.context.close();
  });

  test(`Signe proposes to join two ideas, Karen says yes, and both stay with what happened to them, ${way}`, async () => {
    const [part, whole] = [await sent("Lys på stien", "karen"), await sent("En bedre sti", "ruth")];
    const signe = await person(browser, t.address, way);
    await stepIn(signe.page, way, "Signe");
    await signe.page.goto(`/ideer/${whole}`);
    const promised = dayIn(await text(signe.page));
    await signe.page.goto(`/ideer/${part}`);
    await press(signe.page, way, "Foreslå at samle idéen med en anden", "link");
    await write(signe.page, way, /^Nummeret på den idé/, whole);
    await write(signe.page, way, /^Hvorfor hører de sammen/, "De handler om den samme sti.");
    await press(signe.page, way, "Send forslaget");
    await signe.page.waitForURL(/nyt=merge-proposed/);

    const karen = await person(browser, t.address, way);
    await stepIn(karen.page, way, "Karen");
    await karen.page.goto(`/ideer/${part}`);
    await press(karen.page, way, "Læs forslaget og svar", "link");
    await tick(karen.page, way, /^Ja, saml dem/);
    await press(karen.page, way, "Send mit svar");
    await karen.page.waitForURL(/nyt=merge-replied/);
    assert.match(await text(karen.page), /Indgår i »En bedre sti«[\s\S]*Følg den samlede idé/);
    await karen.page.goto(`/ideer/${whole}`);
    const shown = await text(karen.page);
    assert.match(shown, /»Lys på stien« fra Karen er lagt ind her/);
    assert.equal(dayIn(shown), promised);
    await Promise.all([signe.context.close(), karen.context.close()]);
  });

  test(`an idea is handed over to another area and keeps the day it was promised, ${way}`, async () => {
    const reference = await sent("Den ligger forkert", "karen");
    const signe = await person(browser, t.address, way);
    const { page } = signe;
    await stepIn(page, way, "Signe");
    await page.goto(`/ideer/${reference}`);
    const promised = dayIn(await text(page));
    await press(page, way, "Giv den videre til et andet område", "link");
    await choose(page, way, "Hvem skal svare?", "Social og Arbejdsmarked (Fatima)");
    await press(page, way, "Giv idéen videre");
    await page.waitForURL(/nyt=moved/);
    const shown = await text(page);
    assert.match(shown, /Fatima/);
    assert.equal(dayIn(shown), promised);
    await signe.context.close();
  });
}

/** Opens a fold-out by its words; by keyboard with Tab and Enter. */
async function open(page: Page, way: Way, words: string): Promise<void> {
  const summary = page.locator("summary", { hasText: words });
  if (way !== "by keyboard alone") return summary.click();
  for (let step = 0; step < 60 && !(await summary.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
}
