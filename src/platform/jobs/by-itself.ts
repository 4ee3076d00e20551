// SPDX-License-Identifier: EUPL-1.2
import { system } from "#platform/auth/actor.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";

/**
 * Does the work of a job for one after the other: one that fails holds up no other. At the end it throws where some failed, so
 * that the job is done again; what went well must then do nothing twice.
 */
export async function eachByItself<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  let count = 0;
  for (const one of all) {
    count += 1;
    await work(one).catch((error: unknown) => failures.push(error));
  }
  const [first] = failures;
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${count} failed: ${first instanceof Error ? first.message : "no error"}`, { cause: first });
}

/** What the clock itself does by an operation. Where the operation refuses it is over since, and there is nothing to do. */
export async function byTheClock(
  world: World,
  operation: Operation,
  request: { input: unknown; reference: string; key: string },
): Promise<void> {
  await mutate(world, operation, { ...request, actor: system, lang: "da" }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
