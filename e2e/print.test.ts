// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, type Site } from "./look-at-pages.ts";

let site: Site;
before(async () => void (site = await openSite()));
after(() => site.close());

test("an idea prints whole on A4: no menu and no buttons, the answer and what happened, its reference and address as text", async () => {
  const { rows } = await site.t.world.readPool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing JOIN ideas.answer ON answer.idea = thing.id WHERE visibility = 'public' AND answer.final ORDER BY reference LIMIT 1",
  );
  const reference = rows[0]?.reference ?? "";
  const page = await site.browser.newPage({ baseURL: site.t.address });
  await page.goto(`/ideer/${reference}`);
  const shown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
  assert.deepEqual([await shown(".nav"), await shown(".on-paper"), await shown(".side .button")], [true, false, true], "on a screen");
  await page.emulateMedia({ media: "print" });
  for (const selector of [".nav", ".crumbs", ".site-foot", ".side .button", ".skip"]) assert.equal(await shown(selector), false, selector);
  for (const selector of ["h1", ".answer", ".thread", ".wordmark", ".on-paper"]) assert.equal(await shown(selector), true, selector);
  const text = await page.locator("body").innerText();
  assert.match(text, new RegExp(`Idé ${reference}`));
  assert.match(text, new RegExp(`Trykt fra http://localhost:3000/ideer/${reference}`));
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/, "A4");
});
