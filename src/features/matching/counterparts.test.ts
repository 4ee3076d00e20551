// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { sql } from "kysely";
import { countQueries } from "#platform/db/testing.ts";
import { withdrawThing } from "#platform/db/things.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { counterparts, whyNot } from "./counterparts.ts";
import { sayDoubt, sayReason } from "./say-reason.ts";
import { putPost, type Post } from "./testing.ts";

let t: TestWorld;
const places = new Map<string, string>();
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  for (const { slug, id } of await t.world.read.selectFrom("places.locality").select(["slug", "id"]).execute()) places.set(slug, id);
});
beforeEach(() => sql`DELETE FROM platform.thing WHERE kind IN ('need', 'offer')`.execute(t.world.write));
after(() => t.close());

const put = (post: Post): Promise<string> => t.world.write.transaction().execute((tx) => putPost(tx, t.clock.now(), post));
const find = (thing: string, limit = 10) => counterparts(t.world.read, thing, { limit, now: t.clock.now() });
const titles = async (thing: string): Promise<string[]> => (await find(thing)).map(({ title }) => title);
const thursdayEvening = 1 << (3 * 3 + 2);

const room: Post = { side: "offer", type: "space", title: "Vores mødelokale kan lånes", text: "Der er borde og stole." };
const wanted: Post = { side: "need", type: "space", title: "Mødelokale søges", text: "Vi mangler et sted med borde." };

test("a room and those who need one find each other, from both sides, and say why", async () => {
  const offer = await put({
    ...room,
    locality: places.get("spentrup"),
    persons: 40,
    slots: thursdayEvening | 1,
    party: "organisation:nordlys",
  });
  const need = await put({
    ...wanted,
    locality: places.get("gassum"),
    persons: 24,
    slots: thursdayEvening,
    party: "organisation:forening",
  });
  const [found] = await find(need);
  assert.deepEqual(
    found?.reasons.map((reason) => sayReason(reason, "da")),
    ["Begge skriver »mødelokale« og »borde«", "Plads til 40, og det gælder 24", "Torsdag aften passer begge", "Omkring 4 km imellem"],
  );
  assert.deepEqual(found?.doubts, []);
  assert.deepEqual([found?.thing, found?.kind, found?.title], [offer, "offer", room.title]);
  assert.deepEqual(
    (await find(offer)).map(({ thing }) => thing),
    [need],
  );
});

test("what is not known, and what does not fit, is said beside the reasons", async () => {
  const themes = [(await t.world.read.selectFrom("themes.theme").select("id").executeTakeFirstOrThrow()).id];
  await put({ ...room, themes, type: "visit", persons: 10, locality: places.get("havndal"), minAge: 18, credential: "nøglekort" });
  const need = await put({ ...wanted, themes, persons: 24, slots: 1, locality: places.get("langaa") });
  const [found] = await find(need);
  assert.deepEqual(
    found?.doubts.map((doubt) => sayDoubt(doubt, "da")),
    [
      "Den ene skriver lokale, den anden åbne døre",
      "Omkring 34 km imellem",
      "Tidspunktet ligger ikke fast",
      "Der er til 10, men det gælder 24",
      "Man skal være fyldt 18",
      "Der bliver bedt om: nøglekort",
    ],
  );
  assert.equal(sayDoubt({ code: "unknown-time" }, "en"), "The time is not fixed");
});

test("somebody who is only near, with time, is not shown: that is no reason to meet", async () => {
  const here = { locality: places.get("langaa"), slots: thursdayEvening };
  const need = await put({ ...wanted, ...here });
  await put({ ...here, side: "offer", type: "space", title: "Garage til veteranbiler" });
  assert.deepEqual(await find(need), []);
});

test("only what is public, open and somebody else's is found; one's own may be held or closed", async () => {
  const need = await put({ ...wanted, party: "person:karen", visibility: "held", listedAt: undefined });
  await put({ ...room, title: "Mødelokale, borde: åbent" });
  await put({ ...room, title: "Mødelokale, borde: ikke set på", visibility: "held" });
  await put({ ...room, title: "Mødelokale, borde: på pause", listedAt: undefined });
  await put({ ...room, title: "Mødelokale, borde: udløbet", expiresOn: "2026-11-22" });
  await put({ ...room, title: "Mødelokale, borde: alle er væk", left: 0 });
  await put({ ...room, title: "Mødelokale, borde: mit eget", party: "person:karen" });
  const withdrawn = await put({ ...room, title: "Mødelokale, borde: trukket tilbage" });
  await t.world.write.transaction().execute((tx) => withdrawThing(tx, withdrawn, t.clock.now()));
  assert.deepEqual(await titles(need), ["Mødelokale, borde: åbent"]);
});

test("same words with another meaning stand below what is about the same", async () => {
  for (const title of ["Bøger gives væk", "Hold i badminton har plads", "Løbesko, brugt én gang"])
    await put({ side: "offer", type: "thing", title });
  await put({ side: "offer", type: "skill", title: "Bogholder med tid til overs" });
  await put({ side: "offer", type: "time", title: "Havearbejde og lugning af bede" });
  await put({ side: "offer", type: "skill", title: "Løbetræner for begyndere" });
  const first = async (post: Post): Promise<string | undefined> => (await titles(await put({ side: "need", ...post })))[0];
  assert.equal(
    await first({ type: "skill", title: "Bogholder til forening", text: "Vi har bøger, der skal føres." }),
    "Bogholder med tid til overs",
  );
  assert.equal(
    await first({ type: "time", title: "Haven skal luges", text: "Vi vil gerne have hjælp til bedene." }),
    "Havearbejde og lugning af bede",
  );
  assert.equal(await first({ type: "skill", title: "Træner til løb", text: "Begyndere vil lære at løbe." }), "Løbetræner for begyndere");
});

test("a thing without an entry has no counterparts, and no more are given than asked for", async () => {
  assert.deepEqual(await find("0192f000-0000-7000-8000-000000000001"), []);
  const need = await put(wanted);
  for (let number = 0; number < 5; number += 1) await put({ ...room, party: `name:${number}` });
  assert.equal((await find(need, 3)).length, 3);
});

test("why two cannot meet is told by name", async () => {
  const [need, offer] = [await put({ ...wanted, party: "name:a" }), await put({ ...room, party: "name:a" })];
  const why = (own: string, other: string) => whyNot(t.world.read, own, other, t.clock.now());
  assert.equal(await why(need, offer), "same-party");
  assert.equal(await why(need, await put(room)), undefined);
  assert.equal(await why(need, "0192f000-0000-7000-8000-000000000001"), "gone");
});

test("counterparts take two queries, however many there are", async () => {
  const need = await put(wanted);
  for (let number = 0; number < 30; number += 1) await put({ ...room, party: `name:${number}` });
  await find(need);
  const queries = await countQueries(t.world.readPool, async () => assert.equal((await find(need, 100)).length, 30));
  assert.ok(queries >= 1 && queries <= 2, `${queries}`);
});
