// SPDX-License-Identifier: EUPL-1.2
import { referenceOf } from "#platform/forms/fields.ts";
import type { Act } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { becomesPublic, whyNot, type Step } from "./idea.ts";
import { idea, type Idea } from "./store.ts";
import { publish } from "./store-write.ts";

/** Refuses a step that the idea's state does not allow. */
export function must(step: Step, on: Idea): void {
  const code = whyNot(step, on);
  if (code !== undefined) throw new Refusal(409, code);
}

export type Moment = Pick<Act<unknown, unknown>, "tx" | "now" | "tell">;

/** Makes an idea public and says so; where it is public already, or somebody said no, nothing happens. */
export async function open({ tx, now, tell }: Moment, on: Idea, how: "confirmed" | "looked"): Promise<void> {
  if (!becomesPublic(on)) return;
  await publish(tx, on.id, now);
  tell({ name: "ideas.published", thing: on.id, data: { how } });
}

/**
 * The idea that this one goes into: public, another, and not itself part of one, so that no two point at each other. Asked under
 * `lockMerging`. In: the field that names it.
 */
export async function wholeOf(
  { tx, actor, on }: Pick<Act<unknown, Idea>, "tx" | "actor" | "on">,
  typed: string | undefined,
  field: string,
): Promise<Idea> {
  if (typed === undefined) throw invalid({ [field]: "required" });
  const named = referenceOf("I").safeParse(typed);
  const whole = named.success ? await idea.find(tx, named.data, { actor, lock: false }) : undefined;
  if (!whole?.public || whole.withdrawn) throw invalid({ [field]: "unknown" });
  if (whole.id === on.id) throw invalid({ [field]: "itself" });
  if (whole.standing === "part-of") throw invalid({ [field]: "part" });
  return whole;
}
