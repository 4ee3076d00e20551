// SPDX-License-Identifier: EUPL-1.2
import { answersFor, has, personOf, type Actor, type RoleName } from "#platform/auth/actor.ts";
import { forbidden } from "./refusal.ts";

/** Who may. A named yes-or-no over who asks and what it is about; without one a door does not open. */
export type Rule<Subject = unknown> = {
  name: string;
  allows(actor: Actor, on: Subject): boolean;
  /** It asks only who one is, and is asked first: who may not learns not even what is there. */
  first?: true;
};

/** Whoever a rule let in as somebody is a person; the system itself acts for nobody. */
export function idOf(actor: Actor): string {
  const id = personOf(actor)?.id;
  if (id === undefined) throw forbidden();
  return id;
}

export const anyone: Rule = { name: "anyone", allows: () => true };
export const loggedIn: Rule = { name: "logged in", allows: (actor) => actor.kind === "person" };
export const onlySystem: Rule = { name: "the system itself", allows: (actor) => actor.kind === "system" };
export const withRole = (role: RoleName): Rule => ({ name: role, allows: (actor) => has(actor, role), first: true });

/** Contact person or deputy of the area that the thing lies in. */
export const answersForItsArea: Rule<{ area: string | null }> = {
  name: "contact person or deputy of its area",
  allows: (actor, on) => answersFor(actor, on.area),
};

export const isOwner: Rule<{ ownerPerson: string | null }> = {
  name: "its author",
  allows: (actor, on) => on.ownerPerson !== null && personOf(actor)?.id === on.ownerPerson,
};

export const either = <S>(...rules: Rule<S>[]): Rule<S> => ({
  name: rules.map((rule) => rule.name).join(" or "),
  allows: (actor, on) => rules.some((rule) => rule.allows(actor, on)),
});
