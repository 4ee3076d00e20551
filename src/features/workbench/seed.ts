// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { World } from "#platform/operations/world.ts";
import { newPhrase } from "#features/drafts/index.ts";
import { actorByKey } from "#features/people/index.ts";
import { goAway } from "#features/places/index.ts";
import { texts } from "./texts.ts";

/** In a demo Signe has her holiday to come, and a sentence that she often writes. Told again, the same keys give the same. */
export async function seed(world: World): Promise<void> {
  const now = world.clock.now();
  const actor = await actorByKey(world.read, "signe", now);
  const from = addDays(localDayOf(now), 28);
  const t = texts("da");
  await mutate(world, goAway, { actor, lang: "da", input: { from, until: addDays(from, 13) }, key: "demo-signe-holiday" });
  await mutate(world, newPhrase, {
    actor,
    lang: "da",
    input: { title: t("demo.phrase.title"), text: t("demo.phrase.text") },
    key: "demo-signe-phrase",
  });
}
