// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { sql } from "kysely";
import { asSystem, within } from "#platform/db/scope.ts";
import { look, remove } from "#features/exchange/operations-broker.ts";
import { introduce, reply, write } from "#features/exchange/operations-introduction.ts";
import { saveProfile } from "#features/exchange/operations-profile.ts";
import { change, pause, submit, takeBack } from "#features/exchange/operations-writer.ts";
import { byPhone, greeting, introductionIn, introductionStates, openPost } from "../matrix/stage-exchange.ts";
import type { TestWorld } from "../test-world.ts";

/** What stands nowhere but where only the two, or only the brokers, may read it. */
export const exchangeCanaries = [
  "canary-post",
  "canary-paused",
  "canary-contact",
  "canary-before-yes",
  "canary-greeting",
  "canary-message",
  "canary-decline",
  "canary-agreed",
  "canary-resolved",
  "canary-thanks",
  "canary-log",
  "canary-profile",
];

/**
 * A paused post is public with its standing: at its own address, with whoever follows it, in the open data and in what its place says.
 * It is out of the list, and so out of the feeds, the map and the embeds of the list.
 */
export const besideTheList =
  /^canary-paused (\/en)?\/((byttebors|foelg|api\/v1\/posts)\/[TE]-\d{4}-\d+\b|aabne-data\/|lokalomraade\/|tema\/)/;

const lookers = sql`SELECT id FROM people.person WHERE demo_key IN ('karen', 'jens', 'lone')`;
const stands = (side: "giver" | "seeker", who: ReturnType<typeof sql>) => sql`(one.${sql.ref(`${side}_person`)} = ${who}
  OR people.speaks_for(${who}, one.${sql.ref(`${side}_organisation`)}, current_date))`;
/** What is behind a tab or a choice of the exchange's pages. */
export const chosen = [
  ...["", "/en"].flatMap((lang) => ["fits", "profiles"].map((tab) => `${lang}/byttebors/formidler?tab=${tab}`)),
  ...["", "/kort", "/indlejr", "/indlejr.html", "/feed.xml", "/feed.json"].map(
    (page) => `/byttebors${page}?kind=offer&type=thing&locality=langaa`,
  ),
  "/api/v1/broker-desk?tab=profiles",
  "/api/v1/posts?kind=offer&type=thing&locality=langaa",
  "/api/v1/posts?q=canary",
  "/byttebors?q=canary",
];

/** Introductions by the direct way, of which nobody who looks is one of the two. */
const ofOthers = sql`(SELECT one.id FROM exchange.introduction one WHERE one.route = 'direct' AND NOT EXISTS (
  SELECT FROM (${lookers}) who WHERE ${stands("giver", sql`who.id`)} OR ${stands("seeker", sql`who.id`)}))`;

const group = { partyName: "Aktive Naboer på Åsen", partyKind: "group" };
const words = { title: "canary-post", text: "canary-post", type: "thing", where: "langaa" };

/** Sofie's posts in each state in which others do not find them, and all that may stand between Karen and Sofie. Out: references. */
export async function stageExchange(t: TestWorld): Promise<string[]> {
  const send = async (more: Record<string, string>): Promise<string> =>
    String((await t.perform(submit, { as: "sofie", input: { kind: "offer", ...words, ...more } })).answer.reference);
  const held = await send(group);
  const refused = await send(group);
  await t.perform(look, { as: "lone", reference: refused, input: { letThrough: "no", reason: "canary-refusal" } });
  const removed = await openPost(t, "sofie", "offer", words);
  await t.perform(change, { as: "sofie", reference: removed, input: { ...words, title: "canary-post too" } });
  await t.perform(remove, { as: "lone", reference: removed, input: { reason: "canary-refusal" } });
  const taken = await openPost(t, "sofie", "need", words);
  await t.perform(takeBack, { as: "sofie", reference: taken, input: {} });
  const resting = await openPost(t, "sofie", "offer", { ...words, title: "canary-paused", text: "canary-paused" });
  await t.perform(pause, { as: "sofie", reference: resting, input: {} });
  await t.perform(saveProfile, { as: "sofie", input: { types: "skill", text: "canary-profile" } });
  const between: string[] = [];
  for (const state of introductionStates) between.push(await introductionIn(t, state));
  return [held, refused, removed, taken, resting, ...between, ...(await betweenOthers(t))];
}

/** One of each standing between two others, and one in which they wrote to each other. */
const betweenOthers = (t: TestWorld): Promise<string[]> =>
  within(t.world.write, asSystem, async (tx) => {
    const { rows } = await sql<{ reference: string }>`
      SELECT DISTINCT ON (standing, wrote) reference FROM (
        SELECT reference, standing, EXISTS (SELECT FROM exchange.message WHERE introduction = one.id) AS wrote
        FROM exchange.introduction one JOIN platform.thing USING (id) WHERE one.id IN ${ofOthers}) AS between_others ORDER BY standing, wrote, reference`.execute(
      tx,
    );
    return rows.map(({ reference }) => reference);
  });

/** Each field of the exchange that not everybody may see gets its canary. */
export async function plantExchange(t: TestWorld): Promise<void> {
  await within(t.world.write, asSystem, async (tx) => {
    const put = async (least: number, what: string, statement: ReturnType<typeof sql>): Promise<void> => {
      const { numAffectedRows = 0n } = await statement.execute(tx);
      assert.ok(numAffectedRows >= BigInt(least), `there are too few ${what}: ${numAffectedRows}`);
    };
    await put(
      50,
      "posts",
      sql`UPDATE exchange.post SET phone = '99 88 77 ' || lpad((abs(hashtext(post.id::text)) % 100)::text, 2, '0')
      FROM platform.thing WHERE thing.id = post.id AND owner_person NOT IN (${lookers})`,
    );
    await put(30, "introductions", sql`UPDATE exchange.introduction SET greeting = 'canary-greeting' WHERE id IN ${ofOthers}`);
    await put(
      5,
      "that ended",
      sql`UPDATE exchange.introduction SET end_reason = 'canary-decline' WHERE ended_at IS NOT NULL AND id IN ${ofOthers}`,
    );
    await put(30, "replies", sql`UPDATE exchange.reply SET reason = 'canary-decline' WHERE introduction IN ${ofOthers}`);
    await put(
      30,
      "contacts",
      sql`UPDATE exchange.contact SET name = 'canary-contact', email = 'canary-contact@example.dk', phone = '99 88 77 66' WHERE introduction IN ${ofOthers}`,
    );
    await put(10, "messages", sql`UPDATE exchange.message SET text = 'canary-message' WHERE introduction IN ${ofOthers}`);
    await put(20, "agreements", sql`UPDATE exchange.exchange SET what = 'canary-agreed' WHERE introduction IN ${ofOthers}`);
    await put(1, "resolved", sql`UPDATE exchange.resolution SET note = 'canary-resolved' WHERE introduction IN ${ofOthers}`);
    await put(20, "thanks", sql`UPDATE exchange.appreciation SET text = 'canary-thanks', public = false WHERE introduction IN ${ofOthers}`);
    await put(20, "tasks of brokers", sql`UPDATE exchange.follow_up SET note = 'canary-log' WHERE done_at IS NOT NULL`);
    await put(3, "that Karen waits for", beforeYes("karen"));
  });
  t.world.versions.moved(["offer", "need", "introduction", "organisation", "person"]);
}

/** How to reach the other one lies there as soon as they began; also where it should have gone when it came to nothing. */
const beforeYes = (key: string): ReturnType<typeof sql> => sql`
  WITH mine AS (
    SELECT one.id, CASE WHEN one.giver_person = me.id THEN 'seeker' ELSE 'giver' END AS other
    FROM exchange.introduction one JOIN people.person me ON me.demo_key = ${key} AND me.id IN (one.giver_person, one.seeker_person)
    WHERE one.accepted_at IS NULL)
  INSERT INTO exchange.contact (introduction, side, name, email, phone)
  SELECT id, other, 'canary-before-yes', 'canary-before-yes@example.dk', '99 88 77 66' FROM mine
  ON CONFLICT (introduction, side) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone`;

/** Karen answers Sofie's post, they write, and Sofie says yes; each shares a number alone. Out: who got which mail, and when. */
export async function mailsBetween(t: TestWorld): Promise<{ before: string[]; after: string[]; karen: string; sofie: string }> {
  const addressOf = async (key: string): Promise<string> => {
    const { rows } = await t.world.readPool.query<{ address: string }>(
      "SELECT address FROM people.mailbox JOIN people.person ON person.id = mailbox.person WHERE demo_key = $1 ORDER BY address LIMIT 1",
      [key],
    );
    return rows[0]?.address ?? "";
  };
  const [karen, sofie] = [await addressOf("karen"), await addressOf("sofie")];
  const told = async (): Promise<string[]> => {
    await t.runJobs();
    const mails = await t.mails();
    return mails.filter(({ recipient }) => [karen, sofie].includes(recipient)).map((mail) => JSON.stringify(mail));
  };
  const already = await told();
  const post = await openPost(t, "sofie", "offer", { title: "Syv skovle", text: "De står i skuret bag huset." });
  const { answer } = await t.perform(introduce, { as: "karen", reference: post, input: { greeting, ...byPhone } });
  const reference = String(answer.reference);
  for (const as of ["karen", "sofie"]) await t.perform(write, { as, reference, input: { text: `Hilsen fra ${as}.` } });
  const before = (await told()).filter((mail) => !already.includes(mail));
  await t.perform(reply, { as: "sofie", reference, input: { yes: "yes", sharePhone: "60 70 80 90" } });
  const after = (await told()).filter((mail) => ![...already, ...before].includes(mail));
  return { before, after, karen, sofie };
}
