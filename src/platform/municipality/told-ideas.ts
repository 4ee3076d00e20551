// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import type { DemoIdea } from "./demo-schema.ts";

/** The demo's ideas by their keys, found by their titles: what lies in another slice is known by the spine alone. */
export async function toldIdeas(tx: Tx, ideas: readonly DemoIdea[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("platform.search_document as document")
    .innerJoin("platform.thing as thing", "thing.id", "document.thing")
    .select(["document.title", "thing.id"])
    .where("thing.kind", "=", "idea")
    .execute();
  const byTitle = new Map(rows.map(({ title, id }) => [title, id]));
  return new Map(ideas.flatMap(({ key, title }) => (byTitle.has(title) ? [[key, byTitle.get(title) ?? ""] as const] : [])));
}
