// SPDX-License-Identifier: EUPL-1.2
import pg from "pg";
import { migrate } from "#platform/db/migrate.ts";
import { writeTypes } from "./types.ts";

// Makes a scratch database on the given server, migrates it, writes the types and drops it again.
const server = process.env["DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres";
const name = `medborger_types_${process.pid}`;
const admin = new pg.Client({ connectionString: server });
await admin.connect();
await admin.query(`CREATE DATABASE ${name}`);
try {
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href);
  writeTypes(url.href);
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
}
