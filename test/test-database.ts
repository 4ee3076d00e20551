// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import pg from "pg";
import { startEmbedded, type Embedded } from "#platform/postgres/embedded.ts";
import { root } from "#platform/root.ts";

let embedded: Embedded | undefined;
let server: Promise<string> | undefined;
let count = 0;

/**
 * The server that tests make their own databases on: TEST_DATABASE_URL, else one that listens on 127.0.0.1:5432 and lets
 * us make databases, else our own embedded one. MEDBORGER_TEST_PG=embedded asks for our own.
 */
export const testServer = (): Promise<string> => (server ??= findServer());

async function findServer(): Promise<string> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return given;
  const local = "postgres://postgres@127.0.0.1:5432/postgres";
  if (process.env["MEDBORGER_TEST_PG"] !== "embedded" && (await mayCreate(local))) {
    await sweep(local);
    return local;
  }
  embedded = await startEmbedded({ dataDir: join(root, `.cache/test-data-${process.pid}`), log: { info: () => {}, warn: () => {} } });
  // Its superuser: the application's own role makes no databases.
  const url = new URL(embedded.connectionString);
  url.username = "postgres";
  url.pathname = "/postgres";
  return url.href;
}

async function mayCreate(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(
      "SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user",
    );
    return rows[0]?.may === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Drops what test processes that are gone left behind. */
async function sweep(connectionString: string): Promise<void> {
  await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname ~ '^medborger_test_[0-9]+_'");
    for (const { datname } of rows) {
      if (!existsSync(`/proc/${datname.split("_")[2]}`)) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  });
}

/** Who the program is in tests: no superuser, as in a municipality, so that row level security holds. */
const role = "medborger_test";

/** Makes a database of that role, empty or as a copy of another of ours. Out: its address. */
export async function makeDatabase(template?: string): Promise<string> {
  const connectionString = await testServer();
  const name = `medborger_test_${process.pid}_${(count += 1)}`;
  return withClient(connectionString, async (client) => {
    const owner = (await ensureRole(client)) ? ` OWNER ${role}` : "";
    await client.query(`CREATE DATABASE ${name}${owner}${template ? ` TEMPLATE ${nameOf(template)}` : ""}`);
    return asRole(withName(connectionString, name), owner !== "");
  });
}

/** Out: whether the role is there. Where we are no superuser ourselves, we are as good as it. */
async function ensureRole(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ super: boolean; there: boolean }>(
    "SELECT rolsuper AS super, EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there FROM pg_roles WHERE rolname = current_user",
    [role],
  );
  if (!rows[0]?.super) return false;
  // Another process may make it at the same time.
  if (!rows[0].there) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`).catch(ignoreThere);
  return true;
}

function ignoreThere(error: unknown): void {
  if (!(error instanceof Error && "code" in error && (error.code === "42710" || error.code === "23505"))) throw error;
}

function asRole(url: string, other: boolean): string {
  if (!other) return url;
  const address = new URL(url);
  address.username = role;
  address.password = role;
  return address.href;
}

export const dropDatabase = async (url: string): Promise<void> =>
  withClient(await testServer(), async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${nameOf(url)} WITH (FORCE)`)));

const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

function withName(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

// In one process with others the runner closes it when the last file is done; a file alone closes it itself.
if (process.env["TEST_ONE_PROCESS"] !== "1") after(closeTestServer);

/** Drops this process' databases and ends the embedded server, if there is one. */
export async function closeTestServer(): Promise<void> {
  if (server && !embedded) await withClient(await server, (client) => dropMine(client));
  await embedded?.stop();
}

async function dropMine(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE $1", [
    `medborger_test_${process.pid}_%`,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}
