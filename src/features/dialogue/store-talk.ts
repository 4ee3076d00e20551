// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { RoleName } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Stand } from "./comment.ts";
import { referenceOf } from "./store-comment.ts";

/** What people say of a thing, in numbers, and whether the one who looks is among them. */
export type Standing = { supports: number; followers: number; supporting: boolean; following: boolean };

/** A comment as everybody may see it. What was taken back has neither words nor name. */
export type Said = {
  reference: string;
  number: number;
  name: string | null;
  role: RoleName | null;
  area: { name: string; nameEn: string } | null;
  stand: Stand | null;
  text: string | null;
  at: Date;
  correctedAt: Date | null;
  /** What stood there before, oldest first. */
  earlier: string[];
  mine: boolean;
};
export type SaidThread = Said & { replies: Said[] };

export type Tally = { comments: number; for: number; against: number; questions: number };
/** `next`: the number after which the next page begins. */
export type Conversation = { tally: Tally; threads: SaidThread[]; next: number | undefined };
export type TalkOf = Standing & { conversation: Conversation };

/** So many threads stand on a page, with all that was answered to each. */
export const threadsOnPage = 50;

type Row = Standing & Tally & { said: SaidRow[] };
type SaidRow = Omit<Said, "reference" | "at" | "correctedAt"> & { replyTo: number | null; at: string; correctedAt: string | null };

/**
 * One statement for all that a page shows of what people say of a thing: numbers and a page of the conversation. Of what is held
 * or withdrawn nobody says anything. In: `person`, where somebody is logged in; `after`, the last thread seen.
 */
export async function talkOf(
  db: Db,
  { thing, person, after = 0 }: { thing: { id: string; reference: string }; person: string | undefined; after?: number | undefined },
): Promise<TalkOf> {
  const { id } = thing;
  const who = sql`${person ?? null}::uuid`;
  const { rows } = await sql<Row>`
    WITH shown AS (
      SELECT number FROM dialogue.comment top
      WHERE thing = ${id} AND reply_to IS NULL AND number > ${after}
        AND (taken_back_at IS NULL OR EXISTS (
          SELECT 1 FROM dialogue.comment reply WHERE reply.thing = top.thing AND reply.reply_to = top.number AND reply.taken_back_at IS NULL))
        AND EXISTS (SELECT 1 FROM platform.thing WHERE id = ${id} AND visibility = 'public' AND withdrawn_at IS NULL)
      ORDER BY number LIMIT ${sql.lit(threadsOnPage + 1)}
    ), said AS (
      SELECT comment.* FROM shown JOIN dialogue.comment ON comment.thing = ${id} AND comment.number = shown.number
      UNION ALL
      SELECT comment.* FROM shown JOIN dialogue.comment ON comment.thing = ${id} AND comment.reply_to = shown.number AND comment.taken_back_at IS NULL
    ), tally AS (
      SELECT count(*) AS comments, count(*) FILTER (WHERE stand = 'for') AS "for", count(*) FILTER (WHERE stand = 'against') AS against,
        count(*) FILTER (WHERE stand = 'question') AS questions
      FROM dialogue.comment WHERE thing = ${id} AND taken_back_at IS NULL
        AND EXISTS (SELECT 1 FROM platform.thing WHERE id = ${id} AND visibility = 'public' AND withdrawn_at IS NULL)
    )
    SELECT tally.*,
      (SELECT count(*) FROM dialogue.support WHERE thing = ${id}) AS supports,
      (SELECT count(*) FROM dialogue.follow WHERE thing = ${id}) AS followers,
      EXISTS (SELECT 1 FROM dialogue.support WHERE thing = ${id} AND person = ${who}) AS supporting,
      EXISTS (SELECT 1 FROM dialogue.follow WHERE thing = ${id} AND person = ${who}) AS following,
      (SELECT coalesce(json_agg(json_build_object(
          'number', said.number, 'replyTo', said.reply_to, 'name', said.shown_name, 'role', said.role, 'stand', said.stand, 'text', said.text, 'at', said.at,
          'correctedAt', said.corrected_at, 'mine', coalesce(said.person = ${who}, false),
          'area', CASE WHEN area.id IS NOT NULL THEN json_build_object('name', area.name, 'nameEn', area.name_en) END,
          'earlier', CASE WHEN said.corrected_at IS NULL THEN '[]'::json ELSE (
            SELECT json_agg(before.text ORDER BY before.ordinal) FROM dialogue.correction before WHERE before.thing = ${id} AND before.number = said.number) END
        ) ORDER BY said.number), '[]')
        FROM said LEFT JOIN places.shown_area area ON area.id = said.role_area) AS said
    FROM tally`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A count gives one row");
  const { said, comments, for: pro, against, questions, ...standing } = row;
  return { ...standing, conversation: { tally: { comments, for: pro, against, questions }, ...threaded(thing, said) } };
}

export type NewComment = {
  thing: string;
  reference: string;
  title: string;
  kind: string;
  number: number;
  replyTo: number | null;
  person: string | null;
  name: string | null;
  role: RoleName | null;
  area: { name: string; nameEn: string } | null;
  text: string;
  at: Date;
};

/**
 * What was said in a window (`since`, `until`] under public things that somebody follows, from when they began to: for a mail (see
 * `gather`, which leaves out their own words). What was taken back is not there any more, nor what they were told at once.
 */
export async function newComments(
  db: Db | Tx,
  { reader, since, until }: { reader: string; since: Date; until: Date },
): Promise<NewComment[]> {
  const { rows } = await sql<NewComment>`
    SELECT comment.thing, thing.reference, thing.kind, document.title, comment.number, comment.reply_to AS "replyTo", comment.person,
      comment.shown_name AS name, comment.role, comment.text, comment.at,
      CASE WHEN area.id IS NOT NULL THEN json_build_object('name', area.name, 'nameEn', area.name_en) END AS area
    FROM dialogue.follow JOIN dialogue.comment ON comment.thing = follow.thing AND comment.at >= follow.since
    JOIN platform.thing ON thing.id = comment.thing AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
    JOIN platform.search_document document ON document.thing = thing.id
    LEFT JOIN places.shown_area area ON area.id = comment.role_area
    WHERE follow.person = ${reader} AND comment.taken_back_at IS NULL AND comment.at > ${since} AND comment.at <= ${until}
      AND NOT EXISTS (
        SELECT 1 FROM platform.event told JOIN platform.event asked ON asked.thing = told.thing AND asked.name = told.name AND asked.data->'number' = told.data->'toldTo'
        WHERE told.thing = comment.thing AND told.name = 'dialogue.commented' AND told.data->'number' = to_jsonb(comment.number) AND asked.actor_person = ${reader})
    ORDER BY comment.at, comment.number`.execute(db);
  return rows;
}

function threaded(thing: { reference: string }, rows: SaidRow[]): Pick<Conversation, "threads" | "next"> {
  const byNumber = new Map<number, SaidThread>();
  for (const row of rows) {
    const { replyTo, at, correctedAt, ...rest } = row;
    const said = {
      reference: referenceOf(thing, row.number),
      ...rest,
      at: new Date(at),
      correctedAt: correctedAt === null ? null : new Date(correctedAt),
    };
    if (replyTo === null) byNumber.set(row.number, { ...said, replies: [] });
    else byNumber.get(replyTo)?.replies.push(said);
  }
  const all = [...byNumber.values()];
  const threads = all.slice(0, threadsOnPage);
  return { threads, next: all.length > threadsOnPage ? threads.at(-1)?.number : undefined };
}
