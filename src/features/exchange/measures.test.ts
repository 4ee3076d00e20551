// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { fewest } from "#platform/few.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { counters } from "./counters.ts";
import { breakdown, lastTwelveMonths, type Cell, type Row } from "./measures.ts";
import { look } from "./operations-broker.ts";
import { agree, introduce, reply } from "./operations-introduction.ts";
import { tellOutcome } from "./operations-outcome.ts";
import { submit } from "./operations-writer.ts";
import { bySection, wordsOf } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const cell = (locality: string, party: string, outOf: number, counted = 0): Cell => ({ locality, party, outOf, counted });
const saidOf = (rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ group, told }) => [group, told.few ? "hidden" : `${told.counted}/${told.outOf}`]));

test("each place and each kind of party has both numbers; what is few is hidden, and what it could be reckoned from as well", () => {
  const told = breakdown([
    cell("langaa", "citizen", 20, 11),
    cell("langaa", "business", 6, 6),
    cell("spentrup", "citizen", 7, 2),
    cell("fussing", "citizen", 3, 1),
  ]);
  assert.deepEqual(told.whole, { few: false, counted: 20, outOf: 36 });
  assert.deepEqual(saidOf(told.localities), { langaa: "17/26", fussing: "hidden", spentrup: "hidden" });
  assert.deepEqual(saidOf(told.parties), { citizen: "14/30", business: "6/6" });
  assert.deepEqual(breakdown([cell("langaa", "citizen", 4, 4)]), {
    whole: { few: true },
    localities: [{ group: "langaa", told: { few: true } }],
    parties: [{ group: "citizen", told: { few: true } }],
  });
});

test("whatever there is: what is shown less what is known is never a few, nor one hidden group", () => {
  const cells = fc.array(
    fc
      .record({
        locality: fc.constantFrom("a", "b", "c", "d"),
        party: fc.constantFrom("x", "y", "z"),
        outOf: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ locality, party, outOf }) => cell(locality, party, outOf, Math.floor(outOf / 2))),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(cells, (some) => {
      const { whole, localities, parties } = breakdown(some);
      for (const rows of [localities, parties]) {
        const shown = rows.flatMap(({ told }) => (told.few ? [] : [told.outOf]));
        assert.ok(shown.every((outOf) => outOf >= fewest));
        const rest = some.reduce((sum, { outOf }) => sum + outOf, 0) - shown.reduce((sum, outOf) => sum + outOf, 0);
        if (whole.few) assert.equal(shown.length, 0);
        else assert.ok(rest === 0 || (rest >= fewest && (shown.length === 0 || rows.length - shown.length > 1)));
      }
    }),
    { numRuns: 500 },
  );
});

async function put(title: string, where = "langaa"): Promise<string> {
  const input = { kind: "need", title, text: "Det mangler vi hos os.", type: "thing", where, organisation: "if-aasvinget" };
  const reference = String((await t.perform(submit, { as: "mehmet", input })).answer.reference);
  const page = await (await t.as("lone")).get(`/byttebors/${reference}`);
  if (page.text.includes("Se efter, og luk ind")) await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  return reference;
}
const answerTo = async (post: string, as = "naja"): Promise<string> =>
  String(
    (
      await t.perform(introduce, {
        as,
        reference: post,
        input: { organisation: "nordlys", greeting: "Hej. Det har vi.", shareEmail: "on" },
      })
    ).answer.reference,
  );

test("a post counts when somebody was introduced within seven days, not when it took longer, and not before the days are over", async () => {
  const posts: string[] = [];
  for (let at = 0; at < 7; at += 1) posts.push(await put(`Ting nummer ${at}`));
  const [first = "", second = "", third = ""] = posts;
  await answerTo(first);
  t.clock.set("2026-11-30T08:00:00+01:00");
  await answerTo(second);
  assert.match(wordsOf((await t.visitor().get("/byttebors/tal")).text), /for få opslag/, "of five of them nothing can be said yet");
  t.clock.set("2026-12-02T09:00:00+01:00");
  await answerTo(third);
  await put("Et, der lige er kommet på");
  t.world.versions.moved(["need"]);
  const { text } = await t.visitor().get("/byttebors/tal");
  assert.match(bySection(text)["whole"] ?? "", /2 af 7 opslag fik kontakt inden for 7 dage/);
  assert.match(bySection(text)["localities"] ?? "", /Langå 2 af 7 ingen endnu/);
  assert.match(bySection(text)["parties"] ?? "", /Forening 2 af 7/);
  const [offers, needs] = counters;
  const period = lastTwelveMonths("2026-12-02");
  const counted = await needs?.count(t.world.read, period);
  assert.deepEqual([counted?.counted.length, counted?.outOf.length], [2, 7]);
  assert.equal((await offers?.count(t.world.read, period))?.outOf.length, 0);
});

test("an introduction counts when both found it good, and nobody sees who said what", async () => {
  for (let at = 0; at < 5; at += 1) {
    const share = { shareEmail: "on" };
    const reference = await answerTo(await put(`Hjælp nummer ${at}`, at < 3 ? "langaa" : "spentrup"));
    await t.perform(reply, { as: "mehmet", reference, input: { yes: "yes", ...share } });
    await t.perform(agree, { as: "naja", reference, input: { what: "Vi kommer med det", onDay: "2026-12-02" } });
    await t.perform(tellOutcome, { as: "naja", reference, input: { happened: "yes", score: "5" } });
    await t.perform(tellOutcome, { as: "mehmet", reference, input: { happened: "yes", score: at === 0 ? "2" : "4" } });
  }
  const { text } = await t.visitor().get("/byttebors/tal");
  assert.match(bySection(text)["whole"] ?? "", /4 af 5 formidlinger var begge glade for/);
  assert.match(bySection(text)["localities"] ?? "", /for små til at blive vist: Langå, Spentrup/);
  const useful = await counters.at(-1)?.count(t.world.read, lastTwelveMonths("2026-12-02"));
  assert.deepEqual([useful?.counted.length, useful?.outOf.length], [4, 5]);
  const english = (await t.visitor().get("/en/byttebors/tal")).text;
  assert.match(bySection(english)["whole"] ?? "", /4 of 5 introductions left both happy/);
});

const table = async (name: string): Promise<Record<string, string>[]> =>
  parse((await t.visitor().get(`/aabne-data/${name}.csv`)).text, { bom: true, columns: true });

test("the posts can be fetched as a table without a person in it, and the numbers with nothing in the cells that are hidden", async () => {
  const karens = {
    kind: "offer",
    title: "Trailer til låns",
    text: "Den står i indkørslen.",
    type: "thing",
    where: "langaa",
    name: "Karen Holm",
    showAs: "own",
    phone: "21 22 23 24",
  };
  const reference = String((await t.perform(submit, { as: "karen", input: karens })).answer.reference);
  assert.ok(!(await table("byttebors")).some(({ nummer }) => nummer === reference), "it is held");
  await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  const rows = await table("byttebors");
  const row = rows.find(({ nummer }) => nummer === reference);
  assert.deepEqual(
    [row?.["slags"], row?.["bidrag"], row?.["sted"], row?.["hvem"], row?.["organisation"]],
    ["Tilbud", "Ting", "Langå", "Borger", ""],
  );
  assert.ok(rows.some(({ organisation }) => organisation === "IF Åsvinget"));
  assert.doesNotMatch(JSON.stringify(rows), /Karen|21 22 23 24|example\.dk|Mehmet/);
  const numbers = await table("byttebors-tal");
  assert.deepEqual(
    numbers.filter(({ opdelt_efter: by }) => by === "alle").map(({ maal, antal, ud_af: outOf }) => [maal, antal, outOf]),
    [
      ["begge-glade", "4", "5"],
      ["kontakt", "7", "12"],
    ],
  );
  for (const { antal, ud_af: outOf } of numbers) assert.ok(outOf === "" ? antal === "" : Number(outOf) >= fewest);
});
