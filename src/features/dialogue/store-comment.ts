// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Finder } from "#platform/operations/operation.ts";
import type { Spoken, Stand } from "./comment.ts";
import type { Followed } from "./store.ts";

/** A thing that can be talked about, with what decides as whom one speaks of it. */
export type Talked = Followed & { area: string | null };

/** Public things. Locked while something is said of one, so that each comment has its own number. */
export const talkable: Finder<Talked> = {
  kind: "thing",
  find: async (db, reference, { lock }) => (await found(db, sql`thing.reference = ${reference}`, lock))[0],
};

const found = async (db: Db | Tx, which: ReturnType<typeof sql>, lock: boolean): Promise<Talked[]> => {
  const { rows } = await sql<Talked>`
    SELECT thing.id, thing.kind, thing.reference, thing.area, document.title
    FROM platform.thing JOIN platform.search_document document ON document.thing = thing.id
    WHERE ${which} AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
    ${lock ? sql`FOR NO KEY UPDATE OF thing` : sql``}`.execute(db);
  return rows;
};

/** One comment with what the rules and its forms need of it. */
export type OneComment = {
  thing: Talked;
  reference: string;
  number: number;
  replyTo: number | null;
  ownerPerson: string | null;
  shownName: string | null;
  role: string | null;
  stand: Stand | null;
  text: string | null;
  takenBack: boolean;
  replies: number;
};

/** "I-2026-0142.3" is the third comment to I-2026-0142: there as long as the thing is. */
export const comment: Finder<OneComment> = {
  kind: "comment",
  async find(db, reference, { lock }) {
    const [, of = "", number = ""] = /^([A-Z]-\d{4}-\d{4,9})\.(\d{1,6})$/.exec(reference) ?? [];
    const [thing] = of === "" ? [] : await found(db, sql`thing.reference = ${of}`, lock);
    return thing && one(db, thing, Number(number));
  },
};

async function one(db: Db | Tx, thing: Talked, number: number): Promise<OneComment | undefined> {
  const { rows } = await sql<Omit<OneComment, "thing" | "reference">>`
    SELECT number, reply_to AS "replyTo", person AS "ownerPerson", shown_name AS "shownName", role, stand, text,
      taken_back_at IS NOT NULL AS "takenBack",
      (SELECT count(*) FROM dialogue.comment reply WHERE reply.thing = comment.thing AND reply.reply_to = comment.number AND reply.taken_back_at IS NULL) AS replies
    FROM dialogue.comment WHERE thing = ${thing.id} AND number = ${number}`.execute(db);
  return rows[0] && { ...rows[0], thing, reference: referenceOf(thing, rows[0].number) };
}

export const referenceOf = (thing: { reference: string }, number: number): string => `${thing.reference}.${number}`;

/** The same by a thing's id, for what an event is about. */
export async function commentByNumber(db: Db | Tx, thing: string, number: number): Promise<OneComment | undefined> {
  const [on] = await found(db, sql`thing.id = ${thing}`, false);
  return on && one(db, on, number);
}

export type NewComment = {
  thing: string;
  replyTo: number | undefined;
  person: string;
  shownName: string | undefined;
  spoken: Spoken | undefined;
  stand: Stand | undefined;
  text: string;
  now: Date;
};

/** Out: its number. The thing must be locked. */
export async function addComment(tx: Tx, { thing, replyTo, person, shownName, spoken, stand, text, now }: NewComment): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    INSERT INTO dialogue.comment (thing, number, reply_to, person, shown_name, role, role_area, role_committee, stand, text, at)
    SELECT ${thing}, coalesce(max(number), 0) + 1, ${replyTo ?? null}::integer, ${person}, ${shownName ?? null}, ${spoken?.role ?? null},
      ${spoken?.area ?? null}::uuid, ${spoken?.committee ?? null}, ${stand ?? null}, ${text}, ${now}
    FROM dialogue.comment WHERE thing = ${thing} RETURNING number`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error("A comment was added and has no number");
  return made.number;
}

/** Puts a new text in its place and keeps the one before. */
export async function correct(
  tx: Tx,
  { thing, number, text, now }: { thing: string; number: number; text: string; now: Date },
): Promise<void> {
  await sql`
    INSERT INTO dialogue.correction (thing, number, ordinal, text, at)
    SELECT thing, number, 1 + (SELECT count(*) FROM dialogue.correction before WHERE before.thing = comment.thing AND before.number = comment.number), text, coalesce(corrected_at, at)
    FROM dialogue.comment WHERE thing = ${thing} AND number = ${number}`.execute(tx);
  await sql`UPDATE dialogue.comment SET text = ${text}, corrected_at = ${now} WHERE thing = ${thing} AND number = ${number}`.execute(tx);
}

/** The words go, also those that stood there before; the place stays. */
export async function takeBack(tx: Tx, { thing, number, now }: { thing: string; number: number; now: Date }): Promise<void> {
  await sql`DELETE FROM dialogue.correction WHERE thing = ${thing} AND number = ${number}`.execute(tx);
  await sql`
    UPDATE dialogue.comment SET taken_back_at = ${now}, text = NULL, shown_name = NULL, stand = NULL, role = NULL, role_area = NULL, role_committee = NULL, corrected_at = NULL
    WHERE thing = ${thing} AND number = ${number}`.execute(tx);
}
