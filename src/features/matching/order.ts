// SPDX-License-Identifier: EUPL-1.2
import { harmonic, type Both } from "./score.ts";
import { fairness, least } from "./weights.ts";

/** What a place in the order is decided by. */
export type Ranked = {
  thing: string;
  both: Both;
  party?: string | undefined;
  locality?: string | undefined;
  contacts: number;
  listedAt?: Date | undefined;
};

const dayMs = 86_400_000;

/**
 * Best first: by both directions, less for whoever has been introduced more often than the others, and never one-sided on top. On
 * the first page a party stands at most twice, and there is a place for one that nobody was introduced to for long and for one from
 * another locality. In: at most how many are shown.
 */
export function ordered<T extends Ranked>(found: readonly T[], { limit, now }: { limit: number; now: Date }): T[] {
  const expected = found.reduce((sum, { contacts }) => sum + contacts, 0) / Math.max(1, found.length);
  const worth = new Map(found.map((each) => [each, harmonic(each.both) * exposure(each.contacts, expected)]));
  const sorted = found.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || (a.thing < b.thing ? -1 : 1));
  const [first] = sorted;
  const best = sorted.filter((each) => (worth.get(each) ?? 0) >= least.ofBest * ((first && worth.get(first)) ?? 0));
  const page = Math.min(limit, fairness.page);
  return withPlaces(spread(twoSidedFirst(best), page), page, now).slice(0, limit);
}

export const exposure = (contacts: number, expected: number): number => 1 / (1 + fairness.alpha * Math.max(0, contacts - expected));

/** Good for one side and hardly for the other. */
export const isOneSided = ({ forward, backward }: Both): boolean =>
  Math.min(forward, backward) < fairness.oneSided * Math.max(forward, backward);

function twoSidedFirst<T extends Ranked>(best: readonly T[]): T[] {
  const first = best.findIndex(({ both }) => !isOneSided(both));
  return first <= 0 ? [...best] : [...best.slice(first, first + 1), ...best.toSpliced(first, 1)];
}

/** The third of a party waits until the page is full. */
function spread<T extends Ranked>(best: readonly T[], page: number): T[] {
  const [shown, later] = [[] as T[], [] as T[]];
  for (const each of best) {
    const alike = each.party === undefined ? 0 : shown.filter(({ party }) => party === each.party).length;
    (shown.length < page && alike >= fairness.perParty ? later : shown).push(each);
  }
  return shown.length <= page ? [...shown, ...later] : [...shown.slice(0, page), ...merged(shown.slice(page), later, best)];
}

function merged<T>(a: readonly T[], b: readonly T[], order: readonly T[]): T[] {
  const some = new Set([...a, ...b]);
  return order.filter((each) => some.has(each));
}

/** The last place of the page for one that waits for its first introduction, the one before for one from elsewhere. */
function withPlaces<T extends Ranked>(order: readonly T[], page: number, now: Date): T[] {
  if (page < fairness.leastPage) return [...order];
  const isForgotten = ({ contacts, listedAt }: T): boolean =>
    contacts === 0 && listedAt !== undefined && now.getTime() - listedAt.getTime() > fairness.forgottenDays * dayMs;
  const town = order[0]?.locality;
  const elsewhere = withPlace(order, page - 1, ({ locality }) => locality !== town);
  return withPlace(elsewhere, page, isForgotten);
}

/** Puts the first such one at the end of the first so many, unless there is one among them. */
function withPlace<T extends Ranked>(order: readonly T[], places: number, isWanted: (each: T) => boolean): T[] {
  if (order.slice(0, places).some(isWanted)) return [...order];
  const shown = order.slice(0, places - 1);
  const at = order.findIndex((each, index) => index >= places && isWanted(each) && mayJoin(each, shown));
  const wanted = order[at];
  return wanted === undefined ? [...order] : [...shown, wanted, ...order.slice(places - 1).filter((each) => each !== wanted)];
}

const mayJoin = ({ party }: Ranked, shown: readonly Ranked[]): boolean =>
  party === undefined || shown.filter((each) => each.party === party).length < fairness.perParty;
