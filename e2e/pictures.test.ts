// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { photo } from "#platform/files/testing.ts";
import { looks, openSite, sideways, violations, type Site } from "./look-at-pages.ts";

let site: Site;
before(async () => void (site = await openSite()));
after(() => site.close());

test("an idea with a picture, without JavaScript: what is missing is said, the picture is still there, and then it is shown", async () => {
  const context = await site.browser.newContext({ baseURL: site.t.address, javaScriptEnabled: false });
  const karen = await site.t.as("karen");
  await context.addCookies([...karen.cookies].map(([name, value]) => ({ name, value, url: site.t.address })));
  const page = await context.newPage();
  await page.goto("/ideer/ny");
  await page.getByLabel("Hvad er din idé?").fill("En bænk ved broen");
  await page.getByLabel("Fortæl lidt mere").fill("Der mangler et sted at hvile sig på den lange tur.");
  await page.getByLabel("Hvor?").selectOption("langaa");
  await page.getByText("Vis op til tre billeder").click();
  await page.getByLabel("Billede 1").setInputFiles({ name: "IMG_2041.jpg", mimeType: "image/jpeg", buffer: await photo(900, 600) });
  site.t.clock.advance(5_000);
  await page.getByRole("button", { name: "Send idéen" }).click();
  await page.getByText("Skriv kort, hvad man ser på billedet").first().waitFor();
  assert.equal(await page.getByText("Billedet er med.").count(), 1);
  await page.getByLabel("Hvad ser man på billedet?").first().fill("Den tomme plads ved broen");
  await page.getByLabel(/Ingen kan genkendes/).check();
  site.t.clock.advance(5_000);
  await page.getByRole("button", { name: "Send idéen" }).click();
  await page.getByRole("link", { name: "Se din idé" }).click();
  const shown = page.getByRole("img", { name: "Den tomme plads ved broen" });
  await shown.scrollIntoViewIfNeeded();
  const box = await shown.boundingBox();
  assert.ok(box && Math.abs(box.width / box.height - 1.5) < 0.02, "3:2");
  await context.close();
});

test("the form with its pictures unfolded, and an idea that shows one, have no fault in either look", async () => {
  const { rows } = await site.t.world.readPool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing JOIN platform.picture ON picture.thing = thing.id ORDER BY reference LIMIT 1",
  );
  for (const [name, options] of looks) {
    const context = await site.browser.newContext({ baseURL: site.t.address, ...options });
    const page = await context.newPage();
    await page.goto("/ideer/ny");
    await page.getByText("Vis op til tre billeder").click();
    assert.deepEqual(await violations(page), [], `the form, ${name}`);
    assert.equal(await sideways(page), 0);
    await page.goto(`/ideer/${rows[0]?.reference}`);
    assert.deepEqual(await violations(page), [], `the idea, ${name}`);
    assert.equal(await sideways(page), 0);
    await context.close();
  }
});

test("a picture waits until somebody scrolls to it, and moves nothing when it comes", async () => {
  const { rows } = await site.t.world.readPool.query<{ reference: string }>(
    "SELECT reference FROM platform.thing JOIN platform.picture ON picture.thing = thing.id ORDER BY reference LIMIT 1",
  );
  const page = await site.browser.newPage({ baseURL: site.t.address, viewport: { width: 360, height: 300 } });
  await page.goto(`/ideer/${rows[0]?.reference}`);
  const image = page.locator(".photo img");
  const before = await image.boundingBox();
  await image.scrollIntoViewIfNeeded();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLImageElement>(".photo img")].every((one) => one.complete && one.naturalWidth > 0),
  );
  const after = await image.boundingBox();
  assert.deepEqual([after?.width, after?.height], [before?.width, before?.height]);
});
