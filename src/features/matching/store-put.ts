// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { analyse } from "./analyse.ts";
import type { Entry } from "./entry.ts";
import { keysOf } from "./keys.ts";
import { caps } from "./weights.ts";

/**
 * Puts what a thing can give or looks for in place, whole: after its words are in the search index, and again whenever any of
 * it, or of its words, changes. Two statements.
 */
export async function putEntry(tx: Tx, entry: Entry): Promise<void> {
  const document = await tx
    .selectFrom("platform.search_document")
    .select(["title", "body"])
    .where("thing", "=", entry.thing)
    .executeTakeFirst();
  const terms = analyse(document?.title ?? "", document?.body.slice(0, caps.text) ?? "");
  await sql`
    INSERT INTO matching.entry AS entry (thing, kind, side, contribution_type, themes, locality, remote, reach_km, slots, from_day, until_day,
      persons, party, party_kind, audience, min_age, credential, left_over, contacts, listed_at, expires_on, keys)
    VALUES (${entry.thing}, ${entry.kind}, ${entry.side}, ${entry.type}, ${entry.themes}::uuid[], ${entry.locality ?? null}, ${entry.remote},
      ${entry.reachKm ?? null}, ${entry.slots ?? null}, ${entry.fromDay ?? null}, ${entry.untilDay ?? null}, ${entry.persons ?? null},
      ${entry.party ?? null}, ${entry.partyKind ?? null}, ${entry.audience}, ${entry.minAge ?? null}, ${entry.credential ?? null},
      ${entry.left ?? null}, ${entry.contacts}, ${entry.listedAt ?? null}, ${entry.expiresOn ?? null},
      ${keysOf(entry, terms)}::text[])
    ON CONFLICT (thing) DO UPDATE SET side = excluded.side, contribution_type = excluded.contribution_type, themes = excluded.themes,
      locality = excluded.locality, remote = excluded.remote, reach_km = excluded.reach_km, slots = excluded.slots, from_day = excluded.from_day,
      until_day = excluded.until_day, persons = excluded.persons, party = excluded.party, party_kind = excluded.party_kind,
      audience = excluded.audience, min_age = excluded.min_age, credential = excluded.credential, left_over = excluded.left_over,
      contacts = excluded.contacts, listed_at = excluded.listed_at, expires_on = excluded.expires_on, keys = excluded.keys`.execute(tx);
}

/** Somebody more, or fewer, was brought together with it: what it says, and so what it is found by, is as before. One statement. */
export const countContact = (tx: Tx, thing: string, more: 1 | -1 = 1): Promise<unknown> =>
  tx
    .updateTable("matching.entry")
    .set((eb) => ({ contacts: eb("contacts", "+", more) }))
    .where("thing", "=", thing)
    .execute();
