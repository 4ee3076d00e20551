// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { isContributionType, type ContributionType, type PartyKind } from "./post.ts";

/** Whose a profile is: a person's own, or that of an organisation they speak for. */
export type Whose = { person: string; organisation?: undefined } | { organisation: string; person?: undefined };

/** What somebody says they can contribute, whether or not they have a post. `weekdays` as bits. */
export type Profile = { types: ContributionType[]; text: string; weekdays: number | null; reachKm: number | null; remote: boolean };

const ofWhom = ({ person, organisation }: Whose) => (person === undefined ? sql`organisation = ${organisation}` : sql`person = ${person}`);

/** An organisation's profile, and whether who reads speaks for it on that day. One query. */
export async function profileFor(
  db: Db,
  { organisation, reader, today }: { organisation: string; reader: string | undefined; today: LocalDay },
): Promise<{ mine: boolean; profile: Profile | undefined }> {
  const { rows } = await sql<{ mine: boolean; profile: (Omit<Profile, "types"> & { types: string[] }) | null }>`
    SELECT ${reader === undefined ? sql`false` : sql`people.speaks_for(${reader}::uuid, ${organisation}::uuid, ${today}::date)`} AS mine,
      (SELECT json_build_object('types', contribution_types, 'text', text, 'weekdays', weekdays, 'reachKm', reach_km, 'remote', remote)
        FROM exchange.profile WHERE profile.organisation = ${organisation}::uuid) AS profile`.execute(db);
  const [row] = rows;
  const profile = row?.profile;
  return { mine: row?.mine === true, profile: profile ? { ...profile, types: profile.types.filter(isContributionType) } : undefined };
}

export async function profileOf(db: Db | Tx, whose: Whose): Promise<(Profile & { id: string; changedAt: Date }) | undefined> {
  const { rows } = await sql<Omit<Profile, "types"> & { id: string; types: string[]; changedAt: Date }>`
    SELECT id, contribution_types AS types, text, weekdays, reach_km AS "reachKm", remote, changed_at AS "changedAt"
    FROM exchange.profile WHERE ${ofWhom(whose)}`.execute(db);
  const [row] = rows;
  return row && { ...row, types: row.types.filter(isContributionType) };
}

/** Each party has one: a new one takes the place of the old. */
export async function saveProfile(tx: Tx, whose: Whose, profile: Profile & { id: string; now: Date }): Promise<void> {
  const words = {
    contribution_types: profile.types,
    text: profile.text,
    weekdays: profile.weekdays,
    reach_km: profile.reachKm,
    remote: profile.remote,
    changed_at: profile.now,
  };
  await tx
    .insertInto("exchange.profile")
    .values({ id: profile.id, person: whose.person ?? null, organisation: whose.organisation ?? null, ...words })
    .onConflict((conflict) => conflict.column(whose.person === undefined ? "organisation" : "person").doUpdateSet(words))
    .execute();
}

/** Out: whether there was one. */
export async function removeProfile(tx: Tx, whose: Whose): Promise<boolean> {
  const { numAffectedRows } = await sql`DELETE FROM exchange.profile WHERE ${ofWhom(whose)}`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export type Known = Profile & { person: string | null; name: string; kind: PartyKind; slug: string | null; changedAt: Date };

/** Who has said what they can contribute, the newest first: for whoever brings people together. One query. */
export async function profiles(db: Db, { type, most }: { type: ContributionType | undefined; most: number }): Promise<Known[]> {
  const { rows } = await sql<Omit<Known, "types"> & { types: string[] }>`
    SELECT profile.person, coalesce(organisation.name, person.name) AS name, coalesce(organisation.kind, 'citizen') AS kind, organisation.slug,
      profile.contribution_types AS types, profile.text, profile.weekdays, profile.reach_km AS "reachKm", profile.remote, profile.changed_at AS "changedAt"
    FROM exchange.profile
    LEFT JOIN people.shown person ON person.id = profile.person
    LEFT JOIN people.shown_organisation organisation ON organisation.id = profile.organisation
    WHERE ${type === undefined ? sql`true` : sql`${type} = ANY(profile.contribution_types)`}
    ORDER BY profile.changed_at DESC, profile.id LIMIT ${sql.lit(most)}`.execute(db);
  return rows.map((row) => ({ ...row, types: row.types.filter(isContributionType) }));
}
