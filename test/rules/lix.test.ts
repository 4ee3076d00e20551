// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { allFiles } from "./files.ts";
import { lixOf, readable, wordsOf } from "./lix.ts";

type Paragraph = { key: string; text: string; lix: number };
const strict = ["grants", "agreements"];

test("the Danish texts are easy to read: LIX 35 on average in each slice, no paragraph above 45", () => {
  const slices = allFiles().flatMap(({ path, text }) => {
    const slice = /^src\/(?:features\/)?([^/]+)\/locales\/da\.json$/.exec(path)?.[1];
    return slice ? [{ slice, paragraphs: paragraphsOf(JSON.parse(text)) }] : [];
  });
  assert.ok(slices.length >= 5, `only ${slices.length} slices were read`);
  for (const { slice, paragraphs } of slices)
    console.log(`LIX ${slice}: mean ${meanOf(paragraphs).toFixed(1)} over ${paragraphs.length} paragraphs`);
  assert.deepEqual(
    slices.flatMap(({ slice, paragraphs }) => tooHard(slice, paragraphs)),
    [],
  );
});

test("red: a hard paragraph, a hard slice and a hard text about money are found", () => {
  const office = { "a.text": "Kommunalbestyrelsens sagsbehandling forudsætter dokumentation vedrørende ansøgerens økonomiske forhold." };
  assert.equal(tooHard("ideas", paragraphsOf(office)).length, 2, "above 45, and so above 35 on average");
  const middling = {
    "a.text": "Du skal sende budgettet og vedtægter til kommunen senest tirsdag den 3. marts, så foreningen kan få pengene.",
  };
  const [paragraph] = paragraphsOf(middling);
  assert.ok(paragraph && paragraph.lix > 35 && paragraph.lix < 45, `LIX ${paragraph?.lix}`);
});

test("LIX counts as Björnsson did: words per sentence, and per cent above six letters", () => {
  assert.equal(lixOf("Her er fem korte ord."), 5);
  assert.equal(lixOf("Her er fire. Og fire til."), 3);
  assert.equal(lixOf("Biblioteket åbner klokken otte."), 4 + 50);
  assert.equal(
    readable("{n, plural, one {én ting} other {# ting, før vi kan}} mangler i {place}. <a>Se her</a>"),
    "det ting, før vi kan mangler i det. Se her",
  );
});

/** Running text: values of five words or more that are no headings. */
function paragraphsOf(texts: unknown): Paragraph[] {
  return Object.entries(Object(texts)).flatMap(([key, message]) => {
    const text = readable(String(message));
    const lix = lixOf(text);
    return wordsOf(text).length < 5 || lix === undefined || /(^|\.)(title|heading|label|button|action)$/.test(key)
      ? []
      : [{ key, text, lix }];
  });
}

const meanOf = (paragraphs: Paragraph[]): number => paragraphs.reduce((sum, { lix }) => sum + lix, 0) / Math.max(1, paragraphs.length);

function tooHard(slice: string, paragraphs: Paragraph[]): string[] {
  const most = strict.includes(slice) ? 42 : 45;
  const mean = meanOf(paragraphs);
  return [
    ...paragraphs.filter(({ lix }) => lix > most).map(({ key, text, lix }) => `${slice} ${key}: LIX ${lix.toFixed(0)}: ${text}`),
    ...(mean > 35 ? [`${slice}: LIX ${mean.toFixed(1)} on average`] : []),
  ];
}
