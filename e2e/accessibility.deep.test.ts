// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eachPage, faultsIn, looks, openSite, violations, type Site } from "./look-at-pages.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

for (const [name, options] of looks) {
  test(`axe finds nothing on any page in any state, ${name}, and none scrolls sideways`, async () => {
    const { faults, seen } = await faultsIn(site, options, false);
    console.log(`${seen} pages, ${name}`);
    assert.ok(seen >= 40, `only ${seen} pages were seen`);
    assert.deepEqual(faults, []);
  });
}

test("in English and in forced colours each template is as accessible", async () => {
  const faults: string[] = [];
  const english = site.pages.map(({ url, route }) => ({ url: `/en${url === "/" ? "" : url}`, route }));
  await eachPage(
    site,
    { viewport: { width: 1280, height: 900 } },
    english,
    async (page, url) => {
      assert.equal(await page.getAttribute("html", "lang"), "en", url);
      faults.push(...(await violations(page)).map((fault) => `${url} ${fault}`));
    },
    true,
  );
  await eachPage(
    site,
    { viewport: { width: 390, height: 844 }, forcedColors: "active" },
    site.pages,
    async (page, url) => {
      faults.push(...(await violations(page)).map((fault) => `${url} forced colours ${fault}`));
    },
    true,
  );
  assert.deepEqual(faults, []);
});
