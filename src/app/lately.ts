// SPDX-License-Identifier: EUPL-1.2
import type { Db } from "#platform/db/connect.ts";
import type { Feature } from "#platform/feature.ts";
import type { Whereabouts } from "#platform/gathering.ts";

/** The last answers of all slices together, in one place or on some themes where that is asked for; a slice answers in its own way. */
export async function answeredLately(
  features: Feature[],
  db: Db,
  limit: number,
  at?: Whereabouts,
): Promise<{ id: string; kind: string; at: Date }[]> {
  const lists = await Promise.all(features.flatMap((feature) => feature.answeredLately?.(db, limit, at) ?? []));
  return lists
    .flat()
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit);
}

/** What citizens are asked now, of all slices. */
export async function asksNow(
  features: Feature[],
  ...[db, near]: Parameters<NonNullable<Feature["asksNow"]>>
): Promise<{ id: string; kind: string }[]> {
  const lists = await Promise.all(features.flatMap((feature) => feature.asksNow?.(db, near) ?? []));
  return lists.flat().slice(0, near.most);
}
