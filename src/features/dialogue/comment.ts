// SPDX-License-Identifier: EUPL-1.2
import { has, type Actor, type RoleName } from "#platform/auth/actor.ts";
import { firstNameOf } from "#platform/text/first-name.ts";

export const stands = ["for", "against", "question"] as const;
export type Stand = (typeof stands)[number];

/** "build": the thing is not finished. One builds on it or asks, and nobody is against it yet. */
export type Mode = "weigh" | "build";

export const standsIn = (mode: Mode): readonly Stand[] => (mode === "weigh" ? stands : ["for", "question"]);

/** What the rules need to know of a comment. `replies`: those that are not taken back. */
export type State = { takenBack: boolean; replies: number };
export type Step = "reply" | "correct" | "take-back";

/** Why a step cannot be taken now; undefined when it can. The code is a sentence in the texts (`refused.<code>`). */
export function whyNot(step: Step, { takenBack, replies }: State): string | undefined {
  if (takenBack) return "taken-back";
  return step === "correct" && replies > 0 ? "has-replies" : undefined;
}

export const names = ["own", "first", "citizen"] as const;
export type NameChoice = (typeof names)[number];

/** The name that will stand at a comment; undefined is "a citizen". */
export const shownName = (choice: NameChoice, name: string): string | undefined =>
  choice === "own" ? name : choice === "first" ? firstNameOf(name) || undefined : undefined;

export type Spoken = { role: RoleName; area?: string | undefined; committee?: string | undefined };

/** What somebody speaks as under a thing of an area: the part that lies nearest to it, where they hold several. */
export function roleFor({ roles }: Actor, area: string | null): Spoken | undefined {
  const keeps = roles.filter(({ role }) => role === "contact-person" || role === "deputy");
  const part =
    keeps.find((held) => held.area === area && held.role === "contact-person") ??
    keeps.find((held) => held.area === area) ??
    roles.find(({ role }) => role === "committee-member") ??
    roles.find(({ role }) => role === "council-member") ??
    roles.find(({ role }) => role === "secretariat") ??
    keeps[0] ??
    roles.find(({ role }) => role === "employee");
  return part && { role: part.role, area: part.area, committee: part.committee };
}

/** Those whose answer to a question is the area's own. */
export const speakers = ["contact-person", "deputy", "secretariat"] as const;

/** Whether the one who asked hears of an answer at once: it is the area's, and not their own. All else waits for the daily mail. */
export const hearsAtOnce = (
  question: { stand: Stand | null; ownerPerson: string | null },
  said: { role: RoleName | undefined; person: string },
): boolean =>
  question.stand === "question" &&
  question.ownerPerson !== null &&
  question.ownerPerson !== said.person &&
  speakers.some((role) => role === said.role);

/** Who holds a part in the municipality says so; all others may also write as "a citizen". */
export const namesFor = (actor: Actor): readonly NameChoice[] =>
  (["secretariat", "contact-person", "deputy", "employee", "committee-member", "council-member"] as const).some((role) => has(actor, role))
    ? ["own", "first"]
    : names;
