// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { ideaIn } from "../test/matrix/stage.ts";
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

const text = (page: Page): Promise<string> => page.locator("main").innerText();

async function stepIn(page: Page, way: Way, name: string): Promise<void> {
  await press(page, way, new RegExp(`Træd ind som ${name}`));
}

for (const way of ways) {
  test(`Mehmet supports and comments on Karen's idea, and Karen answers him, ${way}`, async () => {
    t.clock.advance(2 * 60 * 60_000);
    const idea = await ideaIn(t, "public");
    const mehmet = await person(browser, t.address, way);
    await mehmet.page.goto(`/ideer/${idea}`);
    assert.match(await text(mehmet.page), /Ingen har støttet endnu/);

    await press(mehmet.page, way, "Skriv en kommentar", "link");
    assert.match(await text(mehmet.page), /Du skal logge ind for at skrive/);
    await press(mehmet.page, way, "Log ind og skriv", "link");
    await stepIn(mehmet.page, way, "Mehmet");
    await mehmet.page.waitForURL(/\/skriv$/);
    await tick(mehmet.page, way, "Jeg har et spørgsmål");
    await write(mehmet.page, way, "Din kommentar", "Hvem er den idiot, der har flyttet den gamle bænk?");
    await press(mehmet.page, way, "Send kommentaren");
    assert.match(await text(mehmet.page), /Vil du sige det sådan\?/);
    assert.match(await mehmet.page.getByLabel("Din kommentar").inputValue(), /flyttet den gamle bænk/);
    await write(mehmet.page, way, "Din kommentar", "Ved nogen, hvem der har flyttet den gamle bænk?");
    await press(mehmet.page, way, "Send kommentaren");
    await mehmet.page.waitForURL(/#k1$/);
    assert.match(await text(mehmet.page), /Én kommentar[\s\S]*Mehmet Yildiz[\s\S]*Spørgsmål[\s\S]*den gamle bænk/);

    await press(mehmet.page, way, "Støt", "link");
    await press(mehmet.page, way, "Støt");
    assert.match(await text(mehmet.page), /Du støtter »En bænk ved åen«/);
    await press(mehmet.page, way, /^Gå til »En bænk/, "link");
    assert.match(await text(mehmet.page), /1\s+støtter[\s\S]*Du støtter med/);

    const karen = await person(browser, t.address, way);
    await karen.page.goto(`/log-ind?tilbage=/ideer/${idea}`);
    await stepIn(karen.page, way, "Karen");
    await karen.page.waitForURL(new RegExp(idea));
    await press(karen.page, way, /^Svar Mehmet/, "link");
    await tick(karen.page, way, "Karen");
    await write(karen.page, way, "Dit svar", "Den står hos min nabo, til den nye er klar.");
    await press(karen.page, way, "Send svaret");
    await karen.page.waitForURL(/#k2$/);

    await mehmet.page.reload();
    assert.match(await text(mehmet.page), /2 kommentarer[\s\S]*den gamle bænk[\s\S]*Karen[\s\S]*hos min nabo/);
    assert.deepEqual([...mehmet.strangers, ...karen.strangers], [], "nobody else was asked");
    await Promise.all([mehmet.context.close(), karen.context.close()]);
  });
}

test("Karen says how it went with her idea, without JavaScript", async () => {
  const idea = await ideaIn(t, "answered");
  await t.runJobs();
  const { page, context } = await person(browser, t.address, "without JavaScript");
  await page.goto(`/log-ind?tilbage=/ideer/${idea}`);
  await stepIn(page, "without JavaScript", "Karen");
  await press(page, "without JavaScript", "Hvordan gik det? Fortæl det her", "link");
  await press(page, "without JavaScript", "Send");
  assert.match(await text(page), /Vælg et af de fem svar/);
  await tick(page, "without JavaScript", "Meget godt");
  await press(page, "without JavaScript", "Send");
  assert.match(await text(page), /Tak for dit svar/);
  await context.close();
});
