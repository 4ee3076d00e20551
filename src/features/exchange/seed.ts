// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { addDays, localDayOf, startOfDay } from "#platform/clock/local-day.ts";
import { keepLike } from "#platform/db/kept.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { staffOf } from "#platform/municipality/check-demo-posts.ts";
import { loadDemo } from "#platform/municipality/load-demo.ts";
import { loadMunicipality } from "#platform/municipality/load.ts";
import { lookDaysOf } from "#platform/municipality/facts.ts";
import { toldIdeas } from "#platform/municipality/told-ideas.ts";
import type { World } from "#platform/operations/world.ts";
import { root } from "#platform/root.ts";
import { organisationsByKey, personsByKey } from "#features/people/index.ts";
import { calendarOf, localitiesOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { stepsOfIntroduction } from "./seed-introductions.ts";
import { onOpenDays } from "./seed-open-days.ts";
import { stepsOfPost, type Scene } from "./seed-story.ts";
import { forgetOld } from "./store-forget.ts";
import { putIntoMatching } from "./store-matching.ts";

/**
 * Tells what the demo's people offer, need and do for each other, each thing at its own time and in the order in which it happened, as
 * the database demands. Nobody gets a mail of it.
 */
export async function seed(world: World): Promise<void> {
  const folder = join(root, "municipalities", world.config.municipality);
  const files = loadMunicipality(folder);
  const demo = loadDemo(folder, files);
  const now = world.clock.now();
  const today = localDayOf(now);
  await within(world.write, asSystem, async (tx) => {
    // Told before, whole: a telling is one transaction.
    if (await tx.selectFrom("exchange.post").select("id").limit(1).executeTakeFirst()) return;
    // What a post is about is found out in the same words for all of them.
    keepLike(tx, world.read, []);
    const [persons, bodies, localities, themes, closed, lookDays, ideas] = await Promise.all([
      personsByKey(tx),
      organisationsByKey(tx),
      localitiesOf(tx),
      themesOf(tx),
      calendarOf(tx),
      lookDaysOf(tx),
      toldIdeas(tx, demo.ideas),
    ]);
    const scene: Scene = {
      tx,
      ids: world.ids,
      now,
      today,
      closed,
      lookDays,
      broker: persons.get(files.municipality.secretariat.person) ?? "",
      staff: staffOf(demo),
      persons: new Map(
        demo.people.flatMap(({ key, name, email }) => {
          const id = persons.get(key);
          return id === undefined ? [] : [[key, { id, name, email: email?.toLowerCase() }]];
        }),
      ),
      organisations: new Map(
        demo.organisations.flatMap(({ slug, name, kind }) => {
          const id = bodies.get(slug);
          return id === undefined ? [] : [[slug, { id, name, kind }]];
        }),
      ),
      localities: new Map(localities.map(({ slug, id }) => [slug, id])),
      themes: new Map(themes.map((theme) => [theme.key, theme])),
      ideas,
      told: new Map(),
      at: ({ daysAgo, hour }) => new Date(startOfDay(addDays(today, -daysAgo)).getTime() + Math.round(hour * 60) * 60_000),
    };
    const { posts, introductions } = onOpenDays(demo, { today, closed, staff: scene.staff });
    const steps = [
      ...posts.flatMap((post) => stepsOfPost(scene, post)),
      ...introductions.flatMap((one) => stepsOfIntroduction(scene, one)),
    ].filter(({ at }) => at < now);
    for (const { run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run();
    for (const { id } of scene.told.values()) await putIntoMatching(tx, id);
    await forgetOld(tx, now);
  });
}
