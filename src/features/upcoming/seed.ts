// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import { toldIdeas } from "#platform/municipality/told-ideas.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { areasOf, calendarOf, localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { tellListing } from "./seed-story.ts";
import { addCommittees } from "./store-committees.ts";

const folderOf = (world: World): string => join(root, "municipalities", world.config.municipality);

/** Puts the committees in place, those of every term that the municipality knows of. Repeatable. */
export async function load(world: World): Promise<void> {
  const { terms } = loadMunicipality(folderOf(world)).committees;
  const committees = terms.flatMap(({ from, until, committees: of }) => of.map(({ slug, name }) => ({ slug, name, from, until })));
  await world.write.transaction().execute((tx) => addCommittees(tx, committees));
}

/** Tells the demo's listings, each at its own times, after the ideas that answer them. Nobody gets a mail of it. */
export async function seed(world: World): Promise<void> {
  await load(world);
  const folder = folderOf(world);
  const { listings, ideas } = loadDemo(folder, loadMunicipality(folder));
  await world.write.transaction().execute(async (tx) => {
    // Told before, whole: a telling is one transaction.
    if (await tx.selectFrom("upcoming.listing").select("id").limit(1).executeTakeFirst()) return;
    const [areas, localities, themes, closed] = await Promise.all([areasOf(tx), localitiesOf(tx), themesOf(tx), calendarOf(tx)]);
    const scene = {
      tx,
      ids: world.ids,
      now: world.clock.now(),
      closed,
      areas: new Map(areas.map((area) => [area.slug, area])),
      localities: new Map(localities.map(({ slug, id }) => [slug, id])),
      themes: new Map(themes.map(({ key, id }) => [key, id])),
      ideas: await toldIdeas(tx, ideas),
    };
    for (const story of listings.toSorted((a, b) => b.published.daysAgo - a.published.daysAgo)) await tellListing(scene, story);
  });
}
