// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import { asSystem } from "#platform/db/scope.ts";
import type { Job } from "#platform/feature.ts";
import { happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { tellPassed } from "#features/places/index.ts";
import { overdue } from "./enquiry.ts";
import { escalate } from "./operations.ts";
import { forgetOld } from "./store-forget.ts";
import { openEnquiries } from "./store-open.ts";
import { tellOf, toldOf } from "./tell.ts";

const heard = z.object({ event: z.coerce.number().int() });

/** Writes the mails of one event. */
const tell: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (event) await tellOf(world, event);
};

/** Every deadline that has passed and was not told of. */
export async function escalatePassed(world: World): Promise<void> {
  const today = localDayOf(world.clock.now());
  const open = await openEnquiries(world.write, asSystem, { passedBefore: today, most: 2_000 });
  await tellPassed(
    world,
    escalate,
    open.map((on) => ({ ...on, passed: overdue(on, today) })),
  );
}

export const jobs: Record<string, Job> = {
  "enquiries.tell": tell,
  "enquiries.escalate": (_payload, world) => escalatePassed(world),
  "enquiries.forget": (_payload, world) => forgetOld(world.write, world.clock.now()),
};
export const crontab: Record<string, string> = { "*/15 * * * *": "enquiries.escalate", "40 1 * * *": "enquiries.forget" };
export const listens: Record<string, string[]> = Object.fromEntries(toldOf.map((name) => [name, ["enquiries.tell"]]));
