// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { system } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Job } from "#platform/feature.ts";
import { byTheClock, eachByItself } from "#platform/jobs/by-itself.ts";
import { happening } from "#platform/operations/happening.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { World } from "#platform/operations/world.ts";
import { tellPassed } from "#features/places/index.ts";
import { overdue } from "./deadline.ts";
import { escalate, hearFate, lapseMerge, takeUp } from "./operations.ts";
import { ideaById } from "./store.ts";
import { lapsedParts } from "./store-merge.ts";
import { openIdeas } from "./store-open.ts";
import { tellOf, toldOf } from "./tell.ts";

const heard = z.object({ event: z.coerce.number().int() });

/** Writes the mails of one event. */
export const tell: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (event) await tellOf(world, event);
};

/** An idea that answered a question hears what became of it. */
export const hear: Job = async (payload, world) => {
  const { event } = heard.parse(payload);
  const weighed = await happening(world.write, event);
  const on = weighed && (await ideaById(world.write, weighed.thing));
  if (!on) return;
  const request = { actor: system, lang: "da", input: { event }, reference: on.reference, key: `fate/${on.reference}/${event}` } as const;
  await mutate(world, hearFate, request);
};

/** Every deadline that has passed and was not told of. */
export async function escalatePassed(world: World): Promise<void> {
  const today = localDayOf(world.clock.now());
  const open = await openIdeas(world.write, { areas: "all", lookBefore: today, most: 2_000 });
  await tellPassed(
    world,
    escalate,
    open.map((on) => ({ ...on, passed: overdue(on, today) })),
  );
}

/** Proposals that no author answered in time: each is over, and who made it hears of it. */
export async function lapseMerges(world: World): Promise<void> {
  await eachByItself(await lapsedParts(world.write, localDayOf(world.clock.now())), ({ id, reference }) =>
    byTheClock(world, lapseMerge, { input: {}, reference, key: `lapse-merge/${id}` }),
  );
}

const watch: Job = (_payload, world) => eachByItself([escalatePassed, lapseMerges], (work) => work(world));

/** Makes the idea that the author of another thing has agreed to. Done again, it makes no second one. */
export const takeUpAgreed: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (!event) return;
  for (const feature of world.registry.features) {
    const agreed = await feature.agreed?.(world.write, event.thing);
    if (!agreed) continue;
    await mutate(world, takeUp, { actor: system, lang: "da", input: { ...agreed, from: event.thing }, key: `take-up/${event.id}` });
  }
};

export const jobs: Record<string, Job> = {
  "ideas.tell": tell,
  "ideas.hear-fate": hear,
  "ideas.escalate": watch,
  "ideas.take-up": takeUpAgreed,
};
export const crontab: Record<string, string> = { "*/15 * * * *": "ideas.escalate" };
export const listens: Record<string, string[]> = {
  ...Object.fromEntries(toldOf.map((name) => [name, ["ideas.tell"]])),
  "answer.weighed": ["ideas.hear-fate"],
  "thing.agreed-to-be-idea": ["ideas.take-up"],
};
