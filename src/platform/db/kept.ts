// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from "#platform/clock/clock.ts";
import type { Db, Tx } from "./connect.ts";
import { makeShelf, type Shelf } from "./shelf.ts";
import type { Versions } from "./versions.ts";

type Load<Facts> = (db: Db | Tx) => Promise<Facts>;
type Store = { read: Db; shelf: Shelf<Load<unknown> | string, unknown>; except: readonly string[] };

const stores = new WeakMap<object, Store>();

/**
 * Facts that everything asks for and that seldom change (areas, themes, closed days): read once for all, and again after a
 * commit that moves one of their kinds. In: the kinds; how to read them. Out: the same, from what is kept where the
 * connection keeps something, else read anew.
 */
export const keep =
  <Facts>(kinds: readonly string[], load: Load<Facts>): Load<Facts> =>
  (db) =>
    kept(db, kinds, load, load);

/**
 * The same for facts of which there are many: they lie under a key, which one place gives and which names all that they depend on.
 * In: the kinds, or "all" where any commit may move them.
 */
export const keepAs = <Facts>(
  db: Db | Tx,
  { kinds, key }: { kinds: readonly string[] | "all"; key: string },
  load: Load<Facts>,
): Promise<Facts> => kept(db, kinds, key, load);

/** What lies under the key: a reading itself, or a name that one place gives, so that it is always of one shape. */
function kept<Facts>(db: Db | Tx, kinds: readonly string[] | "all", key: Load<Facts> | string, load: Load<Facts>): Promise<Facts> {
  const store = stores.get(db);
  if (!store || movesItself(store, kinds)) return load(db);
  return store.shelf.get(key, kinds, () => load(store.read)) as Promise<Facts>;
}

const movesItself = ({ except }: Store, kinds: readonly string[] | "all"): boolean =>
  kinds === "all" ? except.length > 0 : kinds.some((kind) => except.includes(kind));

/** From now on this connection keeps what is read through `keep`. */
export const keepFor = (read: Db, { versions, clock }: { versions: Versions; clock: Clock }): void =>
  void stores.set(read, { read, shelf: makeShelf({ versions, clock, most: 1_000 }), except: [] });

/** A transaction uses what that connection keeps, but for the kinds that it moves itself: of these it sees its own. */
export function keepLike(tx: Tx, read: Db, moves: readonly string[]): void {
  const store = stores.get(read);
  if (store) stores.set(tx, { ...store, except: moves });
}
