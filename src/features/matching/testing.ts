// SPDX-License-Identifier: EUPL-1.2
// For tests only: a post in few words.
import type { Tx } from "#platform/db/connect.ts";
import { addThing } from "#platform/db/things.ts";
import { systemIds } from "#platform/clock/ids.ts";
import type { Entry } from "./entry.ts";
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
