// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from "#platform/clock/clock.ts";
import type { Versions } from "./versions.ts";

/** What was made once for all, by key. */
export type Shelf<Key, Value> = { get(key: Key, kinds: readonly string[] | "all", make: () => Promise<Value>): Promise<Value> };

/**
 * Keeps what is made until a thing of its kinds moves (told in the commit), for at most the lifetime that `versions` allow. One
 * making at a time; what could not be made is not kept. In: at most how many are kept; the oldest go first.
 */
export function makeShelf<Key, Value>({ clock, versions, most }: { clock: Clock; versions: Versions; most: number }): Shelf<Key, Value> {
  const kept = new Map<Key, { value: Promise<Value>; version: string; at: number }>();
  return {
    get(key, kinds, make) {
      const now = clock.now().getTime();
      const version = versions.of(kinds);
      const known = kept.get(key);
      if (known?.version === version && now - known.at < versions.lifetime()) return known.value;
      const value = make();
      value.catch(() => kept.get(key)?.value === value && kept.delete(key));
      if (kept.size >= most && !kept.has(key)) kept.delete(kept.keys().next().value ?? key);
      kept.set(key, { value, version, at: now });
      return value;
    },
  };
}
