// SPDX-License-Identifier: EUPL-1.2
// Explanation truth as people read it: each sentence on the page of each post of the demo, and of posts with all that can be filled in, is
// read back and held against the rows of the two posts themselves.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { Lang } from "#platform/i18n/i18n.ts";
import { wordsOf } from "#features/exchange/testing.ts";
import { openPost } from "./matrix/stage-exchange.ts";
import { readDoubt, readReason, type Row, type Two } from "./said-reasons.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
  await fillInAll();
});
after(() => t.close());

/** What the demo's posts seldom say. */
async function fillInAll(): Promise<void> {
  const words = {
    title: "Sækkevogn og reb til flytning",
    text: "En sækkevogn og langt reb til den, der flytter.",
    type: "thing",
    where: "langaa",
  };
  const days = { fromDay: "2026-12-01", untilDay: "2026-12-20" };
  const evenings = ["mon-evening", "tue-evening", "wed-evening", "thu-evening", "fri-evening"];
  const proofs = ["childrens-attest", "criminal-record", "driving-licence", "first-aid", "trade"];
  for (const [nth, credential] of proofs.entries()) {
    const weekdays = evenings.slice(0, nth + 1);
    const offer = { ...words, ...days, credential, minAge: "18", persons: "30", quantity: String(nth + 2), weekdays };
    await openPost(t, "sofie", "offer", offer);
    t.clock.advance(60 * 60_000);
  }
  for (const persons of ["12", "40"]) {
    const need = {
      ...words,
      text: "Vi mangler en sækkevogn og reb, når vi flytter.",
      fromDay: "2026-12-10",
      untilDay: "2027-01-10",
      persons,
      weekdays: evenings,
    };
    await openPost(t, "karen", "need", need);
  }
}

/** What the posts themselves say, not what was noted down to find counterparts. */
async function posts(): Promise<Map<string, Row>> {
  const { rows } = await sql<Row & { reference: string }>`
    SELECT thing.reference, post.kind AS side, post.contribution_type, thing.locality, locality.name AS place, locality.lat, locality.lon, post.remote,
      post.weekdays AS slots, post.from_day, post.until_day, post.persons, post.quantity - post.taken AS left_over, post.min_age, post.credential,
      post.title, post.text AS body,
      (SELECT coalesce(json_agg(json_build_object('id', theme.id, 'name', theme.name, 'nameEn', theme.name_en, 'parent', theme.parent,
        'parentName', upper.name, 'parentNameEn', upper.name_en)), '[]')
       FROM platform.thing_theme tie JOIN themes.theme ON theme.id = tie.theme LEFT JOIN themes.theme upper ON upper.id = theme.parent
       WHERE tie.thing = post.id) AS themes
    FROM exchange.post JOIN platform.thing ON thing.id = post.id LEFT JOIN places.locality ON locality.id = thing.locality
    WHERE post.listed_at IS NOT NULL ORDER BY thing.reference`.execute(t.world.read);
  return new Map(rows.map((row) => [row.reference, row]));
}

type Said = { other: string; reasons: string[]; doubts: string[] };

const line = (html: string): string => unescape(wordsOf(html)).trim();
const unescape = (text: string): string => text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");

/** The counterparts on a page, with their sentences. */
const saidOn = (html: string): Said[] =>
  html
    .split('class="counterpart-top"')
    .slice(1)
    .map((card) => {
      const list = /<ul class="reasons">([\s\S]*?)<\/ul>/.exec(card)?.[1] ?? "";
      const lines = [...list.matchAll(/<li( class="doubt")?>([\s\S]*?)<\/li>/g)].map(([, doubt, inside = ""]) => ({
        doubt,
        words: line(inside),
      }));
      return {
        other: /href="[^"]*\/byttebors\/([TE]-\d{4}-\d+)/.exec(card)?.[1] ?? "",
        reasons: lines.flatMap(({ doubt, words }) => (doubt === undefined ? words : [])),
        doubts: lines.flatMap(({ doubt, words }) => (doubt === undefined ? [] : words)),
      };
    });

/** Holds each sentence against the rows, and counts what kind it was. */
function hold({ reasons, doubts }: Said, two: Two, count: Map<string, number>): void {
  const title = `${two.own.title} – ${two.other.title}`;
  for (const [sentences, read, mark] of [
    [reasons, readReason, ""],
    [doubts, readDoubt, "? "],
  ] as const) {
    for (const sentence of sentences) {
      const found = read(sentence, two);
      assert.ok(found, `nobody knows what »${sentence}« says`);
      assert.ok(found.holds, `»${sentence}« of ${title}`);
      count.set(`${mark}${found.code}`, (count.get(`${mark}${found.code}`) ?? 0) + 1);
    }
  }
}

for (const lang of ["da", "en"] as const satisfies Lang[]) {
  test(`every sentence about why two fit, and about what is to be asked, holds for the two, as it stands on each post's page (${lang})`, async () => {
    const [rows, count, visitor] = [await posts(), new Map<string, number>(), t.visitor()];
    for (const [reference, own] of rows) {
      const { status, text } = await visitor.get(`${lang === "en" ? "/en" : ""}/byttebors/${reference}`);
      assert.equal(status, 200);
      for (const said of saidOn(text)) {
        const other = rows.get(said.other);
        assert.ok(other, `${said.other} is shown and is not in the list`);
        assert.ok(said.reasons.length >= 2 && said.reasons.length <= 4, `${said.reasons.length} reasons`);
        hold(said, { own, other, lang }, count);
      }
    }
    console.log(`${lang}: ${[...count].map(([code, times]) => `${code} ${times}`).join(", ")}`);
    for (const code of [
      "same-theme",
      "words",
      "same-type",
      "same-place",
      "near",
      "time",
      "enough",
      "places",
      "? unknown-time",
      "? other-type",
      "? far",
    ])
      assert.ok((count.get(code) ?? 0) > 0, `no page says ${code}`);
  });
}

test("so it is with each sentence that other programs get", async () => {
  const [rows, count, visitor] = [await posts(), new Map<string, number>(), t.visitor()];
  for (const [reference, own] of rows) {
    const { body } = await visitor.json("GET", `/api/v1/posts/${reference}/matches?limit=100`);
    for (const one of itemsOf(body)) {
      const other = rows.get(one.other);
      assert.ok(other, `${one.other} is shown and is not in the list`);
      hold(one, { own, other, lang: "da" }, count);
    }
  }
  console.log(`JSON: ${[...count].map(([code, times]) => `${code} ${times}`).join(", ")}`);
  for (const code of ["? credential", "? min-age", "? little-room"]) assert.ok((count.get(code) ?? 0) > 0, `nothing says ${code}`);
});

function itemsOf(body: unknown): Said[] {
  const { items } = body as { items: { reference: string; reasons: string[]; doubts: string[] }[] };
  return items.map(({ reference, reasons, doubts }) => ({ other: reference, reasons: reasons.map(line), doubts: doubts.map(line) }));
}
