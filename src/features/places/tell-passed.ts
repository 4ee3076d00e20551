// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/local-day.ts";
import { byTheClock, eachByItself } from "#platform/jobs/by-itself.ts";
import type { Operation } from "#platform/operations/operation.ts";
import type { World } from "#platform/operations/world.ts";
import { passedKey } from "./promise.ts";

type Passed = { duty: string; day: LocalDay };

/**
 * Every deadline that has passed and was not told of: one operation each, so that one that fails holds up no other, and each
 * is told once. In: the slice's own operation, and what of it is open.
 */
export async function tellPassed(
  world: World,
  escalate: Operation,
  open: readonly { reference: string; told: readonly string[]; passed: readonly Passed[] }[],
): Promise<void> {
  const due = open.flatMap(({ reference, told, passed }) =>
    passed.filter((one) => !told.includes(passedKey(one))).map((one) => ({ reference, ...one })),
  );
  await eachByItself(due, ({ reference, duty, day }) =>
    byTheClock(world, escalate, { input: { what: duty }, reference, key: `escalate/${reference}/${duty}/${day}` }),
  );
}
