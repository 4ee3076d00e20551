// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../e2e/browser.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { payloads } from "./payloads.ts";
import { tryPayloads } from "./xss.ts";

let t: TestWorld;
let browser: Browser;
before(async () => {
  t = await openTestWorld({ ideas: true, listen: true });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await t.close();
});

test(`X24 none of ${payloads.length} payloads in any stored field runs on any page, each page with some of them`, async () => {
  const { executed, blocked } = await tryPayloads({ t, browser }, 20);
  assert.deepEqual(executed, []);
  assert.deepEqual([...new Set(blocked)].slice(0, 5), [], "the policy is the second wall: nothing should have reached it");
});

test("red control: a payload on a page without our guards does run and is seen", async () => {
  const page = await browser.newPage();
  let seen = false;
  page.on("console", (message) => void (seen ||= message.text().includes("EXECUTED")));
  await page.addInitScript(() => Object.defineProperty(window, "__xss", { set: (what) => console.error(`EXECUTED ${what}`) }));
  await page.goto("data:text/html,<img src=x onerror=window.__xss=1>");
  await page.waitForFunction(() => document.images[0]?.complete);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(seen, true);
});
