// SPDX-License-Identifier: EUPL-1.2
// "Done for a kind of thing": a thing of each kind of the registry is made through its own operations and looked at from all sides. What
// a kind lacks stands in its manifest with the reason; what it says it lacks and has fails too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import type { Feature, Kind } from "#platform/feature.ts";
import { languages } from "#platform/i18n/i18n.ts";
import { addLink, cardsOf, linksOf } from "#platform/links/index.ts";
import { root } from "#platform/root.ts";
import { startFollowing } from "#features/dialogue/operations.ts";
import { enquiryIn } from "./matrix/enquiries.ts";
import { readTable } from "./matrix/table.ts";
import { ideaIn } from "./matrix/stage.ts";
import { introductionIn, openPost } from "./matrix/stage-exchange.ts";
import { listingIn } from "./matrix/stage-upcoming.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

type Made = {
  kind: Kind;
  feature: Feature;
  id: string;
  reference: string;
  title: string;
  found: string | null;
  open: boolean;
  by: string;
  place: string | null;
};

/** How a thing of each kind is made, who made it, and what its doors call it. A kind without a line here is not done. */
const makers: Record<string, { by: string; make(t: TestWorld): Promise<string>; atDoors?: string }> = {
  idea: { by: "karen", make: (t) => ideaIn(t, "public") },
  listing: { by: "signe", make: async (t) => (await listingIn(t, "asking")).reference },
  enquiry: { by: "karen", make: (t) => enquiryIn(t, "open") },
  offer: { by: "mehmet", make: (t) => openPost(t, "mehmet", "offer"), atDoors: "post" },
  need: { by: "karen", make: (t) => openPost(t, "karen", "need"), atDoors: "post" },
  introduction: { by: "karen", make: (t) => introductionIn(t, "agreed") },
};

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
});
after(() => t.close());

async function made(kind: Kind): Promise<Made> {
  const maker = makers[kind.kind];
  const feature = t.world.registry.features.find(({ kinds }) => kinds?.includes(kind));
  assert.ok(maker && feature, `nobody makes a thing of the kind ${kind.kind}`);
  const reference = await maker.make(t);
  const row = await t.world.read
    .selectFrom("platform.thing as thing")
    .leftJoin("platform.search_document as document", "document.thing", "thing.id")
    .leftJoin("places.locality as locality", "locality.id", "thing.locality")
    .select(["thing.id", "thing.visibility", "document.title", "locality.slug"])
    .where("thing.reference", "=", reference)
    .executeTakeFirst();
  assert.ok(row, `${kind.kind}: it has no row in the spine`);
  const [card] = await cardsOf(
    t.world.registry.kinds,
    t.world.read,
    [{ id: row.id, kind: kind.kind }],
    "da",
    t.clock.now(),
    await t.actor(maker.by),
  );
  assert.ok(card, `${kind.kind}: it has no card`);
  const { visibility, id, slug, title: found } = row;
  return { kind, feature, reference, by: maker.by, id, title: card.title, found, open: visibility === "public", place: slug };
}

/** What a kind has, of what a manifest may say that it lacks. */
async function has(thing: Made): Promise<Record<Exclude<keyof Kind["lacks"], "demo" | "follow">, boolean>> {
  const { kind, feature, reference, title, found, open } = thing;
  const { registry } = t.world;
  const visitor = t.visitor();
  const page = (await visitor.get(kind.page("da", { reference }))).text;
  const feed = kind.feed === undefined ? "" : (await visitor.get(`${kind.feed}/feed.xml`)).text;
  return {
    feed: feed.includes(title),
    search: found === title,
    share: open && page.includes('property="og:title"') && page.includes("application/ld+json"),
    counter: registry.features.some(({ counters }) => counters?.some((counter) => counter.kind === kind.kind)),
    export: (feature.datasets ?? []).length > 0,
    map: await onItsMap(thing),
    // Nothing shows a calendar yet: see C13.
    calendar: false,
  };
}

/** No thing is a point on a map: it is counted at its place on a map of places, and from that place one comes to it. */
async function onItsMap({ kind, title, place }: Made): Promise<boolean> {
  if (kind.map === undefined || place === null) return false;
  const visitor = t.visitor();
  const { text } = await visitor.get(kind.map);
  const [, map, places = ""] = /<figure class="map">\s*(<svg)[\s\S]*?<ul class="places">([\s\S]*?)<\/ul>/.exec(text) ?? [];
  assert.ok(map, `${kind.kind}: there is no map on ${kind.map}`);
  const [, href] = new RegExp(`href="([^"]*\\b${place}\\b[^"]*)"`).exec(places) ?? [];
  return href !== undefined && (await visitor.get(href.replaceAll("&amp;", "&"))).text.includes(title);
}

test("there are kinds, each with its own letter", () => {
  const kinds = [...t.world.registry.kinds.values()];
  assert.ok(kinds.length >= 3);
  assert.equal(new Set(kinds.map(({ letter }) => letter)).size, kinds.length);
});

for (const name of Object.keys(makers)) {
  test(`a kind of thing is done: ${name}`, async () => {
    const kind = t.world.registry.kinds.get(name);
    if (!kind) return;
    const demo = (await t.world.read.selectFrom("platform.thing").select("id").where("kind", "=", name).limit(1).execute()).length > 0;
    const thing = await made(kind);
    const actor = await t.actor(thing.by);
    const person = personOf(actor)?.id ?? "";
    assert.match(thing.reference, new RegExp(`^${kind.letter}-\\d{4}-\\d{4,}$`));

    // Card and page, in every language, for who may see it; for all others there is nothing where it is private.
    const owner = await t.as(thing.by);
    for (const lang of languages) {
      const [card] = await cardsOf(t.world.registry.kinds, t.world.read, [{ id: thing.id, kind: name }], lang, t.clock.now(), actor);
      assert.equal(card?.title, thing.title, lang);
      assert.equal(card?.href, kind.page(lang, thing));
      assert.ok(typeof card?.sign.text === "string" && card.sign.text.length > 2);
      assert.equal((await owner.get(kind.page(lang, thing))).status, 200, lang);
      assert.equal((await t.visitor().get(kind.page(lang, thing))).status, thing.open ? 200 : 404, lang);
    }

    // Followed and tied to others; what is private shows at no other end.
    const follow = await t.perform(startFollowing, { as: thing.by, reference: thing.reference, input: {} }).then(
      () => true,
      () => false,
    );
    const other = await made(t.world.registry.kinds.get("idea") ?? kind);
    await t.world.write.transaction().execute((tx) => addLink(tx, { from: thing.id, to: other.id, relation: "needs", now: t.clock.now() }));
    assert.equal(
      (await linksOf(t.world.read, other.id)).some(({ id }) => id === thing.id),
      thing.open,
    );

    // Audit, authorization, privacy, the policy.
    const audited = await t.world.read.selectFrom("platform.audit").select("id").where("thing", "=", thing.id).limit(1).executeTakeFirst();
    assert.ok(audited, "no audit entry is about it");
    const atDoors = makers[name]?.atDoors ?? name;
    const doors = [...t.world.registry.operations.values(), ...t.world.registry.queries.values()].filter(({ on }) => on === atDoors);
    const rows = readTable();
    assert.ok(doors.length > 0);
    assert.deepEqual(
      doors.filter((door) => !rows.some((row) => row.door === door.name)).map((door) => door.name),
      [],
    );
    const trace = readFileSync(join(root, "docs/policy-trace.md"), "utf8");
    assert.ok(trace.includes(`src/features/${thing.feature.name}/`), "no row of the policy trace names a test of it");
    await exportedAndErased(thing, person);

    const there = { ...(await has(thing)), demo, follow };
    const lacks = kind.lacks;
    for (const [what, yes] of Object.entries(there)) {
      const reason = Object.entries(lacks).find(([key]) => key === what)?.[1];
      assert.equal(reason === undefined, yes, yes ? `it has ${what}, and says it lacks it` : `it lacks ${what} and does not say why`);
    }
  });
}

/** The tables of a kind's slice say what they hold of a person: the export finds something, and after erasing nobody owns the thing. */
async function exportedAndErased({ feature, id }: Made, person: string): Promise<void> {
  const undo = new Error("undo");
  await t.world.write
    .transaction()
    .execute(async (tx) => {
      let found = 0;
      for (const { export: give } of feature.privacy) {
        if (typeof give === "string") continue;
        const rows: unknown = await give(tx, person);
        found += Array.isArray(rows) ? rows.length : 0;
      }
      assert.ok(found > 0, "who made it gets nothing of it when asking for what is theirs");
      for (const { erase } of feature.privacy) if (typeof erase !== "string") await erase(tx, person);
      const left = await tx.selectFrom("platform.thing").select("owner_person").where("id", "=", id).executeTakeFirst();
      assert.notEqual(left?.owner_person, person, "it still says whose it is");
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
}

test("every kind of the registry is tried", () => {
  assert.deepEqual(
    [...t.world.registry.kinds.keys()].filter((name) => !(name in makers)),
    [],
  );
});
