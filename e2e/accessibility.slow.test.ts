// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { allAddresses } from "../test/experiments/addresses.ts";
import { eachPage, faultsIn, looks, openSite, people, sideways, violations, type Site } from "./look-at-pages.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

for (const [name, options] of looks) {
  test(`axe finds nothing on a page of any route, ${name}, and none scrolls sideways`, async () => {
    const { faults, seen } = await faultsIn(site, options, true);
    assert.ok(seen >= 20, `only ${seen} pages were seen`);
    assert.deepEqual(faults, []);
  });
}

test("at 400 % no page scrolls sideways and no target is under 24 px", async () => {
  const faults: string[] = [];
  const look = async (page: Parameters<typeof violations>[0], url: string): Promise<void> => {
    const small = await page.evaluate(() => {
      const targets = "button, summary, select, textarea, input:not([type=hidden]):not([tabindex='-1']), nav a, .button";
      return [...document.querySelectorAll<HTMLElement>(targets)]
        .map((element) => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`);
    });
    faults.push(...small.map((target) => `${url} ${target}`));
    if ((await sideways(page)) > 0) faults.push(`${url} scrolls sideways`);
  };
  await eachPage(site, { viewport: { width: 320, height: 256 } }, site.pages, look, true);
  assert.deepEqual(faults, []);
});

test("every page is valid HTML, in both languages", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    // How the renderer writes a valid page is a matter of taste; that it is valid is not.
    rules: {
      "no-trailing-whitespace": "off",
      "void-style": "off",
      "doctype-style": "off",
      "long-title": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit"] }],
    },
  });
  const faults: string[] = [];
  const clients = await Promise.all(people.map(async (who) => (who ? site.t.as(who) : site.t.visitor())));
  for (const { url, route } of await allAddresses(site.t)) {
    if (route.make) continue;
    for (const client of clients) {
      const reply = await client.get(url);
      if (reply.status !== 200) continue;
      const report = await validator.validateString(reply.text);
      const about = ({ line, column }: { line: number; column: number }): string =>
        reply.text.split("\n")[line - 1]?.slice(Math.max(0, column - 40), column + 60) ?? "";
      faults.push(
        ...report.results.flatMap((result) =>
          result.messages.map((message) => `${url} ${message.ruleId}: ${message.message} (${about(message)})`),
        ),
      );
      break;
    }
  }
  assert.deepEqual([...new Set(faults)].slice(0, 30), []);
});

test("red control: axe and the validator see a planted fault", async () => {
  const page = await (await site.browser.newContext()).newPage();
  await page.setContent(
    '<html lang="da"><head><title>x</title></head><body><main><h1>x</h1><img src="x.png"><h3>y</h3></main></body></html>',
  );
  assert.ok((await violations(page)).some((fault) => fault.startsWith("image-alt")));
  const report = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString("<p><div></div></p>");
  assert.equal(report.valid, false);
});
