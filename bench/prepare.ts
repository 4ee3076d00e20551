// SPDX-License-Identifier: EUPL-1.2
import { furnish } from "#app/furnish.ts";
import { startSession } from "#platform/auth/session.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { migrate } from "#platform/db/migrate.ts";
import type { World } from "#platform/operations/world.ts";
import { personsByKey } from "#features/people/index.ts";
import { build } from "../tools/build.mjs";
import { fillWithIdeas, fillWithTalk } from "./fill.ts";
import { fillWithPosts } from "./fill-posts.ts";
import { withServer } from "./postgres.ts";
import { openBenchWorld } from "./world.ts";

export type Prepared = {
  connectionString: string;
  session: { karen: string; signe: string; jens: string };
  /** References of posts of the exchange, the newest last. */
  posts: string[];
  drop(): Promise<void>;
};

/** A database of its own with the municipality, the demo world, so many ideas and posts, and three people logged in. */
export async function prepare(count: number): Promise<Prepared> {
  await build();
  const { connectionString, drop } = await withServer();
  await migrate(connectionString);
  const world = openBenchWorld(connectionString);
  await furnish(world);
  await fillWithIdeas(world.writePool, count);
  await fillWithTalk(world.writePool, "I-2024-05003");
  await fillWithPosts(world, count);
  const { rows } = await world.writePool.query<{ reference: string }>(
    "SELECT thing.reference FROM platform.external JOIN platform.thing ON thing.id = external.thing WHERE external.source = 'Bench' ORDER BY external.external_id",
  );
  const session = { jens: await logIn(world, "jens"), karen: await logIn(world, "karen"), signe: await logIn(world, "signe") };
  await world.close();
  return { connectionString, session, posts: rows.map(({ reference }) => reference), drop };
}

async function logIn({ write, clock }: World, key: string): Promise<string> {
  const token = systemIds.secret(32);
  const person = (await personsByKey(write)).get(key);
  if (person === undefined) throw new Error(`Nobody is called ${key}`);
  await write.transaction().execute((tx) => startSession(tx, { person, token, now: clock.now() }));
  return token;
}
