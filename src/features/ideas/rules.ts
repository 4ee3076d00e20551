// SPDX-License-Identifier: EUPL-1.2
import { answersFor, personOf } from "#platform/auth/actor.ts";
import { either, withRole, answersForItsArea, type Rule } from "#platform/operations/rule.ts";

export { anyone, isOwner, loggedIn, onlySystem } from "#platform/operations/rule.ts";

/** Only who answers for the area speaks for it; the secretariat follows up but does not answer in its place. */
export const speaksForArea = answersForItsArea;

/** Notes and questions: who answers for its area or for one that it concerns, and the secretariat. */
export const worksOnIt: Rule<{ area: string | null; concerns: { area: string }[] }> = either<{
  area: string | null;
  concerns: { area: string }[];
}>(
  answersForItsArea,
  {
    name: "contact person or deputy of an area that it concerns",
    allows: (actor, on) => on.concerns.some(({ area }) => answersFor(actor, area)),
  },
  withRole("secretariat"),
);

/** The author whose yes a proposal waits for. */
export const isAskedToMerge: Rule<{ merge: { asked: string | null } | null }> = {
  name: "author who is asked for a yes",
  allows: (actor, on) => on.merge !== null && on.merge.asked !== null && on.merge.asked === personOf(actor)?.id,
};

/** A colleague who was asked about it. */
export const isAsked: Rule<{ asked: { person: string }[] }> = {
  name: "asked about it",
  allows: (actor, on) => on.asked.some(({ person }) => person === personOf(actor)?.id),
};

/** Who asked a colleague about it. */
export const hasAsked: Rule<{ asked: { by: string }[] }> = {
  name: "asked a colleague about it",
  allows: (actor, on) => on.asked.some(({ by }) => by === personOf(actor)?.id),
};

/** Letting through and handing over: the secretariat too, so that nothing stays where nobody is. */
export const keepsInbox: Rule<{ area: string | null }> = either(answersForItsArea, withRole("secretariat"));
