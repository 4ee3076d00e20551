// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { mustAllow } from "./operations-tie.ts";
import { followable, isTied, publicOne, publicThing, type Followed } from "./store.ts";
import { purposes, type Tie } from "./tie.ts";

export type YesPage =
  | { state: "open" | "used"; thing: Followed; address: string; following: boolean }
  | { state: "gone"; thing: undefined };
export type NoPage = { state: "tied" | "stopped"; thing: Followed | undefined } | { state: "gone"; thing: undefined };

const token = z.object({ token: z.string().max(120) });

function questionsOf(
  what: Tie,
  name: { before: `${string}.${string}`; beforeYes: `${string}.${string}`; beforeNo: `${string}.${string}` },
) {
  /** What one is about to follow or support, and whether one does already. */
  const before = query({
    name: name.before,
    input: z.object({}),
    on: what === "follow" ? followable : publicOne,
    may: anyone,
    api: false,
    async run({ db, on, actor, kinds }) {
      mustAllow(what, on, kinds);
      const person = personOf(actor)?.id;
      const tied = async (one: Tie) => person !== undefined && (await isTied(db, one, { thing: on.id, person }));
      return { thing: on, tied: await tied(what), following: what === "follow" || (await tied("follow")) };
    },
  });

  /** What the link of the mail that asks leads to. Looking uses nothing up. */
  const beforeYes = query({
    name: name.beforeYes,
    input: token,
    may: anyone,
    api: false,
    async run({ db, input, now, kinds }): Promise<YesPage> {
      const link = await peekLink(db, { token: input.token, purpose: purposes[what].yes, now });
      const thing = link?.thing ? await publicThing(db, link.thing) : undefined;
      if (!link || !thing || (link.state !== "open" && link.state !== "used")) return { state: "gone", thing: undefined };
      mustAllow(what, thing, kinds);
      const { state, address, person } = link;
      const following = what === "follow" || (person !== null && (await isTied(db, "follow", { thing: thing.id, person })));
      return { state, thing, address, following };
    },
  });

  /** What the link that takes back leads to. */
  const beforeNo = query({
    name: name.beforeNo,
    input: token,
    may: anyone,
    api: false,
    async run({ db, input, now }): Promise<NoPage> {
      const link = await peekLink(db, { token: input.token, purpose: purposes[what].no, now });
      if (!link?.thing || link.state !== "open") return { state: "gone", thing: undefined };
      const tied = link.person !== null && (await isTied(db, what, { thing: link.thing, person: link.person }));
      return { state: tied ? "tied" : "stopped", thing: await publicThing(db, link.thing) };
    },
  });

  return { before, beforeYes, beforeNo };
}

export const tieQueries = {
  follow: questionsOf("follow", { before: "dialogue.before-following", beforeYes: "dialogue.before-yes", beforeNo: "dialogue.before-no" }),
  support: questionsOf("support", {
    before: "dialogue.before-supporting",
    beforeYes: "dialogue.before-support-yes",
    beforeNo: "dialogue.before-support-no",
  }),
};
