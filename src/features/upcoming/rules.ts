// SPDX-License-Identifier: EUPL-1.2
import { answersFor, areasOf, has, type Actor } from "#platform/auth/actor.ts";
import type { Rule } from "#platform/operations/rule.ts";

export { anyone, onlySystem } from "#platform/operations/rule.ts";

type Owned = { area: string | null; committee: string | null };

/** Sits in the committee, or serves all of them. */
const actsFor = (actor: Actor, committee: string | null): boolean =>
  committee !== null &&
  (has(actor, "secretariat") || actor.roles.some((held) => held.role === "committee-member" && held.committee === committee));

/** Who answers for the area it lies in; where a committee decides, also its members and the secretariat. */
export const ownsListing: Rule<Owned> = {
  name: "contact person or deputy of its area, or its committee",
  allows: (actor, on) => answersFor(actor, on.area) || actsFor(actor, on.committee),
};

/** Whoever can own one at all. Whose area and whose committee it is the operation asks with the same rule. */
export const canList: Rule = {
  name: "contact person, deputy, committee member or secretariat",
  allows: (actor) => areasOf(actor).length > 0 || has(actor, "secretariat") || has(actor, "committee-member"),
};
