// SPDX-License-Identifier: EUPL-1.2
import { sql, type RawBuilder } from "kysely";

/** An audit row as it is sealed. The instant comes as text, since a Date would lose its microseconds. */
export type Entry = {
  id: number;
  at: string;
  operation: string;
  entry: string;
  actor_kind: string;
  actor_person: string | null;
  thing: string | null;
  detail: unknown;
  xid: string;
};

export const entryColumns: RawBuilder<unknown> = sql`
  a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, a.operation, a.entry, a.actor_kind, a.actor_person, a.thing, a.detail, a.xid::text AS xid
`;

/** The row as canonical JSON: keys in order, no spaces (RFC 8785), so that anyone can make the same bytes. */
export const canonical = (entry: Entry): string =>
  write({
    actor_kind: entry.actor_kind,
    actor_person: entry.actor_person,
    at: entry.at,
    detail: entry.detail,
    entry: entry.entry,
    id: entry.id,
    operation: entry.operation,
    thing: entry.thing,
    xid: entry.xid,
  });

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(",")}}`;
}
