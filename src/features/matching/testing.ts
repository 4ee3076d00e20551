// SPDX-License-Identifier: EUPL-1.2
// For tests only: a post in few words.
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { addThing } from "#platform/db/things.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { analyse } from "./analyse.ts";
import type { Entry } from "./entry.ts";
import { keysOf } from "./keys.ts";
import { putEntry } from "./store-put.ts";

export type Post = Partial<Omit<Entry, "thing" | "kind">> & {
  title: string;
  text?: string;
  visibility?: "public" | "held" | "private";
};

/** Puts a post and its entry in place, open since `listedAt`, else since `now`. Out: the thing's id. */
export async function putPost(tx: Tx, now: Date, { title, text = "", visibility = "public", ...said }: Post): Promise<string> {
  const id = systemIds.uuid();
  const { side = "need", themes = [], locality } = said;
  await addThing(tx, {
    id,
    kind: side,
    letter: side === "need" ? "E" : "T",
    visibility,
    locality,
    area: undefined,
    themes: [...themes],
    title,
    body: text,
    now,
    year: now.getFullYear(),
  });
  await putEntry(tx, {
    side,
    themes,
    type: "time",
    remote: false,
    audience: "everyone",
    contacts: 0,
    listedAt: now,
    ...said,
    thing: id,
    kind: side,
  });
  return id;
}

/** Very many at once, with what matching reads of them: the same rows as `putPost` makes. In: how many there were before. */
export async function putMany(tx: Tx, now: Date, posts: readonly Post[], before = 0): Promise<void> {
  const rows = posts.map(
    ({ title, text = "", side = "need", type = "time", themes = [], locality, remote = false, slots, party, listedAt = now }, at) => ({
      id: systemIds.uuid(),
      reference: `${side === "need" ? "E" : "T"}-2019-${String(before + at + 1).padStart(6, "0")}`,
      title,
      body: text,
      kind: side,
      type,
      themes,
      locality,
      remote,
      slots,
      party,
      listed_at: listedAt,
      keys: keysOf({ type, themes, locality, remote }, analyse(title, text)),
    }),
  );
  await sql`
    WITH post AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS post (id uuid, reference text, title text, body text, kind text, type text,
        themes jsonb, locality uuid, remote boolean, slots int, party text, listed_at timestamptz, keys jsonb)
    ), thing AS (
      INSERT INTO platform.thing (id, kind, reference, visibility, locality, created_at, published_at)
      SELECT id, kind, reference, 'public', locality, listed_at, listed_at FROM post
    ), words AS (
      INSERT INTO platform.search_document (thing, title, body) SELECT id, title, body FROM post
    )
    INSERT INTO matching.entry (thing, kind, side, contribution_type, themes, locality, remote, slots, party, audience, contacts, listed_at, keys)
    SELECT id, kind, kind, type, ARRAY(SELECT jsonb_array_elements_text(themes)::uuid), locality, remote, slots, party, 'everyone', 0, listed_at,
      ARRAY(SELECT jsonb_array_elements_text(keys)) FROM post`.execute(tx);
}
