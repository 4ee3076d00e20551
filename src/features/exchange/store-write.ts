// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { addThing, indexThing, publishThing, withdrawThing } from "#platform/db/things.ts";
import type { Audience, Closing, ContributionType, Credential, PartyKind, PostKind, Routing } from "./post.ts";

/** What a writer says of a post. Days are the municipality's; `weekdays` as bits. */
export type Words = {
  title: string;
  text: string;
  type: ContributionType;
  locality: string | undefined;
  themes: string[];
  remote: boolean;
  reachKm: number | undefined;
  weekdays: number | null;
  fromDay: LocalDay | undefined;
  untilDay: LocalDay | undefined;
  persons: number | undefined;
  quantity: number | undefined;
  audience: Audience;
  minAge: number | undefined;
  credential: Credential | undefined;
  routing: Routing;
};

export type NewPost = Words & {
  id: string;
  kind: PostKind;
  shownName: string | null;
  organisation: string | undefined;
  partyName: string | undefined;
  partyKind: PartyKind;
  owner: string | undefined;
  mailbox: string | undefined;
  claimHash: Buffer | undefined;
  phone: string | undefined;
  area: string;
  like: string | undefined;
  lookBy: LocalDay;
  expiresOn: LocalDay;
  /** Seen by all at once. */
  open: boolean;
  now: Date;
};

export const letterOf = (kind: PostKind): string => (kind === "offer" ? "T" : "E");

/** A new post, in the list at once or held. Out: its reference. */
export function addPost(tx: Tx, post: NewPost): Promise<string> {
  const own = tx.insertInto("exchange.post").values({
    id: post.id,
    kind: post.kind,
    shown_name: post.shownName,
    party_name: post.partyName ?? null,
    party_kind: post.partyKind,
    mailbox: post.mailbox ?? null,
    claim_hash: post.claimHash ?? null,
    phone: post.phone ?? null,
    copied_from: post.like ?? null,
    submitted_at: post.now,
    look_by: post.lookBy,
    expires_on: post.expiresOn,
    published_at: post.open ? post.now : null,
    ...wordsOf(post),
  });
  return addThing(
    tx,
    {
      id: post.id,
      kind: post.kind,
      letter: letterOf(post.kind),
      visibility: post.open ? "public" : "held",
      ownerPerson: post.owner,
      ownerOrganisation: post.organisation,
      locality: post.locality,
      area: post.area,
      themes: post.themes,
      title: post.title,
      body: post.text,
      now: post.now,
      year: Number(localDayOf(post.now).slice(0, 4)),
    },
    own,
  );
}

const wordsOf = (words: Words) => ({
  title: words.title,
  text: words.text,
  contribution_type: words.type,
  remote: words.remote,
  reach_km: words.reachKm ?? null,
  weekdays: words.weekdays,
  from_day: words.fromDay ?? null,
  until_day: words.untilDay ?? null,
  persons: words.persons ?? null,
  quantity: words.quantity ?? null,
  audience: words.audience,
  min_age: words.minAge ?? null,
  credential: words.credential ?? null,
  routing: words.routing,
});

/** From held to public. */
export async function publish(tx: Tx, post: string, now: Date): Promise<void> {
  await publishThing(tx, post, now);
  await tx.updateTable("exchange.post").set({ published_at: now }).where("id", "=", post).where("published_at", "is", null).execute();
}

/** Says whose it is. The code and the mailbox have done their work. */
export async function giveOwner(tx: Tx, post: string, person: string): Promise<void> {
  await tx.updateTable("platform.thing").set({ owner_person: person }).where("id", "=", post).where("owner_person", "is", null).execute();
  await tx.updateTable("exchange.post").set({ claim_hash: null }).where("id", "=", post).execute();
}

export const addLook = (
  tx: Tx,
  look: { id: string; post: string; letThrough: boolean; reason: string | undefined; person: string; now: Date },
): Promise<unknown> =>
  tx
    .insertInto("exchange.look")
    .values({
      id: look.id,
      post: look.post,
      let_through: look.letThrough,
      reason: look.reason ?? null,
      person: look.person,
      at: look.now,
    })
    .execute();

/** What stood there before is kept, where the words themselves changed. */
export async function edit(
  tx: Tx,
  {
    post,
    before,
    ordinal,
    person,
    now,
    ...words
  }: Words & { post: string; before: { title: string; text: string }; ordinal: number; person: string | undefined; now: Date },
): Promise<void> {
  if (before.title !== words.title || before.text !== words.text) {
    await tx
      .insertInto("exchange.edit")
      .values({ post, ordinal, title: before.title, text: before.text, person: person ?? null, at: now })
      .execute();
    await indexThing(tx, post, words.title, words.text);
  }
  await tx.updateTable("exchange.post").set(wordsOf(words)).where("id", "=", post).execute();
  await tx
    .updateTable("platform.thing")
    .set({ locality: words.locality ?? null })
    .where("id", "=", post)
    .execute();
  await tx.deleteFrom("platform.thing_theme").where("thing", "=", post).execute();
  if (words.themes.length > 0)
    await tx
      .insertInto("platform.thing_theme")
      .values(words.themes.map((theme) => ({ thing: post, theme })))
      .execute();
}

/** Mended after a no: it waits for somebody to look, by a new day. */
export const resubmit = (tx: Tx, post: string, lookBy: LocalDay, now: Date): Promise<unknown> =>
  tx.updateTable("exchange.post").set({ resubmitted_at: now, look_by: lookBy }).where("id", "=", post).execute();

export const setPaused = (tx: Tx, post: string, at: Date | null): Promise<unknown> =>
  tx.updateTable("exchange.post").set({ paused_at: at }).where("id", "=", post).execute();

/** Over, or taken up again (`null`). What is withdrawn is no longer shown to others. What is removed remembers whether it was fulfilled. */
export async function close(tx: Tx, post: string, closed: Closing | null, now: Date): Promise<void> {
  await tx
    .updateTable("exchange.post")
    .set((eb) => ({
      closed,
      closed_at: closed === null ? null : now,
      closed_before: closed === "removed" ? eb.ref("closed") : null,
      ...(closed === null ? { paused_at: null } : {}),
    }))
    .where("id", "=", post)
    .execute();
  if (closed === "withdrawn") await withdrawThing(tx, post, now);
  if (closed === "removed") await tx.updateTable("platform.thing").set({ visibility: "held" }).where("id", "=", post).execute();
  if (closed === null) await showAgain(tx, post);
}

/** What was removed is what it was before: fulfilled, or in the list. */
export async function undoRemoval(tx: Tx, post: string): Promise<void> {
  await tx
    .updateTable("exchange.post")
    .set((eb) => ({
      closed: eb.ref("closed_before"),
      closed_at: eb.case().when("closed_before", "is not", null).then(eb.ref("closed_at")).end(),
      closed_before: null,
      paused_at: null,
    }))
    .where("id", "=", post)
    .execute();
  await showAgain(tx, post);
}

const showAgain = (tx: Tx, post: string): Promise<unknown> =>
  tx.updateTable("platform.thing").set({ visibility: "public" }).where("id", "=", post).where("published_at", "is not", null).execute();

/** A new last day; what had expired stands in the list again. */
export async function renew(
  tx: Tx,
  { post, from, to, person, now }: { post: string; from: LocalDay; to: LocalDay; person: string | undefined; now: Date },
): Promise<void> {
  await sql`INSERT INTO exchange.renewal (post, ordinal, from_day, to_day, person, at)
    SELECT ${post}, coalesce(max(ordinal), 0) + 1, ${from}, ${to}, ${person ?? null}, ${now} FROM exchange.renewal WHERE post = ${post}`.execute(
    tx,
  );
  await tx.updateTable("exchange.post").set({ expires_on: to, expired_at: null, paused_at: null }).where("id", "=", post).execute();
}

export const setExpired = (tx: Tx, post: string, now: Date): Promise<unknown> =>
  tx.updateTable("exchange.post").set({ expired_at: now }).where("id", "=", post).where("expired_at", "is", null).execute();

/** Out: whether it is new; each day of each promise is warned of once. */
export async function addWarning(
  tx: Tx,
  { post, expiresOn, daysBefore, now }: { post: string; expiresOn: LocalDay; daysBefore: number; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("exchange.expiry_warning")
    .values({ post, expires_on: expiresOn, days_before: daysBefore, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Holds posts still until the transaction ends: in one order, so that two who hold the same posts never wait for each other. */
export const holdPosts = (tx: Tx, posts: readonly string[]): Promise<unknown> =>
  sql`SELECT FROM exchange.post WHERE id = ANY(${[...posts]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`.execute(tx);

/** How many of it are promised; nobody takes or gives back any until the transaction ends. */
export async function takenNow(tx: Tx, post: string): Promise<number> {
  const { taken } = await tx.selectFrom("exchange.post").select("taken").where("id", "=", post).forNoKeyUpdate().executeTakeFirstOrThrow();
  return taken;
}

/** Takes so many of what there is. Out: whether there were enough; nothing is taken where there were not. What is not counted is never used up. */
export async function take(tx: Tx, post: string, quantity: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("exchange.post")
    .set((eb) => ({ taken: eb("taken", "+", quantity) }))
    .where("id", "=", post)
    .where((eb) => eb.or([eb("quantity", "is", null), eb(eb("taken", "+", quantity), "<=", eb.ref("quantity"))]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Gives back what was taken and not used. */
export const giveBack = (tx: Tx, post: string, quantity: number): Promise<unknown> =>
  tx
    .updateTable("exchange.post")
    .set((eb) => ({ taken: eb("taken", "-", quantity) }))
    .where("id", "=", post)
    .execute();

/** The post that another repeats: public, or the writer's own. */
export async function postByReference(db: Db | Tx, reference: string, person: string | undefined): Promise<string | undefined> {
  const row = await db
    .selectFrom("platform.thing as thing")
    .innerJoin("exchange.post as post", "post.id", "thing.id")
    .select("thing.id")
    .where("thing.reference", "=", reference)
    .where((eb) => eb.or([eb("thing.visibility", "=", "public"), eb("thing.owner_person", "=", person ?? null)]))
    .executeTakeFirst();
  return row?.id;
}
