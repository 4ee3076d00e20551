// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { root } from "#platform/root.ts";
import { keysOf, languages, tableOf, textsOf } from "./i18n.ts";

const slices = globSync("src/**/locales/da.json", { cwd: join(root) }).map((file) => basename(dirname(dirname(file))));
const named = /\{\s*([a-zA-Z]+)\s*[,}]/g;

test("every text says the same as the library would, whatever stands in it", () => {
  let seen = 0;
  for (const slice of slices)
    for (const lang of languages)
      for (const key of keysOf(slice, lang)) {
        const message = tableOf(slice, lang)?.get(key) ?? "";
        if (/<\w/.test(message)) continue;
        const values = Object.fromEntries(Array.from(message.matchAll(named), ([, name], at) => [name, at % 2 === 0 ? 3 : "<b>{x}"]));
        // What is to be counted must be a number.
        for (const [, name] of message.matchAll(/\{\s*(\w+)\s*,/g)) values[name ?? ""] = 3;
        const library = String(new IntlMessageFormat(message, lang === "da" ? "da-DK" : "en-GB").format(values));
        assert.equal(textsOf<string>(slice)(lang)(key, values), library, `${slice} ${lang} ${key}`);
        seen += 1;
      }
  assert.ok(seen > 1_500, `only ${seen} texts were seen`);
});

test("a value that is missing is said, and not left out", () => {
  assert.throws(() => textsOf<string>("ideas")("da")("status.answer-by", {}), /day/);
});
