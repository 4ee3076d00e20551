// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import type { DemoConversation } from "#platform/municipality/demo-schema.ts";
import { actorByKey } from "#features/people/index.ts";
import { roleFor, shownName, type NameChoice } from "./comment.ts";
import { follow, support } from "./store.ts";
import { addComment } from "./store-comment.ts";

export type DemoScene = {
  tx: Tx;
  now: Date;
  thing: { id: string; area: string; owner: string | undefined; since: Date };
  /** Key → id of everybody in the demo. */
  persons: Map<string, string>;
};

const day = 24 * 60 * 60_000;
const choices: Record<string, NameChoice> = { own: "own", "first-name": "first", citizen: "citizen" };

/** Tells what people said under a demo thing, each at its own time; what would lie after now is not told. */
export async function tellConversation(scene: DemoScene, { supports, comments }: DemoConversation): Promise<void> {
  const { tx, now, thing, persons } = scene;
  await tellSupports(scene, supports);
  const all = comments
    .flatMap(({ replies = [], ...one }) => [
      { ...one, under: undefined, of: one },
      ...replies.map((reply) => ({ ...reply, stand: undefined, under: one.text, of: reply })),
    ])
    .toSorted((a, b) => a.daysAfter - b.daysAfter);
  const numbers = new Map<string, number>();
  for (const one of all) {
    const at = new Date(thing.since.getTime() + one.daysAfter * day);
    const person = persons.get(one.by);
    const replyTo = one.under === undefined ? undefined : numbers.get(one.under);
    if (person === undefined || at >= now || (one.under !== undefined && replyTo === undefined)) continue;
    const actor = await actorByKey(tx, one.by, at);
    const name = actor.kind === "person" ? shownName(choices[one.name ?? "own"] ?? "own", actor.person.name) : undefined;
    const spoken = roleFor(actor, thing.area);
    const number = await addComment(tx, {
      thing: thing.id,
      replyTo,
      person,
      shownName: name,
      spoken,
      stand: one.stand,
      text: one.text,
      now: at,
    });
    numbers.set(one.text, number);
    await follow(tx, { thing: thing.id, person, now: at });
  }
}

/** Spread over the days since; who they are follows from the thing alone. */
async function tellSupports({ tx, now, thing, persons }: DemoScene, supports: number): Promise<void> {
  const others = [...persons.values()].filter((person) => person !== thing.owner);
  const first = [...thing.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Math.max(1, others.length);
  const chosen = [...others.slice(first), ...others.slice(0, first)].slice(0, supports);
  const span = now.getTime() - thing.since.getTime();
  for (const [at, person] of chosen.entries())
    await support(tx, { thing: thing.id, person, now: new Date(thing.since.getTime() + (span * (at + 0.5)) / chosen.length) });
}
