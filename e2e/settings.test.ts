// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { choose, openBrowser, person, press, ways, write, type Way } from "./browser.ts";

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

/** A field is emptied as this person does it, and written anew. */
async function rewrite(page: Page, way: Way, label: string, words: string): Promise<void> {
  if (way === "by keyboard alone")
    await page
      .getByLabel(label, { exact: true })
      .first()
      .evaluate((field: HTMLInputElement) => (field.value = ""));
  await write(page, way, label, words);
}

/** From the history: the newest change is undone with one button. */
async function undoNewest(page: Page, way: Way, said: RegExp): Promise<void> {
  await page.goto("/indstillinger/historik");
  const first = page.locator(".desk-history > li").first();
  assert.match(await first.innerText(), said);
  await press(page, way, said, "link");
  await press(page, way, "Fortryd ændringen");
  await page.waitForURL(/gemt=1/);
}

for (const way of ways) {
  test(`Lone changes a deadline, the word mark and an area's people, sees them on the public pages at once, and undoes them, ${way}`, async () => {
    const lone = await person(browser, t.address, way, { viewport: { width: 1280, height: 900 } });
    const anyone = await person(browser, t.address, way);
    const { page } = lone;
    await page.goto("/log-ind");
    await press(page, way, /Træd ind som Lone/);
    await page.goto("/indstillinger");
    await press(page, way, "Områder og kontaktpersoner", "link");
    await press(page, way, "Miljø og Teknik", "link");

    await press(page, way, /Ret så mange arbejdsdage har I til at svare/i, "link");
    await rewrite(page, way, "Så mange arbejdsdage har I til at svare", "7");
    await press(page, way, "Gem");
    await page.waitForURL(/gemt=1/);
    assert.match(await text(page), /Gemt\. Det gælder nu[\s\S]*7 arbejdsdage/);

    await press(page, way, /Ret stedfortræder/i, "link");
    const deputies = await page.getByLabel("Stedfortræder", { exact: true }).locator("option").allInnerTexts();
    const tine = deputies.find((one) => one.startsWith("Tine")) ?? "";
    await choose(page, way, "Stedfortræder", tine);
    await press(page, way, "Gem");
    await page.waitForURL(/gemt=1/);
    await anyone.page.goto("/kontakt");
    assert.match(await text(anyone.page), /Tine/);

    await page.goto("/indstillinger/udseende");
    await rewrite(page, way, "Ordmærke", "Vores Randers");
    await press(page, way, "Gem");
    await page.waitForURL(/gemt=1/);
    await anyone.page.goto("/");
    assert.match(await anyone.page.locator("header").first().innerText(), /Vores Randers/);

    await undoNewest(page, way, /Lone ændrede ordmærket på siden fra Medborger til Vores Randers/);
    await anyone.page.goto("/");
    assert.match(await anyone.page.locator("header").first().innerText(), /Medborger/);

    await page.goto("/indstillinger/historik");
    await press(page, way, /Lone ændrede svarfristen i Miljø og Teknik fra 15 til 7 arbejdsdage/, "link");
    await press(page, way, "Fortryd ændringen");
    await page.waitForURL(/gemt=1/);
    await page.goto("/indstillinger/historik");
    await press(page, way, /Lone ændrede stedfortræderen i Miljø og Teknik/, "link");
    await press(page, way, "Fortryd ændringen");
    await page.waitForURL(/gemt=1/);
    await page.goto("/indstillinger/omraader/miljoe-og-teknik");
    assert.match(await text(page), /Stedfortræder[\s\S]*Bo [\s\S]*15 arbejdsdage/);
    assert.deepEqual([...lone.strangers, ...anyone.strangers], [], "nobody else was asked");
    await Promise.all([lone.context.close(), anyone.context.close()]);
  });
}
