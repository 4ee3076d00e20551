// SPDX-License-Identifier: EUPL-1.2
import { waitingDuties, type Waiting, type WaitingDuty } from "#platform/feature.ts";

export const tabs = ["answer", "follow-up"] as const;
export type Tab = (typeof tabs)[number];

/** What the rows are narrowed to; each that is not chosen lets all through. */
export type Chosen = { duty?: WaitingDuty | undefined; kind?: string | undefined; area?: string | undefined; place?: string | undefined };
export const facetNames = ["duty", "kind", "area", "place"] as const;
export type FacetName = (typeof facetNames)[number];

/** One choice of a facet, with how many rows it would leave. `name` is none for a duty: the workbench says it itself. */
export type Choice = { slug: string; name: string | undefined; count: number };
export type Facets = Record<FacetName, Choice[]>;

const slugOf = (row: Waiting, name: FacetName): string | undefined => (name === "duty" ? row.duty : row[name]?.slug);
const nameOf = (row: Waiting, name: FacetName): string | undefined => (name === "duty" ? undefined : row[name]?.name);

/** What one has chosen, as pairs: a long inbox is gone through once for each facet. */
const pairsOf = (chosen: Chosen): [FacetName, string][] =>
  facetNames.flatMap((name): [FacetName, string][] => (chosen[name] === undefined ? [] : [[name, chosen[name]]]));

const fits = (row: Waiting, pairs: readonly [FacetName, string][], but?: FacetName): boolean =>
  pairs.every(([name, slug]) => name === but || slugOf(row, name) === slug);

export function narrowed(rows: readonly Waiting[], chosen: Chosen): Waiting[] {
  const pairs = pairsOf(chosen);
  return rows.filter((row) => fits(row, pairs));
}

/** The choices of each facet, counted over what the other choices leave. What is chosen stays, also when it leaves nothing. */
export function facetsOf(rows: readonly Waiting[], chosen: Chosen): Facets {
  const pairs = pairsOf(chosen);
  const of = (name: FacetName): Choice[] => {
    const choices = new Map<string, Choice>();
    for (const row of rows) {
      const slug = slugOf(row, name);
      if (slug === undefined) continue;
      let choice = choices.get(slug);
      if (!choice) choices.set(slug, (choice = { slug, name: nameOf(row, name), count: 0 }));
      if (fits(row, pairs, name)) choice.count += 1;
    }
    return [...choices.values()]
      .filter(({ slug, count }) => count > 0 || slug === chosen[name])
      .toSorted((a, b) => order(name, a) - order(name, b) || (a.name ?? "").localeCompare(b.name ?? "", "da"));
  };
  return { duty: of("duty"), kind: of("kind"), area: of("area"), place: of("place") };
}

/** Duties in the order in which they come; all else by name. */
const order = (name: FacetName, { slug }: Choice): number => (name === "duty" ? waitingDuties.findIndex((duty) => duty === slug) : 0);

/** Whose a row is today: who keeps several inboxes, or stands in, sees first what they answer themselves. */
export function whoseOf(row: Waiting, mine: ReadonlySet<string>, others: ReadonlySet<string>): "mine" | "other" {
  // What one was asked oneself stays, whoever answers for the area.
  return row.area !== undefined && row.duty !== "ask" && others.has(row.area.id) && !mine.has(row.area.id) ? "other" : "mine";
}
