// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import type { Db, Tx } from "#platform/db/connect.ts";
import type { Event } from "#platform/operations/operation.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

export type Part = string | number | boolean | null | readonly string[];
/** What stands under one key, field by field. Persons and areas stand as ids, so that a name that goes is gone here too. */
export type Value = Readonly<Record<string, Part>>;

/** A kind of thing that the secretariat decides: how it is read and put in place. History, undo and versions come by themselves. */
export type Setting = {
  kind: string;
  /** Kinds whose pages change with it. */
  moves: readonly string[];
  /** What stands under a key now; undefined where there is nothing. `lock` holds it for the transaction. */
  read(db: Db | Tx, key: string, lock: boolean): Promise<Value | undefined>;
  /** Puts a whole value in place of what stood there; undefined takes it away. The database refuses what must never be. */
  write(tx: Tx, key: string, next: Value | undefined, before: Value | undefined, now: Date): Promise<void>;
  /** Events that come of a change, whoever made it: a form or an undo. */
  tells?(key: string, next: Value | undefined, before: Value | undefined): Event[];
  /** Throws a Refusal where a value cannot be, whoever puts it there: a form or an undo. */
  check?(tx: Tx, key: string, next: Value | undefined, before: Value | undefined): Promise<void> | void;
  /** What people call it. */
  name(value: Value, key: string): Record<Lang, string>;
};

/** One change as it is kept. Only the fields that changed; null before: it was not there; null after: it is gone. */
export type SettingChange = {
  id: string;
  kind: string;
  key: string;
  name: Record<Lang, string>;
  before: Value | null;
  after: Value | null;
  undoes: string | null;
};

/** The fields in which two values differ, from and to; undefined where they are the same. */
export function difference(before: Value | undefined, next: Value | undefined): Pick<SettingChange, "before" | "after"> | undefined {
  if (!before && !next) return undefined;
  if (!before || !next) return { before: before ?? null, after: next ?? null };
  const changed = Object.keys({ ...before, ...next }).filter((field) => !same(before[field], next[field]));
  if (changed.length === 0) return undefined;
  const of = (value: Value): Value => Object.fromEntries(changed.map((field) => [field, value[field] ?? null]));
  return { before: of(before), after: of(next) };
}

/** Two parts are the same; one that is not there is null. */
export const same = (one: Part | undefined, other: Part | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Which version of some fields a form saw: the same text as long as they stand as they did. */
export function versionOf(value: Value | undefined, fields: readonly string[]): string {
  const seen = fields.toSorted().map((field) => [field, value?.[field] ?? null]);
  return createHash("sha256")
    .update(JSON.stringify(value ? seen : null))
    .digest("base64url")
    .slice(0, 16);
}
