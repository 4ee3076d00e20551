// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { tellConversation } from "#features/dialogue/index.ts";
import { personsByKey } from "#features/people/index.ts";
import { areasOf, calendarOf, localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { showDrawings } from "./seed-pictures.ts";
import { sendTold, sentAt, tellOn, type Scene } from "./seed-story.ts";

/**
 * Tells the demo's ideas, each at its own time: sent, looked at, acknowledged, answered, escalated where a day passed. What would
 * lie after now is not told. Nobody gets a mail of it.
 */
export async function seed(world: World): Promise<void> {
  const folder = join(root, "municipalities", world.config.municipality);
  const { ideas, people, organisations, conversations } = loadDemo(folder, loadMunicipality(folder));
  await world.write.transaction().execute(async (tx) => {
    const [persons, areas, localities, themes, closed] = await Promise.all([
      personsByKey(tx),
      areasOf(tx),
      localitiesOf(tx),
      themesOf(tx),
      calendarOf(tx),
    ]);
    const scene: Scene = {
      tx,
      ids: world.ids,
      now: world.clock.now(),
      closed,
      persons,
      kinds: world.registry.kinds,
      authors: new Map(ideas.map(({ key, author }) => [key, author])),
      names: new Map([
        ...people.map(({ key, name }) => [key, name] as const),
        ...organisations.map(({ slug, name }) => [slug, name] as const),
      ]),
      areas: new Map(areas.map((area) => [area.slug, area])),
      localities: new Map(localities.map(({ slug, id }) => [slug, id])),
      themes: new Map(themes.map(({ key, id }) => [key, id])),
      told: new Map(),
    };
    const inOrder = ideas.toSorted((a, b) => sentAt(scene, a).getTime() - sentAt(scene, b).getTime());
    for (const idea of inOrder) await sendTold(scene, idea);
    for (const idea of inOrder) await tellOn(scene, idea);
    await showDrawings(world, scene, folder);
    for (const conversation of conversations) {
      const told = scene.told.get(conversation.idea);
      const idea = ideas.find(({ key }) => key === conversation.idea);
      if (!told || !idea) continue;
      const owner = persons.get(idea.author ?? "");
      const thing = { id: told.id, area: told.area.id, owner, since: told.times.submitted };
      await tellConversation({ tx, now: world.clock.now(), thing, persons }, conversation);
    }
  });
}
