// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { partyKey, putEntry } from "#features/matching/index.ts";
import { left } from "./post.ts";
import { postById } from "./store.ts";

/** What a post can give or looks for, as it stands now, for whoever looks for its counterparts. In the transaction that changed it. */
export async function putIntoMatching(tx: Tx, post: string): Promise<void> {
  const on = await postById(tx, post);
  if (!on) return;
  const { rows } = await sql<{ listed_at: Date | null; locality: string | null; themes: string[] }>`
    SELECT post.listed_at, thing.locality, ARRAY(SELECT theme FROM platform.thing_theme WHERE thing = post.id) AS themes
    FROM exchange.post JOIN platform.thing ON thing.id = post.id WHERE post.id = ${post}`.execute(tx);
  const [row] = rows;
  await putEntry(tx, {
    thing: on.id,
    kind: on.kind,
    side: on.kind,
    type: on.type,
    themes: row?.themes ?? [],
    locality: row?.locality ?? undefined,
    remote: on.remote,
    reachKm: on.reachKm ?? undefined,
    slots: on.weekdays ?? undefined,
    fromDay: on.fromDay ?? undefined,
    untilDay: on.untilDay ?? undefined,
    persons: on.persons ?? undefined,
    party: partyKey({ organisation: on.ownerOrganisation, person: on.ownerPerson, name: on.organisation?.name }),
    partyKind: on.partyKind,
    audience: on.audience,
    minAge: on.minAge ?? undefined,
    credential: on.credential ?? undefined,
    left: left(on),
    contacts: on.contacts,
    listedAt: row?.listed_at ?? undefined,
    expiresOn: on.expiresOn,
  });
}
