// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Act } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { whyNot, type Step } from "./post.ts";
import { putIntoMatching } from "./store-matching.ts";
import type { Post } from "./store.ts";
import { publish } from "./store-write.ts";

/** Refuses a step that the post's state does not allow. */
export function must(step: Step, on: Post, now: Date): void {
  const code = whyNot(step, on, localDayOf(now));
  if (code !== undefined) throw new Refusal(409, code);
}

export type Moment = Pick<Act<unknown, unknown>, "tx" | "now" | "tell">;

/** Makes a post public and says so; where it is public already, nothing happens. */
export async function open({ tx, now, tell }: Moment, on: Post, how: "confirmed" | "looked"): Promise<void> {
  if (on.published) return;
  await publish(tx, on.id, now);
  await putIntoMatching(tx, on.id);
  tell({ name: "exchange.published", thing: on.id, data: { how } });
}
