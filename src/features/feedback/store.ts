// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { personOf } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Kinds } from "#platform/feature.ts";
import { switchedOff } from "#platform/operations/refusal.ts";
import type { Finder } from "#platform/operations/operation.ts";
import { knownDays, waitHours } from "./feedback.ts";

/** `title`: what a public thing is found by; null for a private one, whose words stand nowhere but with itself (see `withTitle`). */
export type Request = {
  id: string;
  occasion: string;
  thing: string;
  reference: string;
  kind: string;
  title: string | null;
  answered: boolean;
};

const requests = (which: ReturnType<typeof sql>) => sql<Request>`
  SELECT request.id, request.occasion, request.thing, thing.reference, thing.kind, document.title, answer.request IS NOT NULL AS answered
  FROM feedback.request JOIN platform.thing ON thing.id = request.thing LEFT JOIN platform.search_document document ON document.thing = thing.id
  LEFT JOIN feedback.answer ON answer.request = request.id
  WHERE ${which} ORDER BY request.asked_at DESC LIMIT 1`;

/** What one was asked about a thing oneself; for everybody else there is nothing. */
export const askedAbout: Finder<Request> = {
  kind: "asked",
  async find(db, reference, { actor }) {
    const person = personOf(actor)?.id;
    if (person === undefined) return undefined;
    return (await requests(sql`thing.reference = ${reference} AND request.person = ${person}`).execute(db)).rows[0];
  },
};

/** What the owner of a mailbox was asked about a thing. */
export async function requestOf(db: Db | Tx, thing: string, person: string): Promise<Request | undefined> {
  return (await requests(sql`request.thing = ${thing} AND request.person = ${person}`).execute(db)).rows[0];
}

/** Whether somebody was asked about a thing: then its page leads to the question. */
export const isAsked = async (db: Db | Tx, thing: string, person: string): Promise<boolean> =>
  (await sql`SELECT 1 FROM feedback.request WHERE thing = ${thing} AND person = ${person}`.execute(db)).rows.length > 0;

export type NewRequest = { id: string; occasion: string; thing: string; person: string; area: string | null; now: Date };

/** Asks, or does nothing where this person was asked on this occasion before. Out: whether it is new. */
export async function addRequest(tx: Tx, { id, occasion, thing, person, area, now }: NewRequest): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO feedback.request (id, occasion, thing, person, area, asked_at) VALUES (${id}, ${occasion}, ${thing}, ${person}, ${area}, ${now})
    ON CONFLICT (thing, person, occasion) DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Out: whether it was the first; the second changes nothing. */
export async function addAnswer(
  tx: Tx,
  { request, score, line, now }: { request: string; score: number; line: string | undefined; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO feedback.answer (request, score, line, at) VALUES (${request}, ${score}, ${line ?? null}, ${now}) ON CONFLICT DO NOTHING RETURNING request`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Asks, where that was not done yet, and answers at once. Out: whether it was the first answer; the second changes nothing. */
export async function addRequestAndAnswer(
  tx: Tx,
  { id, occasion, thing, person, area, now, score, line }: NewRequest & { score: number; line: string | undefined },
): Promise<boolean> {
  const { rows } = await sql`
    WITH asked AS (
      INSERT INTO feedback.request (id, occasion, thing, person, area, asked_at) VALUES (${id}, ${occasion}, ${thing}, ${person}, ${area}, ${now})
      ON CONFLICT (thing, person, occasion) DO UPDATE SET occasion = excluded.occasion RETURNING id
    )
    INSERT INTO feedback.answer (request, score, line, at) SELECT id, ${score}, ${line ?? null}, ${now} FROM asked
    ON CONFLICT DO NOTHING RETURNING request`.execute(tx);
  return rows.length > 0;
}

export type RequestToMail = Pick<Request, "id" | "occasion" | "thing" | "kind" | "title"> & { person: string };

/** Those whose mail is due: who has not answered by themselves, about things that are still there. */
export async function requestsToMail(db: Db | Tx, { kinds, now }: { kinds: Kinds; now: Date }): Promise<RequestToMail[]> {
  const { rows } = await sql<RequestToMail>`
    SELECT request.id, request.occasion, request.thing, thing.kind, request.person, document.title
    FROM feedback.request JOIN platform.thing ON thing.id = request.thing LEFT JOIN platform.search_document document ON document.thing = thing.id
    WHERE request.mailed_at IS NULL AND request.asked_at <= ${new Date(now.getTime() - waitHours * 3_600_000)} AND request.person IS NOT NULL
      AND thing.withdrawn_at IS NULL AND thing.kind = ANY(${[...kinds.keys()]}::text[]) AND NOT EXISTS (SELECT 1 FROM feedback.answer WHERE answer.request = request.id)
    ORDER BY request.asked_at LIMIT 1000`.execute(db);
  return rows;
}

export const markMailed = (tx: Tx, id: string, now: Date): Promise<unknown> =>
  sql`UPDATE feedback.request SET mailed_at = ${now} WHERE id = ${id}`.execute(tx);

/** Forgets who was asked long ago; the numbers stay. */
export const forgetWhom = (db: Db, now: Date): Promise<unknown> =>
  sql`UPDATE feedback.request SET person = NULL WHERE person IS NOT NULL AND asked_at < ${new Date(now.getTime() - knownDays * 86_400_000)}`.execute(
    db,
  );

export type AreaScores = {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  given: { score: number; count: number }[];
  lines: string[];
};

/** What was said of each area. The lines come in an order that says nothing of when or by whom. */
export async function scoresByArea(db: Db): Promise<AreaScores[]> {
  const { rows } = await sql<AreaScores>`
    SELECT area.id, area.slug, area.name, area.name_en AS "nameEn",
      (SELECT coalesce(json_agg(given), '[]') FROM (
        SELECT answer.score, count(*) AS count FROM feedback.answer JOIN feedback.request ON request.id = answer.request WHERE request.area = area.id GROUP BY answer.score) AS given) AS given,
      ARRAY(SELECT answer.line FROM feedback.answer JOIN feedback.request ON request.id = answer.request
        WHERE request.area = area.id AND answer.line IS NOT NULL ORDER BY md5(answer.request::text) LIMIT 50) AS lines
    FROM places.shown_area area ORDER BY area.name`.execute(db);
  return rows;
}

/** What is about a thing of a part that is switched off is not asked, nor answered. */
export function mustBeOn({ kind }: { kind: string }, kinds: Kinds): void {
  if (!kinds.has(kind)) throw switchedOff();
}
