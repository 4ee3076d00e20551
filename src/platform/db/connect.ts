// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { remember } from "#platform/remember.ts";
import type { DB } from "./schema.gen.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

export type ConnectOptions = {
  connectionString: string;
  /** A read-only connection cannot write, whatever the code asks for. */
  readOnly: boolean;
  max: number;
  /** Prepared statements named by a hash of their text; off behind an old pgbouncer. */
  named: boolean;
  onError: (error: Error) => void;
};

export type Connection = { db: Db; pool: pg.Pool };

// bigint counts and ids stay well below 2^53 here.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date is a calendar day of the municipality, never an instant.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** Opens a pool. Losing a connection is logged and survived: the next query opens a new one. */
export function connect({ connectionString, readOnly, max, named, onError }: ConnectOptions): Connection {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: readOnly ? "medborger read" : "medborger write",
    options: `-c statement_timeout=8000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC${readOnly ? " -c default_transaction_read_only=on" : ""}`,
  });
  pool.on("error", onError);
  pool.on("connect", (client) => {
    // Without this a restart of the database ends the whole process: pool "error" covers idle clients only.
    client.on("error", onError);
    if (named) nameStatements(client);
  });
  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool };
}

const nameOf = remember((text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 32), 2_000);

/** Kysely calls `query(text, values)`; a name makes PostgreSQL keep the plan (twice as fast, measured). */
function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client);
  const others: (...given: unknown[]) => unknown = (...given) => Reflect.apply<pg.PoolClient, unknown[], unknown>(query, client, given);
  Object.defineProperty(client, "query", {
    value: (text: unknown, values?: unknown, ...rest: unknown[]) =>
      typeof text === "string" && Array.isArray(values) && rest.length === 0
        ? query({ name: nameOf(text), text, values })
        : others(text, values, ...rest),
  });
}
