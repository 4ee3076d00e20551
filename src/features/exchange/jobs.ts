// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Job } from "#platform/feature.ts";
import { byTheClock, eachByItself } from "#platform/jobs/by-itself.ts";
import { happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { callForHelp, expire, warn } from "./operations-clock.ts";
import { lapse } from "./operations-introduction.ts";
import { askOutcome, noticeSilence } from "./operations-outcome.ts";
import { silent, toAsk, toExpire, toLapse, toWarn, unanswered } from "./store-clock.ts";
import { forgetOld } from "./store-forget.ts";
import { tellOf, toldOf } from "./tell.ts";
import { introductionToldOf, tellOfIntroduction } from "./tell-introduction.ts";

const heard = z.object({ event: z.coerce.number().int() });

/** Writes the mails of one event of a post. */
const tell: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (event) await tellOf(world, event);
};

/** Writes the mails of one event of an introduction. */
const tellIntroduction: Job = async (payload, world) => {
  const event = await happening(world.write, heard.parse(payload).event);
  if (event) await tellOfIntroduction(world, event);
};

/** Last days that come, and those that have been. */
export async function watchLastDays(world: World): Promise<void> {
  const today = localDayOf(world.clock.now());
  await eachByItself(await toExpire(world.write, today), ({ id, reference, expiresOn }) =>
    byTheClock(world, expire, { input: {}, reference, key: `expire/${id}/${expiresOn}` }),
  );
  await eachByItself(await toWarn(world.write, today), ({ id, reference, expiresOn, daysBefore }) =>
    byTheClock(world, warn, { input: { daysBefore }, reference, key: `warn/${id}/${expiresOn}/${daysBefore}` }),
  );
}

/** Posts that nobody has answered in fourteen days. */
export async function watchUnanswered(world: World): Promise<void> {
  await eachByItself(await unanswered(world.write, localDayOf(world.clock.now())), ({ id, reference }) =>
    byTheClock(world, callForHelp, { input: {}, reference, key: `call-for-help/${id}` }),
  );
}

/** Introductions that nobody answered, agreed days that have been, and what lies still. */
export async function watchIntroductions(world: World): Promise<void> {
  const today = localDayOf(world.clock.now());
  await eachByItself(await toLapse(world.write, today), ({ id, reference }) =>
    byTheClock(world, lapse, { input: {}, reference, key: `lapse-introduction/${id}` }),
  );
  await eachByItself(await toAsk(world.write, today), ({ id, reference }) =>
    byTheClock(world, askOutcome, { input: {}, reference, key: `ask-outcome/${id}` }),
  );
  await eachByItself(await silent(world.write, today), ({ id, reference }) =>
    byTheClock(world, noticeSilence, { input: {}, reference, key: `silence/${id}/${today}` }),
  );
}

const watch: Job = (_payload, world) => eachByItself([watchLastDays, watchUnanswered, watchIntroductions], (work) => work(world));
const forget: Job = (_payload, world) => forgetOld(world.write, world.clock.now());

export const jobs: Record<string, Job> = {
  "exchange.tell": tell,
  "exchange.tell-introduction": tellIntroduction,
  "exchange.watch": watch,
  "exchange.forget": forget,
};
export const crontab: Record<string, string> = { "5,20,35,50 * * * *": "exchange.watch", "40 3 * * *": "exchange.forget" };
export const listens: Record<string, string[]> = {
  ...Object.fromEntries(toldOf.map((name) => [name, ["exchange.tell"]])),
  ...Object.fromEntries(introductionToldOf.map((name) => [name, ["exchange.tell-introduction"]])),
};
