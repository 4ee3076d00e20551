// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: carries moves out through the operations.
import fc from "fast-check";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { inWhateverOrder, statusOf } from "../machine.ts";
import type { TestWorld } from "../test-world.ts";
import { watchIntroductions, watchLastDays, watchUnanswered } from "#features/exchange/jobs.ts";
import { look, putBack, remove } from "#features/exchange/operations-broker.ts";
import { agree, giveUp, introduce, reply, withdraw, write } from "#features/exchange/operations-introduction.ts";
import { resolve, tellOutcome, thank } from "#features/exchange/operations-outcome.ts";
import { change, fulfil, pause, prolong, resume, submit, takeBack } from "#features/exchange/operations-writer.ts";
import { chosen, expected, type Belief } from "./exchange-belief.ts";
import {
  askers,
  introductionSteps,
  isBroker,
  numberOf,
  people,
  postSteps,
  writer,
  type Move,
  type Start,
  type Step,
} from "./exchange-cast.ts";
import { compare } from "./exchange-compare.ts";

const words = { title: "Fire brædder til en bænk", text: "Bænken ved stien har mistet sit sæde.", type: "thing", where: "langaa" };

/** How often each step is tried: enough of what leads on, and of whoever may not. */
const aStep = (about: "post" | "introduction"): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: about === "post" ? 8 : 2, arbitrary: fc.constantFrom<Step>(...postSteps) },
    { weight: about === "post" ? 2 : 7, arbitrary: fc.constantFrom<Step>(...introductionSteps) },
    { weight: 3, arbitrary: fc.constantFrom<Step>("yes", "agree", "came") },
    { weight: 2, arbitrary: fc.constant<Step>("introduce") },
    { weight: 2, arbitrary: fc.constant<Step>("days") },
  );
const forBrokers: readonly Step[] = ["look-yes", "look-no", "remove", "put-back", "resolve-came", "resolve-not"];
/** Most often somebody who may. */
const aMove = (about: "post" | "introduction"): fc.Arbitrary<Move> =>
  fc
    .record({
      name: aStep(about),
      anybody: fc.constantFrom(...people),
      one: fc.constantFrom(writer, writer, ...askers),
      broker: fc.constantFrom("signe", "lone"),
      stray: fc.nat({ max: 5 }),
      which: fc.nat({ max: 2 }),
      number: fc.integer({ min: 1, max: 8 }),
      email: fc.boolean(),
    })
    .map(({ anybody, one, broker, stray, ...move }) => {
      const { name } = move;
      const likely = forBrokers.includes(name) ? broker : name === "introduce" && one === writer ? "karen" : one;
      // A broker who answers a post is one of the two as well: that is not looked at here.
      const by = stray > 0 || (name === "introduce" && isBroker(anybody)) ? likely : anybody;
      return { ...move, by };
    });
const aStart: fc.Arbitrary<Start> = fc.record({
  held: fc.constantFrom(true, false, false, false),
  quantity: fc.constantFrom(undefined, 1, 2, 3, 4),
  lasts: fc.constantFrom(2, 9, 20, 90),
});

const dayMs = 24 * 60 * 60_000;

/** So many ways, of at least eight moves each. Out: how many moves were made, and how many of them went through. */
export async function walk(t: TestWorld, about: "post" | "introduction", runs: number): Promise<{ moves: number; through: number }> {
  const count = { moves: 0, through: 0 };
  await inWhateverOrder<Start, Belief, Move>({
    start: aStart,
    move: aMove(about),
    begin: (start) => begin(t, start),
    expected(belief, move) {
      t.clock.advance(1_000);
      const days = move.name === "days" ? move.number : 0;
      return expected(belief, move, localDayOf(new Date(t.clock.now().getTime() + days * dayMs)));
    },
    async attempt(belief, move) {
      const status = await attempt(t, belief, move);
      count.moves += 1;
      if (status === 200) count.through += 1;
      return status;
    },
    compare: (belief) => compare(t, belief),
    say: ({ name, by, which, number }) => `${name} by ${by}, ${which}, ${number}`,
    runs,
    moves: { least: 8, most: 22 },
  });
  return count;
}

async function begin(t: TestWorld, { held, quantity, lasts }: Start): Promise<Belief> {
  // A day later each time: nobody has used up what one may do in a day.
  t.clock.advance(25 * 60 * 60_000);
  const group = { partyName: "Stiens Venner", partyKind: "group" };
  const today = localDayOf(t.clock.now());
  const expiresOn = addDays(today, lasts);
  const input = { kind: "offer", ...words, ...group, expiresOn, ...(quantity === undefined ? {} : { quantity: String(quantity) }) };
  const { answer } = await t.perform(submit, { as: writer, input });
  const belief: Belief = {
    reference: String(answer.reference),
    published: false,
    publishedOn: undefined,
    refused: false,
    paused: false,
    closed: null,
    expiresOn,
    quantity,
    taken: 0,
    contacts: 0,
    warned: new Set(),
    helped: false,
    introductions: [],
    touched: [],
  };
  t.clock.advance(1_000);
  if (!held) {
    await t.perform(look, { as: "lone", reference: belief.reference, input: { letThrough: "yes" } });
    Object.assign(belief, { published: true, publishedOn: today });
  }
  await compare(t, belief);
  return belief;
}

async function attempt(t: TestWorld, belief: Belief, move: Move): Promise<number> {
  const { name, by, which, number, email } = move;
  if (name === "days") {
    t.clock.advance(number * dayMs);
    for (const watch of [watchLastDays, watchUnanswered, watchIntroductions]) await watch(t.world);
    return 200;
  }
  const contact = { sharePhone: numberOf(by), ...(email ? { shareEmail: "on" } : {}) };
  const onDay = addDays(localDayOf(t.clock.now()), number);
  const calls: Record<Exclude<Step, "days">, [Operation, unknown]> = {
    "look-yes": [look, { letThrough: "yes" }],
    "look-no": [look, { letThrough: "no", reason: "Skriv, hvem I er." }],
    edit: [change, { ...words, text: `${words.text} Rettet ${number}.`, ...(number <= 4 ? { quantity: String(number) } : {}) }],
    pause: [pause, {}],
    resume: [resume, {}],
    renew: [prolong, {}],
    fulfil: [fulfil, {}],
    withdraw: [takeBack, {}],
    remove: [remove, { reason: "Det ligner en annonce." }],
    "put-back": [putBack, {}],
    introduce: [introduce, { greeting: "Det vil vi gerne bruge.", quantity: String((number % 3) + 1), ...contact }],
    yes: [reply, { yes: "yes", ...contact }],
    no: [reply, { yes: "no" }],
    "take-back": [withdraw, {}],
    write: [write, { text: "Hvornår passer det?" }],
    agree: [agree, { what: "Vi henter dem med traileren", onDay }],
    "give-up": [giveUp, { reason: "Det passede ikke." }],
    came: [tellOutcome, { happened: "yes", hours: "1,5" }],
    "came-not": [tellOutcome, { happened: "no" }],
    "resolve-came": [resolve, { happened: "yes", note: "Vi har talt med begge." }],
    "resolve-not": [resolve, { happened: "no", note: "Vi har talt med begge." }],
    thank: [thank, { text: "Tusind tak." }],
  };
  const [work, input] = calls[name];
  const isPost = postSteps.some((step) => step === name);
  const reference = isPost ? belief.reference : (chosen(belief, which)?.reference ?? "F-2026-99999");
  return statusOf(
    t.perform(work, { as: by, input, reference }).then(({ answer }) => {
      const made = name === "introduce" ? belief.introductions.at(-1) : undefined;
      if (made?.reference === "") Object.assign(made, { reference: String(answer.reference), chose: { seeker: { email } } });
    }),
  );
}
