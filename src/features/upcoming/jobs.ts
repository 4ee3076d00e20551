// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import type { Job } from "#platform/feature.ts";
import { happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { tellPassed } from "#features/places/index.ts";
import { overdue } from "./listing.ts";
import { escalate } from "./operations.ts";
import { forgetInvitations } from "./store-concerned.ts";
import { dueToTell } from "./store-list.ts";
import { tellOf, toldOf } from "./tell.ts";

const heard = z.object({ event: z.coerce.number().int() });

/** Writes the mails of one event. */
export const tell: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (event) await tellOf(world, event);
};

/** Every question whose day to tell has come or passed. */
export async function escalatePassed(world: World): Promise<void> {
  const today = localDayOf(world.clock.now());
  const open = (await dueToTell(world.write, today)).map((on) => {
    const due = overdue(on, today);
    return { reference: on.reference, told: on.toldOf, passed: due ? [{ duty: due.what, day: due.due }] : [] };
  });
  await tellPassed(world, escalate, open);
}

/** An invitation is remembered for a year after the question, so that nobody is asked twice. */
const remembered = 365;

const tidy: Job = async (_payload, world) =>
  void (await forgetInvitations(world.write, addDays(localDayOf(world.clock.now()), -remembered)));

export const jobs: Record<string, Job> = {
  "upcoming.letters": tell,
  "upcoming.escalate": (_payload, world) => escalatePassed(world),
  "upcoming.tidy": tidy,
};
export const crontab: Record<string, string> = { "*/15 * * * *": "upcoming.escalate", "40 2 * * *": "upcoming.tidy" };
export const listens: Record<string, string[]> = Object.fromEntries(toldOf.map((name) => [name, ["upcoming.letters"]]));
