// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { Entry } from "./entry.ts";
import { keysOf } from "./keys.ts";

/** What a post is about stands early in it; keeps the work small whatever is pasted in. */
const mostWords = 80;

/**
 * Puts what a thing can give or looks for in place, whole: after its words are in the search index, and again whenever any of
 * it, or of its words, changes. One statement.
 */
export async function putEntry(tx: Tx, entry: Entry): Promise<void> {
  await sql`
    INSERT INTO matching.entry AS entry (thing, kind, side, contribution_type, themes, locality, remote, reach_km, slots, from_day, until_day,
      persons, party, party_kind, audience, min_age, credential, left_over, contacts, listed_at, expires_on, keys)
    VALUES (${entry.thing}, ${entry.kind}, ${entry.side}, ${entry.type}, ${entry.themes}::uuid[], ${entry.locality ?? null}, ${entry.remote},
      ${entry.reachKm ?? null}, ${entry.slots ?? null}, ${entry.fromDay ?? null}, ${entry.untilDay ?? null}, ${entry.persons ?? null},
      ${entry.party ?? null}, ${entry.partyKind ?? null}, ${entry.audience}, ${entry.minAge ?? null}, ${entry.credential ?? null},
      ${entry.left ?? null}, ${entry.contacts}, ${entry.listedAt ?? null}, ${entry.expiresOn ?? null},
      ${keysOf(entry)}::text[] || ARRAY(
        SELECT 'word:' || lexeme FROM platform.search_document, unnest(tokens) WHERE thing = ${entry.thing} AND length(lexeme) <= 60
        ORDER BY positions[1] LIMIT ${sql.lit(mostWords)}))
    ON CONFLICT (thing) DO UPDATE SET side = excluded.side, contribution_type = excluded.contribution_type, themes = excluded.themes,
      locality = excluded.locality, remote = excluded.remote, reach_km = excluded.reach_km, slots = excluded.slots, from_day = excluded.from_day,
      until_day = excluded.until_day, persons = excluded.persons, party = excluded.party, party_kind = excluded.party_kind,
      audience = excluded.audience, min_age = excluded.min_age, credential = excluded.credential, left_over = excluded.left_over,
      contacts = excluded.contacts, listed_at = excluded.listed_at, expires_on = excluded.expires_on, keys = excluded.keys`.execute(tx);
}
