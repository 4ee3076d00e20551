// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: carries moves out through the operations.
import fc from "fast-check";
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { inWhateverOrder, statusOf } from "../machine.ts";
import type { TestWorld } from "../test-world.ts";
import { watchIntroductions, watchLastDays, watchUnanswered } from "#features/exchange/jobs.ts";
import { look, putBack, remove } from "#features/exchange/operations-broker.ts";
import { agree, bringTogether, giveUp, introduce, reply, withdraw, write } from "#features/exchange/operations-introduction.ts";
import { resolve, tellOutcome, thank } from "#features/exchange/operations-outcome.ts";
import { change, fulfil, pause, prolong, resume, submit, takeBack } from "#features/exchange/operations-writer.ts";
import { openPost } from "../matrix/stage-exchange.ts";
import { aim } from "./exchange-aim.ts";
import { chosen, expected } from "./exchange-belief.ts";
import {
  askers,
  counterpart,
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
import { reasonOf, sideOf, type Belief } from "./exchange-state.ts";

const words = { title: "Fire brædder til en bænk", text: "Bænken ved stien har mistet sit sæde.", type: "thing", where: "langaa" };

/** How often each step is tried: enough of what leads on, and of whoever may not. */
const aStep = (about: "post" | "introduction"): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: about === "post" ? 8 : 2, arbitrary: fc.constantFrom<Step>(...postSteps) },
    { weight: about === "post" ? 2 : 7, arbitrary: fc.constantFrom<Step>(...introductionSteps) },
    { weight: 3, arbitrary: fc.constantFrom<Step>("yes", "agree", "came") },
    { weight: 2, arbitrary: fc.constantFrom<Step>("introduce", "introduce", "bring-together") },
    { weight: 2, arbitrary: fc.constant<Step>("days") },
  );
const forBrokers: readonly Step[] = ["look-yes", "look-no", "remove", "put-back", "bring-together", "resolve-came", "resolve-not"];
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
      // Most go through, so that the long ways are walked to their end; the others may be done by anybody at any time.
      wise: fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 1_000_000 }) }, { weight: 1, arbitrary: fc.constant(undefined) }),
    })
    .map(({ anybody, one, broker, stray, ...move }) => {
      const { name } = move;
      const likely = forBrokers.includes(name) ? broker : name === "introduce" && one === writer ? "karen" : one;
      // A broker who answers a post is one of the two as well: that is not looked at here.
      const by = stray > 0 || (name === "introduce" && isBroker(anybody)) ? likely : anybody;
      return { ...move, by };
    });
const aStart: fc.Arbitrary<Start> = fc.record({
  kind: fc.constantFrom("offer", "need"),
  held: fc.constantFrom(true, false, false, false),
  quantity: fc.constantFrom(undefined, 1, 2, 3, 4),
  lasts: fc.constantFrom(2, 9, 20, 90),
});

/** What was walked: how many moves were made, how many of them went through, and how often each step did. */
type Walked = { moves: number; through: number; steps: Map<Step, number> };

/** So many ways, of at least eight moves each. */
export async function walk(t: TestWorld, about: "post" | "introduction", runs: number): Promise<Walked> {
  const count: Walked = { moves: 0, through: 0, steps: new Map() };
  await inWhateverOrder<Start, Belief, Move>({
    start: aStart,
    move: aMove(about),
    begin: (start) => begin(t, start),
    aim: (belief, move) => aim(belief, move, about, (one) => dayOf(t, one)),
    expected: (belief, move) => expected(belief, move, dayOf(t, move)),
    async attempt(belief, move) {
      const status = await attempt(t, belief, move);
      count.moves += 1;
      if (status === 200) {
        count.through += 1;
        count.steps.set(move.name, (count.steps.get(move.name) ?? 0) + 1);
      }
      return status;
    },
    compare: (belief) => compare(t, belief),
    say: ({ name, by, which, number }) => `${name} by ${by}, ${which}, ${number}`,
    runs,
    moves: { least: 8, most: 22 },
    asWalked: true,
  });
  return count;
}

/** How long a move takes, in milliseconds. A day is not always from one hour to the same: clocks are put forward and back. */
const lasting = ({ name, number }: Move): number => (name === "days" ? number * 24 * 60 * 60_000 : 1_000);
/** The day on which a move is done. */
const dayOf = (t: TestWorld, move: Move): LocalDay => localDayOf(new Date(t.clock.now().getTime() + lasting(move)));

async function begin(t: TestWorld, { kind, held, quantity, lasts }: Start): Promise<Belief> {
  // A day later each time: nobody has used up what one may do in a day.
  t.clock.advance(25 * 60 * 60_000);
  const group = { partyName: "Stiens Venner", partyKind: "group" };
  const today = localDayOf(t.clock.now());
  const expiresOn = addDays(today, lasts);
  const input = { kind, ...words, ...group, expiresOn, ...(quantity === undefined ? {} : { quantity: String(quantity) }) };
  const { answer } = await t.perform(submit, { as: writer, input });
  const other = await openPost(t, counterpart, kind === "offer" ? "need" : "offer", { expiresOn: addDays(today, 180) });
  const belief: Belief = {
    reference: String(answer.reference),
    kind,
    other: { reference: other, taken: 0 },
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
    Object.assign(belief, { published: true, publishedOn: localDayOf(t.clock.now()) });
  }
  await compare(t, belief);
  return belief;
}

async function attempt(t: TestWorld, belief: Belief, move: Move): Promise<number> {
  t.clock.advance(lasting(move));
  const { name, by, which, number, email } = move;
  if (name === "days") {
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
    "bring-together": [
      bringTogether,
      { other: belief.other.reference, greeting: "I bor tæt på hinanden.", quantity: String((number % 3) + 1) },
    ],
    introduce: [introduce, { greeting: "Det vil vi gerne bruge.", quantity: String((number % 3) + 1), ...contact }],
    yes: [reply, { yes: "yes", ...contact }],
    no: [reply, { yes: "no", reason: reasonOf(number) }],
    "take-back": [withdraw, {}],
    write: [write, { text: "Hvornår passer det?" }],
    agree: [agree, { what: "Vi henter dem med traileren", onDay }],
    "give-up": [giveUp, { reason: reasonOf(number) }],
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
      const made = belief.introductions.at(-1);
      if (made?.reference !== "") return;
      made.reference = String(answer.reference);
      const side = sideOf(made, by);
      // Whoever asks says yes by asking; a broker says it for nobody.
      if (side !== undefined) made.chose[side] = { email };
    }),
  );
}
