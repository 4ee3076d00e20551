// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { localDayOf } from "#platform/clock/local-day.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { counterparts } from "./counterparts.ts";
import { contributionTypes } from "./entry.ts";
import topics from "./testing-topics.json" with { type: "json" };
import { doubtHolds, reasonHolds, type Facts } from "./testing-truth.ts";
import { putPost, type Post } from "./testing.ts";

let t: TestWorld;
let localities: string[] = [];
let themes: string[] = [];
before(async () => {
  t = await openTestWorld();
  localities = (await t.world.read.selectFrom("places.locality").select("id").orderBy("name").execute()).map(({ id }) => id);
  themes = (await t.world.read.selectFrom("themes.theme").select("id").orderBy("id").execute()).map(({ id }) => id);
});
after(() => t.close());

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const days = ["2026-11-01", "2026-12-01", "2027-01-15", "2027-03-01"];
// Few subjects, places and themes, so that many of them meet.
const someTopics = topics.slice(0, 6);

const aPost: fc.Arbitrary<Post> = fc
  .record({
    side: fc.constantFrom("need" as const, "offer" as const),
    topic: fc.constantFrom(...someTopics),
    nth: fc.nat({ max: 2 }),
    type: fc.constantFrom(...contributionTypes),
    usual: fc.boolean(),
    locality: maybe(fc.nat({ max: 7 })),
    theme: maybe(fc.nat({ max: 17 })),
    remote: fc.constantFrom(true, false, false, false),
    reachKm: maybe(fc.constantFrom(5, 15, 40)),
    slots: rarely(fc.integer({ min: 1, max: 2 ** 21 - 1 })),
    period: rarely(fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days))),
    persons: rarely(fc.integer({ min: 1, max: 40 })),
    party: maybe(fc.constantFrom("name:a", "name:b", "name:c")),
    partyKind: maybe(fc.constantFrom("citizen", "association", "business")),
    audience: fc.constantFrom("everyone" as const, "everyone" as const, "everyone" as const, "organisations" as const),
    minAge: maybe(fc.constantFrom(15, 18)),
    credential: maybe(fc.constant("børneattest")),
    left: rarely(fc.nat({ max: 3 })),
    contacts: fc.nat({ max: 9 }),
    expiresOn: maybe(fc.constantFrom(...days)),
    isOpen: fc.constantFrom(true, true, true, false),
    visibility: fc.constantFrom("public" as const, "public" as const, "public" as const, "held" as const),
    daysOld: fc.nat({ max: 90 }),
  })
  .map(({ topic, nth, usual, locality, theme, period, isOpen, daysOld, ...said }) => {
    const [title = "", text = ""] = (said.side === "need" ? topic.needs : topic.offers)[nth] ?? [];
    const [fromDay, untilDay] = period?.toSorted() ?? [];
    const place = locality === undefined ? undefined : localities[locality];
    return {
      ...said,
      title,
      text,
      type: usual ? (contributionTypes.find((type) => type === topic.type) ?? said.type) : said.type,
      themes: theme === undefined ? [] : themes.slice(theme, theme + 2),
      locality: place,
      fromDay,
      untilDay,
      listedAt: isOpen ? new Date(t.clock.now().getTime() - daysOld * 86_400_000) : undefined,
    };
  });

type Row = Facts & {
  thing: string;
  party: string | null;
  listed_at: Date | null;
  expires_on: string | null;
  visibility: string;
  reach_km: number | null;
};

async function factsOf(): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    SELECT entry.*, document.title, document.body, locality.name AS place, locality.lat, locality.lon, thing.visibility,
      (SELECT coalesce(json_agg(json_build_object('id', theme.id, 'name', theme.name, 'parent', theme.parent, 'parentName', upper.name)), '[]')
       FROM themes.theme LEFT JOIN themes.theme upper ON upper.id = theme.parent WHERE theme.id = ANY (entry.themes)) AS themes
    FROM matching.entry JOIN platform.thing ON thing.id = entry.thing JOIN platform.search_document document ON document.thing = entry.thing
    LEFT JOIN places.locality ON locality.id = entry.locality`.execute(t.world.read);
  return new Map(rows.map((row) => [row.thing, row]));
}

test("every reason and every doubt holds in the data, and nobody is shown who may not be", async () => {
  const checked = new Map<string, number>();
  const count = (code: string): void => void checked.set(code, (checked.get(code) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(aPost, { minLength: 30, maxLength: 40 }), async (posts) => {
      const made = await t.world.write.transaction().execute(async (tx) => {
        await sql`DELETE FROM platform.thing WHERE kind IN ('need', 'offer')`.execute(tx);
        const things: string[] = [];
        for (const post of posts) things.push(await putPost(tx, t.clock.now(), post));
        return things;
      });
      const facts = await factsOf();
      for (const thing of made) {
        const own = facts.get(thing);
        assert.ok(own);
        for (const found of await counterparts(t.world.read, thing, { limit: 100, now: t.clock.now() })) {
          const other = facts.get(found.thing);
          assert.ok(other && mayBeShown(own, other), "shown and may not be");
          assert.ok(found.reasons.length >= 2 && found.reasons.length <= 4, `${found.reasons.length} reasons`);
          for (const reason of found.reasons) {
            count(reason.code);
            assert.ok(reasonHolds(reason, own, other), `${JSON.stringify(reason)} of ${own.title} and ${other.title}`);
          }
          for (const doubt of found.doubts) {
            count(`? ${doubt.code}`);
            assert.ok(doubtHolds(doubt, own, other), `${JSON.stringify(doubt)} of ${own.title} and ${other.title}`);
          }
        }
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
  console.log(`reasons held: ${[...checked].map(([code, times]) => `${code} ${times}`).join(", ")}`);
  for (const code of [
    "same-theme",
    "kindred-theme",
    "words",
    "like-words",
    "same-type",
    "same-place",
    "near",
    "remote",
    "time",
    "room",
    "enough",
  ]) {
    assert.ok((checked.get(code) ?? 0) >= 10, `${code} was hardly tried`);
  }
});

/** The hard rules, once more and in other words. */
function mayBeShown(own: Row, other: Row): boolean {
  const today = localDayOf(t.clock.now());
  return (
    own.thing !== other.thing &&
    own.side !== other.side &&
    (own.party === null || own.party !== other.party) &&
    other.visibility === "public" &&
    other.listed_at !== null &&
    (other.expires_on ?? today) >= today &&
    (other.until_day ?? today) >= today &&
    other.left_over !== 0
  );
}
