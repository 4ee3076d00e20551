// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { sql } from "kysely";
import { loadMunicipality } from "#platform/municipality/load.ts";
import { root } from "#platform/root.ts";
import type { World } from "#platform/operations/world.ts";

/**
 * Puts the municipality in place, and in a demo tells its world once: the municipality's facts first, then each slice by
 * rank. A telling that was cut short is told to its end at the next start: seeds skip what is there. Under one lock, so that two processes that start together do it once. What is there already stays.
 */
export async function furnish(world: World): Promise<void> {
  const { features } = world.registry;
  const inOrder = features.toSorted((a, b) => a.rank - b.rank);
  await world.write.connection().execute(async (held) => {
    await sql`SELECT pg_advisory_lock(731002)`.execute(held);
    try {
      await keepFacts(world);
      const told = !world.config.demo || (await isTold(world));
      for (const feature of inOrder) {
        if (!told) await feature.seed?.(world);
        await feature.load?.(world);
      }
      if (!told) await world.write.updateTable("platform.municipality").set({ told_at: world.clock.now() }).execute();
      // Other processes may keep what was just put in place.
      await sql`SELECT pg_notify('moved', 'area,calendar,idea,module,person,place,site,text,theme')`.execute(held);
    } finally {
      await sql`SELECT pg_advisory_unlock(731002)`.execute(held);
    }
  });
}

/** The folder is read into an empty database once; after that the database is what holds. */
async function keepFacts({ write, config, clock }: World): Promise<void> {
  const { municipality, water } = loadMunicipality(join(root, "municipalities", config.municipality));
  await write
    .insertInto("platform.municipality")
    .values({ code: municipality.code, name: municipality.name, facts: JSON.stringify({ municipality, water }), loaded_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const isTold = async ({ write }: World): Promise<boolean> =>
  (await write.selectFrom("platform.municipality").select("told_at").executeTakeFirst())?.told_at instanceof Date;
