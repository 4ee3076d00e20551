// SPDX-License-Identifier: EUPL-1.2
import { system } from "#platform/auth/actor.ts";
import type { DemoIdea } from "#platform/municipality/demo-schema.ts";
import type { Answer, Operation } from "#platform/operations/operation.ts";
import { actorByKey } from "#features/people/index.ts";
import { fork, proposeMerge, replyToMerge } from "./operations.ts";
import type { Scene, Told } from "./seed-story.ts";
import { anyIdea } from "./store.ts";

/** Somebody makes a version of an idea, as anybody does. Out: what it became, undefined where its original was not told. */
export async function tellVariant(
  scene: Scene,
  idea: DemoIdea & { variantOf: string },
  sent: Date,
): Promise<Omit<Told, "times" | "area"> | undefined> {
  const { title, text, locality: where, area, phone, halfDone, shownName } = idea;
  const original = scene.told.get(idea.variantOf);
  if (!original) return undefined;
  const input = { title, text, where, area, phone, showAs: choices[shownName.rule], ...(halfDone ? { halfDone: "on" } : {}) };
  const { reference } = await perform(scene, fork, { as: idea.author ?? "", at: sent, on: original, input });
  const made = await anyIdea.find(scene.tx, String(reference), { actor: system, lock: false });
  return (
    made && { id: made.id, reference: made.reference, lookBy: made.lookBy, acknowledgeBy: made.acknowledgeBy, answerBy: made.answerBy }
  );
}

const choices: Record<string, string> = { own: "own", "first-name": "first", "a-citizen": "citizen" };

/** An author is asked whether their idea goes into another, and says yes or no. Out: when it went into it. */
export async function tellProposal(scene: Scene, told: Told, { author, proposal }: DemoIdea): Promise<Date | undefined> {
  const whole = proposal && scene.told.get(proposal.into);
  const at = told.times.proposal;
  if (!proposal || !whole || !at) return undefined;
  const { by, reason, reply } = proposal;
  await perform(scene, proposeMerge, { as: by, at: at.at, on: told, input: { into: whole.reference, reason } });
  if (!reply || !at.reply) return undefined;
  const asked = by === author ? scene.authors.get(proposal.into) : author;
  const input = { yes: reply.yes ? "yes" : "no", said: reply.said };
  await perform(scene, replyToMerge, { as: asked ?? "", at: at.reply, on: told, input });
  return reply.yes ? at.reply : undefined;
}

type Telling = { as: string; at: Date; on: Told; input: unknown };

/** Carries an operation out at its own time, with every rule it has. Nobody is told of an invented past. */
async function perform({ tx, ids, kinds }: Scene, operation: Operation, { as, at, on, input }: Telling): Promise<Answer> {
  const nothing = (): void => {};
  const secret = (): string => {
    throw new Error(`${operation.name} asks for a secret, and nobody is there to see it`);
  };
  const actor = await actorByKey(tx, as, at);
  const call = { tx, ids, kinds, now: at, lang: "da" as const, actor, input, reference: on.reference, secret };
  return operation.perform({ ...call, tell: nothing, later: nothing, note: nothing, changed: nothing });
}
