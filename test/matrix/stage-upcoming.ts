// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { submit } from "#features/ideas/operations.ts";
import { draft, publish, tell, weigh } from "#features/upcoming/operations.ts";
import type { TestWorld } from "../test-world.ts";
import { anIdea } from "./stage.ts";

export const listingStates = ["asking", "draft", "over", "told", "area"];

const day = 24 * 60 * 60_000;
const inDays = ({ clock }: TestWorld, days: number): string => addDays(localDayOf(clock.now()), days);

/** A listing of Signe's area with a question that ends tomorrow; a committee decides, unless it is "area". */
export const listingText = (t: TestWorld, state: string): Record<string, string> => ({
  title: "Ny legeplads ved søen",
  what: "Den gamle gynge er taget ned, og vi vil bygge noget nyt sammen med jer.",
  where: "langaa",
  area: anIdea.area,
  phase: "planning",
  openFor: "Hvad der skal være på pladsen.",
  fixed: "Pladsen bliver, hvor den er.",
  decideOn: inDays(t, 60),
  question: "Hvad leger dine børn med?",
  askUntil: inDays(t, 1),
  ...(state === "area" ? {} : { committee: "miljoe-og-teknikudvalg" }),
});

export type Staged = { reference: string; idea: string };

/** A listing in a state, with one answer of Karen's unless it is a draft. The clock goes on where the question is over. */
export async function listingIn(t: TestWorld, state: string): Promise<Staged> {
  const made = await t.perform(draft, { as: "signe", input: listingText(t, state) });
  const reference = String(made.answer.reference);
  if (state === "draft") return { reference, idea: "I-2026-9999" };
  await t.perform(publish, { as: "signe", reference, input: {} });
  const { answer } = await t.perform(submit, {
    as: "karen",
    input: { title: "En svævebane", text: "Den kan gå fra bakken ned til søen.", where: "langaa", about: reference },
  });
  const idea = String(answer.reference);
  if (state === "asking" || state === "area") return { reference, idea };
  await t.perform(weigh, { as: "signe", reference, input: { idea, ...aFate } });
  t.clock.advance(2 * day);
  if (state === "told") await t.perform(tell, { as: "signe", reference, input: whatWasHeard });
  return { reference, idea };
}

export const aFate = { fate: "taken-up", because: "Svævebanen kommer med på tegningen." };
export const whatWasHeard = { heard: "I vil gerne have fart på.", doing: "Vi bygger en svævebane til foråret." };
export const laterDay = (t: TestWorld): string => inDays(t, 90);
