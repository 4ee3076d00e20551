// SPDX-License-Identifier: EUPL-1.2
import { areasOf, has, personOf } from "#platform/auth/actor.ts";
import { answersForItsArea, either, withRole, type Rule } from "#platform/operations/rule.ts";

export { anyone, isOwner, loggedIn, onlySystem } from "#platform/operations/rule.ts";

/** Who brings people together: who answers for the area that it lies in, and the secretariat. */
export const brokers: Rule<{ area: string | null }> = either(answersForItsArea, withRole("secretariat"));

/** Whoever brokers anywhere. */
export const brokersSomewhere: Rule = {
  name: "contact person, deputy or secretariat",
  allows: (actor) => areasOf(actor).length > 0 || has(actor, "secretariat"),
  first: true,
};

type Owned = { ownerPerson: string | null; ownerOrganisation: string | null; speakers: string[] };

/** Whose post it is: who wrote it, or whoever speaks for its organisation. */
export const hasPost: Rule<Owned> = {
  name: "its writer or who speaks for its organisation",
  allows: (actor, on) => {
    const person = personOf(actor)?.id;
    // What stands for an organisation is its own: whoever wrote it and speaks for it no longer has no more to say of it.
    return person !== undefined && (on.ownerOrganisation === null ? on.ownerPerson === person : on.speakers.includes(person));
  },
};

/** Whose post it is, or a broker where it is nobody's or they cannot do it themselves. */
export const hasOrBrokers: Rule<Owned & { area: string | null }> = either<Owned & { area: string | null }>(hasPost, brokers);

type Two = { giver: { actors: string[] }; seeker: { actors: string[] } };

/** One of the two who are brought together. */
export const oneOfTwo: Rule<Two> = {
  name: "one of the two",
  allows: (actor, on) => {
    const person = personOf(actor)?.id;
    return person !== undefined && (on.giver.actors.includes(person) || on.seeker.actors.includes(person));
  },
};

/** One of the two, or a broker. */
export const seesIntroduction: Rule<Two & { area: string | null }> = either<Two & { area: string | null }>(oneOfTwo, brokers);
