// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { system } from "#platform/auth/actor.ts";
import { fixedClock } from "#platform/clock/clock.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { watchIntroductions, watchLastDays, watchUnanswered } from "./jobs.ts";
import { exchangeStandings, standings } from "./introduction.ts";
import { contributionTypes, left, partyKinds, shownStatus } from "./post.ts";
import { seed } from "./seed.ts";
import { followUpsOf } from "./store-follow-up.ts";
import { introductionsWhere, wordsOf, type Introduction } from "./store-introduction.ts";
import { anyPost, postById, type Post } from "./store.ts";
import { wordsOf as saidOn } from "./testing.ts";

let t: TestWorld;
let posts: Post[];
let introductions: Introduction[];
before(async () => {
  t = await openTestWorld({ ideas: true });
  ({ posts, introductions } = await told());
});
after(() => t.close());

async function told(): Promise<{ posts: Post[]; introductions: Introduction[] }> {
  const things = await t.world.read.selectFrom("exchange.post").select("id").execute();
  const found = await Promise.all(things.map(({ id }) => postById(t.world.read, id)));
  return {
    posts: found.filter((post) => post !== undefined),
    introductions: await within(t.world.read, asSystem, (tx) => introductionsWhere(tx, sql`true`, 500)),
  };
}

const titled = (title: string): Post => {
  const found = posts.find((post) => post.title === title);
  assert.ok(found, title);
  return found;
};
/** The introductions over a post, by its title. */
const over = (title: string): Introduction[] => introductions.filter(({ offer, need }) => offer?.title === title || need?.title === title);
const only = (title: string): Introduction => {
  const [found, ...more] = over(title);
  assert.ok(found && more.length === 0, title);
  return found;
};

test("the demo's 160 posts stand in every state, over all places, types and kinds of party", async () => {
  const today = localDayOf(t.clock.now());
  assert.equal(posts.length, 160);
  const count = (status: string) => posts.filter((post) => shownStatus(post, today) === status).length;
  for (const status of ["held", "not-let-through", "open", "paused", "all-given", "fulfilled", "expired", "withdrawn"])
    assert.ok(count(status) >= (status === "all-given" ? 1 : 3), `${status}: ${count(status)}`);
  assert.ok(count("open") >= 95);
  const { rows } = await sql<{ slug: string }>`SELECT slug FROM places.shown_locality`.execute(t.world.read);
  assert.deepEqual(
    rows.filter(({ slug }) => !posts.some((post) => post.localitySlug === slug)),
    [],
  );
  for (const type of contributionTypes)
    assert.ok(
      posts.some((post) => post.type === type && post.public),
      type,
    );
  for (const kind of partyKinds)
    assert.ok(
      posts.some((post) => post.partyKind === kind && post.public),
      kind,
    );
});

test("whoever looks for counterparts finds each post as it stands now", async () => {
  const { rows } = await sql<{ reference: string }>`
    SELECT thing.reference FROM exchange.post JOIN platform.thing USING (id) LEFT JOIN matching.entry ON entry.thing = post.id
    WHERE (entry.contacts, entry.left_over, entry.listed_at, entry.expires_on, entry.locality)
      IS DISTINCT FROM (post.contacts, post.quantity - post.taken, post.listed_at, post.expires_on, thing.locality)`.execute(t.world.read);
  assert.deepEqual(rows, []);
});

test("91 introductions stand in every state, and so does what came of them, over eighteen months", () => {
  assert.equal(introductions.length, 91);
  for (const standing of standings)
    assert.ok(
      introductions.some((one) => one.standing === standing),
      standing,
    );
  for (const standing of exchangeStandings)
    assert.ok(
      introductions.some((one) => one.exchange?.standing === standing),
      standing,
    );
  const days = introductions.map(({ proposedAt }) => proposedAt.getTime());
  assert.ok(Math.max(...days) - Math.min(...days) > 400 * 86_400_000);
  for (const at of [...days, ...posts.map(({ submittedAt }) => submittedAt.getTime())]) assert.ok(at < t.clock.now().getTime());
});

test("what is counted as given is what both said yes to", () => {
  for (const post of posts.filter(({ quantity }) => quantity !== null)) {
    const taken = introductions
      .filter(({ offer, need }) => offer?.id === post.id || need?.id === post.id)
      .filter(({ standing, exchange }) => ["accepted", "agreed", "done"].includes(standing) && exchange?.standing !== "not-done")
      .reduce((sum, { quantity }) => sum + quantity, 0);
    assert.equal(post.taken, taken, post.title);
  }
  assert.equal(left(titled("40 planker egetræ, der er for krumme til gulv")), 32);
});

test("Nordlys and IF Åsvinget: brought together by Lone, done, and thanked by both", async () => {
  const one = only("Et sted at være inde torsdag aften");
  assert.deepEqual([one.giver.name, one.seeker.name, one.initiator, one.route], ["Nordlys ApS", "IF Åsvinget", "broker", "brokered"]);
  assert.deepEqual([one.standing, one.exchange?.standing, one.exchange?.thanked], ["done", "confirmed", { giver: true, seeker: true }]);
  const both = (await Promise.all(["naja", "mehmet"].map(async (key) => wordsOf(t.world.read, await t.actor(key), one.id)))).map(
    ({ contacts }) => contacts.map(({ side, name, phone }) => [side, name, phone]),
  );
  for (const seen of both)
    assert.deepEqual(seen, [
      ["giver", "Naja Lind", "12 34 56 42"],
      ["seeker", "Mehmet Yildiz", "12 34 56 41"],
    ]);
  assert.deepEqual((await wordsOf(t.world.read, await t.actor("lone"), one.id)).contacts, []);
});

test("Ebba has no e-mail: Lone called her, and wrote down her yes and her number", async () => {
  const one = only("En, der spiller skak og har tid til at tabe");
  assert.deepEqual([one.giver.name, one.seeker.name, one.seeker.reply?.byBroker, one.standing], ["Torben", "Ebba", true, "done"]);
  const { contacts } = await wordsOf(t.world.read, await t.actor("torben"), one.id);
  assert.deepEqual(
    contacts.filter(({ side }) => side === "seeker"),
    [{ side: "seeker", name: "Ebba", email: null, phone: "12 34 56 81" }],
  );
  const log = await followUpsOf(t.world.read, one.id);
  assert.deepEqual(
    log.map(({ why, doneAt }) => [why, doneAt !== null]),
    [["call", true]],
  );
});

test("the winter bathers of Havndal have waited for more than fourteen days: it is on the broker's desk, and open", async () => {
  const post = titled("En, der står tørt, når vi andre er i vandet");
  assert.deepEqual([post.localitySlug, post.contacts, shownStatus(post, localDayOf(t.clock.now()))], ["havndal", 0, "open"]);
  assert.deepEqual(
    (await followUpsOf(t.world.read, post.id)).map(({ why, doneAt }) => [why, doneAt]),
    [["no-contact", null]],
  );
});

test("four ideas say what they lack, and what is needed says which idea it is for", async () => {
  const tied = [
    ["Vores drejebænke holder fri fra klokken fem", "En, der ved, hvem der hæfter ved en drejebænk"],
    ["Vi vil lave radio", "En, der ved, hvorfor det hyler"],
    ["Fixerdag i den gamle brandstation", "Symaskinen, der står på dit loft"],
    ["Nogen at tage med til tandlægen", "En, der taler ukrainsk og har en formiddag"],
  ] as const;
  const { rows } = await sql<{ reference: string; title: string }>`
    SELECT thing.reference, document.title FROM platform.thing JOIN platform.search_document document ON document.thing = thing.id
    WHERE thing.kind = 'idea'`.execute(t.world.read);
  const visitor = t.visitor();
  for (const [idea, need] of tied) {
    const { reference = "" } = rows.find(({ title }) => title === idea) ?? {};
    const onIdea = saidOn((await visitor.get(`/ideer/${reference}`)).text);
    assert.ok(onIdea.split("Her mangler")[1]?.includes(need), idea);
    const onNeed = saidOn((await visitor.get(`/byttebors/${titled(need).reference}`)).text);
    assert.ok(onNeed.split("Det er til")[1]?.includes(idea), need);
  }
});

test("the newest post that all can see is in Danish", async () => {
  const { text } = await t.visitor().get("/byttebors");
  // Above the list stand two that fit.
  const [first = ""] = /\/byttebors\/[TE]-\d{4}-\d+/.exec(text.slice(text.indexOf('id="all"'))) ?? [];
  assert.equal(first, `/byttebors/${titled("Laden med lærred og tyve halmballer").reference}`);
});

test("what a broker did for those whom nobody answered is written down, and no note is lost", async () => {
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM exchange.follow_up WHERE why = 'no-contact' AND person IS NOT NULL AND note !~ '^F-'`.execute(t.world.read);
  assert.equal(rows.length, 27);
  const piano = await followUpsOf(t.world.read, titled("Jeg får dit gamle ur til at gå").id);
  assert.deepEqual(
    piano.map(({ note, who }) => [note, who]),
    [["Kaj får sine ure ind ad bagdøren. Han vil gerne blive stående her alligevel.", "Lone Vestergaard"]],
  );
});

test("what came to nothing keeps nobody's number; what nobody has claimed a broker answers for", () => {
  const silent = introductions.filter(({ seeker }) => seeker.actors.length === 0);
  assert.equal(silent.length, 3);
  for (const one of silent) assert.equal(one.route, "brokered");
  for (const one of introductions.filter(({ registered }) => registered)) assert.ok(one.acceptedAt && one.what, one.reference);
});

test("both called it useful in many introductions, and not in all", async () => {
  const { rows } = await sql<{ both: number; fewer: number }>`
    SELECT count(*) FILTER (WHERE given = 2 AND least >= 4)::int AS both, count(*) FILTER (WHERE given = 2 AND least < 4)::int AS fewer FROM (
      SELECT request.thing, count(*) AS given, min(answer.score) AS least FROM feedback.answer JOIN feedback.request ON request.id = answer.request
      JOIN platform.thing ON thing.id = request.thing WHERE thing.kind = 'introduction' GROUP BY request.thing) AS told`.execute(
    t.world.read,
  );
  assert.ok((rows[0]?.both ?? 0) >= 30);
  assert.ok((rows[0]?.fewer ?? 0) >= 3);
});

test("the clock has done all there was to do: its first quarter of an hour tells nobody anything", async () => {
  const counts = async () => {
    const { rows } = await sql`
      SELECT (SELECT count(*) FROM exchange.follow_up) AS todo, (SELECT count(*) FROM exchange.expiry_warning) AS warned,
        (SELECT count(*) FROM exchange.post WHERE expired_at IS NOT NULL) AS expired`.execute(t.world.read);
    return rows;
  };
  const before = await counts();
  for (const watch of [watchLastDays, watchUnanswered, watchIntroductions]) await watch(t.world);
  await t.runJobs();
  assert.deepEqual(await counts(), before);
  assert.deepEqual(await t.mails(), []);
  assert.deepEqual(
    (await told()).introductions.map(({ reference, standing, askedAt }) => [reference, standing, askedAt]),
    introductions.map(({ reference, standing, askedAt }) => [reference, standing, askedAt]),
  );
});

test("told twice is told once", async () => {
  await seed(t.world);
  const again = await told();
  assert.deepEqual([again.posts.length, again.introductions.length], [160, 91]);
  assert.ok(await anyPost.find(t.world.read, posts[0]?.reference ?? "", { actor: system, lock: false }));
});

test("the same can be told on a Saturday", async () => {
  await within(t.world.write, asSystem, (tx) =>
    sql`DELETE FROM platform.thing WHERE kind IN ('offer', 'need', 'introduction')`.execute(tx),
  );
  await seed({ ...t.world, clock: fixedClock("2026-11-28T11:00:00+01:00") });
  const again = await told();
  assert.deepEqual([again.posts.length, again.introductions.length], [160, 91]);
});
