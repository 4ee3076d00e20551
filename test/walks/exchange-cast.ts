// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: who is in it, and what they may try.

export const writer = "sofie";
export const askers = ["karen", "jens", "ruth"] as const;
export type Asker = (typeof askers)[number];
/** Who brokers: the area's contact person, and the secretariat. */
const brokers = ["signe", "lone"];
export const people = [writer, ...askers, ...brokers];
/** The telephone number that each shares. */
export const numberOf = (who: string): string => `20 30 40 0${people.indexOf(who)}`;

export const postSteps = [
  "look-yes",
  "look-no",
  "edit",
  "pause",
  "resume",
  "renew",
  "fulfil",
  "withdraw",
  "remove",
  "put-back",
  "introduce",
  "bring-together",
] as const;
export const introductionSteps = [
  "yes",
  "no",
  "take-back",
  "write",
  "agree",
  "give-up",
  "came",
  "came-not",
  "resolve-came",
  "resolve-not",
  "thank",
] as const;
export type PostStep = (typeof postSteps)[number];
export type Step = PostStep | (typeof introductionSteps)[number] | "days";
/** `wise`: something that goes through is done instead, another for each number. `by` does it; `which` introduction; `number`: days, a quantity, or days until. `email`: shares a mailbox besides a number. */
export type Move = { name: Step; by: string; which: number; number: number; email: boolean; wise: number | undefined };
/** Whose post a broker brings together with the writer's: of the other kind, and always open. */
export const counterpart = "ruth";
/** `lasts`: days until its last one. */
export type Start = { kind: "offer" | "need"; held: boolean; quantity: number | undefined; lasts: number };

export const isBroker = (by: string): boolean => brokers.includes(by);
