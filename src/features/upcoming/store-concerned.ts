// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { spendEach, suggestions } from "#platform/auth/budget.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";

export const whys = ["place", "theme", "organisation"] as const;
export type Why = (typeof whys)[number];

type Asked = { listing: string; locality: string | null; ways: readonly Why[]; today: LocalDay };

/** So many are asked at one time. */
const most = 500;

/**
 * The persons whom a listing concerns, each with the first reason there is: they wrote or follow something in its locality or
 * of its themes, or they speak for an organisation of the locality. Who was asked already, hears of it anyway, or wants no invitations is left out.
 */
async function concerned(tx: Db | Tx, { listing, locality, ways, today }: Asked): Promise<{ person: string; why: Why }[]> {
  const { rows } = await sql<{ person: string; why: Why }>`
    WITH near AS (SELECT id FROM platform.thing WHERE locality = ${locality}::uuid AND visibility = 'public' AND withdrawn_at IS NULL),
    alike AS (
      SELECT tie.thing AS id FROM platform.thing_theme tie JOIN platform.thing ON thing.id = tie.thing
      WHERE tie.theme IN (SELECT theme FROM platform.thing_theme WHERE thing = ${listing}) AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL
    ), found AS (
      SELECT thing.owner_person AS person, 'place' AS why FROM platform.thing JOIN near USING (id)
      UNION ALL SELECT follow.person, 'place' FROM dialogue.shown_follow follow JOIN near ON near.id = follow.thing
      UNION ALL SELECT thing.owner_person, 'theme' FROM platform.thing JOIN alike USING (id)
      UNION ALL SELECT follow.person, 'theme' FROM dialogue.shown_follow follow JOIN alike ON alike.id = follow.thing
      UNION ALL SELECT person, 'organisation' FROM people.shown_speaker
        WHERE locality = ${locality}::uuid AND from_day <= ${today}::date AND (until_day IS NULL OR until_day >= ${today}::date)
    )
    SELECT DISTINCT ON (found.person) found.person, found.why FROM found JOIN people.shown ON shown.id = found.person AND NOT shown.erased
    WHERE found.why = ANY(${[...ways]}::text[])
      AND NOT EXISTS (SELECT 1 FROM upcoming.no_invitations no WHERE no.person = found.person)
      AND NOT EXISTS (SELECT 1 FROM upcoming.invitation WHERE listing = ${listing} AND invitation.person = found.person)
      AND NOT EXISTS (SELECT 1 FROM dialogue.shown_follow WHERE thing = ${listing} AND shown_follow.person = found.person)
    ORDER BY found.person, found.why LIMIT ${sql.lit(most)}`.execute(tx);
  return rows;
}

/** How many a listing concerns by each reason, as far as nobody asked them: for the form. */
export async function howMany(tx: Db | Tx, asked: Omit<Asked, "ways">): Promise<Record<Why, number>> {
  const of = await Promise.all(whys.map(async (why) => (await concerned(tx, { ...asked, ways: [why] })).length));
  return { place: of[0] ?? 0, theme: of[1] ?? 0, organisation: of[2] ?? 0 };
}

/** Writes down who is asked to join in: each once for a listing, and only who has not had enough suggestions lately. Out: how many. */
export async function inviteConcerned(tx: Tx, asked: Asked & { now: Date; not: string }): Promise<{ invited: number; spared: number }> {
  const found = (await concerned(tx, asked)).filter(({ person }) => person !== asked.not);
  const left = new Set(
    await spendEach(
      tx,
      found.map(({ person }) => person),
      suggestions,
      asked.now,
    ),
  );
  const wanted = found.filter(({ person }) => left.has(person));
  if (wanted.length === 0) return { invited: 0, spared: found.length };
  const invited = await tx
    .insertInto("upcoming.invitation")
    .values(wanted.map(({ person, why }) => ({ listing: asked.listing, person, why, at: asked.now })))
    .returning("person")
    .execute();
  return { invited: invited.length, spared: found.length - invited.length };
}

/** Whom an invitation of a moment is for: not who has said no since. */
export const invitedAt = (tx: Tx, listing: string, at: Date): Promise<{ person: string; why: string }[]> =>
  tx
    .selectFrom("upcoming.invitation as invitation")
    .leftJoin("upcoming.no_invitations as no", "no.person", "invitation.person")
    .select(["invitation.person", "invitation.why"])
    .where("invitation.listing", "=", listing)
    .where("invitation.at", "=", at)
    .where("no.person", "is", null)
    .execute();

/** Forgets who was asked where the question ended before a day. */
export const forgetInvitations = (db: Db, before: LocalDay): Promise<unknown> =>
  db
    .deleteFrom("upcoming.invitation")
    .where("listing", "in", db.selectFrom("upcoming.listing").select("id").where("ask_until", "<", before))
    .execute();
