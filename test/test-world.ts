// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { allFeatures } from "#app/features.ts";
import { furnish } from "#app/furnish.ts";
import { assetsFolder } from "#app/assets-folder.ts";
import { openServer } from "#app/open-server.ts";
import { makeLog, openWorld } from "#app/open-world.ts";
import { buildAssets } from "#design/build.ts";
import type { Actor } from "#platform/auth/actor.ts";
import { fixedClock } from "#platform/clock/clock.ts";
import { seededIds, systemIds } from "#platform/clock/ids.ts";
import { readConfig } from "#platform/config/config.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { Registry } from "#platform/feature.ts";
import { makePageCache } from "#platform/http/page-cache.ts";
import { runJobsOnce } from "#platform/jobs/run-once.ts";
import { mutate, type Outcome } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { actorByKey } from "#features/people/index.ts";
import { makeClient, type Client } from "./client.ts";
import { dropDatabase, makeDatabase } from "./test-database.ts";

export type TestWorld = {
  world: World & { close(): Promise<void> };
  server: FastifyInstance;
  connectionString: string;
  /** Where a browser finds it. */
  address: string;
  clock: ReturnType<typeof fixedClock>;
  visitor(address?: string): Client;
  /** A client logged in as one of the named people (karen, signe, lone …), through the demo's own log-in. */
  as(key: string): Promise<Client>;
  actor(key: string): Promise<Actor>;
  perform(operation: Operation, request: { as?: string; input: unknown; reference?: string; key?: string }): Promise<Outcome>;
  runJobs(): Promise<void>;
  mails(): Promise<
    { recipient: string; subject: string; plain: string; html: string; dedupe: string; unsubscribe: string | null; sent_at: Date | null }[]
  >;
  close(): Promise<void>;
};

/** `listen` opens a real port (any that is free) for a browser. */
export type TestOptions = {
  listen?: boolean;
  now?: string;
  registry?: Registry;
  env?: Record<string, string>;
  ideas?: boolean;
  failpoint?: (name: string) => Promise<void>;
};

const monday = "2026-11-23T09:00:00+01:00";
const templates = new Map<string, Promise<string>>();

/** Medborger whole, with its own database and a clock that stands still: the municipality and the named people; `ideas` adds the demo's ideas. */
export async function openTestWorld({
  now = monday,
  registry = allFeatures(),
  env = {},
  ideas = false,
  listen = false,
  failpoint,
}: TestOptions = {}): Promise<TestWorld> {
  const template = await (templates.get(`${ideas}`) ?? remember(`${ideas}`, makeTemplate(ideas)));
  const connectionString = await makeDatabase(template);
  const clock = fixedClock(now);
  const world = openWorld({ ...settings(connectionString, env), clock, ids: systemIds, registry, ...(failpoint ? { failpoint } : {}) });
  const cache = makePageCache({ clock, versions: world.versions, most: 500 });
  await buildAssets(assetsFolder);
  const origins: string[] = [];
  const server = await openServer(world, { cache, version: "test", shed: false, origins });
  const address = listen ? await server.listen({ port: 0, host: "127.0.0.1" }) : world.config.baseUrl;
  origins.push(address);
  const origin = address;
  const client = (address?: string): Client =>
    makeClient(server, { origin, pause: () => clock.advance(5_000), ...(address ? { address } : {}) });
  return {
    world,
    server,
    connectionString,
    clock,
    address,
    visitor: client,
    async as(key) {
      const browser = client();
      const response = await browser.fill(`/log-ind/som/${key}`, {});
      if (response.status !== 303) throw new Error(`${key} could not step in: ${response.status}`);
      return browser;
    },
    actor: (key) => actorByKey(world.read, key, clock.now()),
    perform: async (operation, { as, input, reference, key }) =>
      mutate(world, operation, {
        actor: as ? await actorByKey(world.read, as, clock.now()) : { kind: "anonymous", browser: "test-browser", roles: [] },
        lang: "da",
        input,
        reference,
        key: key ?? systemIds.uuid(),
      }),
    runJobs: () => runJobsOnce(world),
    mails: () =>
      world.read
        .selectFrom("platform.mail")
        .select(["recipient", "subject", "plain", "html", "dedupe", "unsubscribe", "sent_at"])
        .orderBy("created_at")
        .orderBy("id")
        .execute(),
    async close() {
      await server.close();
      await world.close();
      await dropDatabase(connectionString);
    },
  };
}

function remember(name: string, made: Promise<string>): Promise<string> {
  templates.set(name, made);
  return made;
}

async function makeTemplate(ideas: boolean): Promise<string> {
  const connectionString = await makeDatabase();
  await migrate(connectionString);
  const registry = allFeatures();
  const told = ideas
    ? registry
    : { ...registry, features: registry.features.map((feature) => (feature.rank === 1 ? feature : { ...feature, seed: async () => {} })) };
  const world = openWorld({ ...settings(connectionString, {}), clock: fixedClock(monday), ids: seededIds("template"), registry: told });
  await furnish(world);
  await world.close();
  return connectionString;
}

const secret = randomBytes(32);

function settings(connectionString: string, env: Record<string, string>) {
  const config = readConfig(
    {
      DATABASE_URL: connectionString,
      DEMO: "1",
      LOG_LEVEL: "silent",
      BASE_URL: "http://localhost:3000",
      DATA_DIR: join(root, ".cache/test"),
      ...env,
    },
    { cwd: root },
  );
  return { config, connectionString, secret, log: makeLog("silent") };
}
