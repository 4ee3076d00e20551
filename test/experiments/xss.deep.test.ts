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

test(`X24 none of ${payloads.length} payloads in any stored field runs on any page, each page with a quarter of them`, async () => {
  const { executed, blocked } = await tryPayloads({ t, browser }, 4);
  assert.deepEqual(executed, []);
  assert.deepEqual([...new Set(blocked)].slice(0, 5), [], "the policy is the second wall: nothing should have reached it");
});
