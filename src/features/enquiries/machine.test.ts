// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { calendarOf } from "#features/places/index.ts";
import { inWhateverOrder, statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { system } from "#platform/auth/actor.ts";
import { acknowledge, addANote, answer, ask, move, noteCall, sayNo, sayYes, send, takeBack } from "./operations.ts";
import { anyEnquiry } from "./store.ts";

let t: TestWorld;
let closed: ClosedDays;
before(async () => {
  t = await openTestWorld();
  closed = await calendarOf(t.world.read);
});
after(() => t.close());

/** What we believe of one enquiry: told in plain words, beside the database. */
type Belief = {
  over: boolean;
  read: boolean;
  puts: number;
  asked: "not" | "asked" | "said";
  phone: boolean;
  area: "miljoe-og-teknik" | "boern-og-skole";
  acknowledge: LocalDay;
  answer: LocalDay;
  told: Set<string>;
};

const contactOf = { "miljoe-og-teknik": "signe", "boern-og-skole": "tine" } as const;
const names = [
  "acknowledge",
  "investigate",
  "investigate",
  "hand-over",
  "hand-over",
  "note",
  "missed",
  "days",
  "days",
  "ask",
  "answer",
  "call",
  "yes",
  "no",
  "withdraw",
] as const;
type Move = { name: string; by: "contact" | "other" | "lone" | "karen"; days: number };
const aMove: fc.Arbitrary<Move> = fc.record({
  name: fc.constantFrom(...names),
  by: fc.constantFrom("contact", "contact", "contact", "contact", "karen", "karen", "other", "lone"),
  days: fc.integer({ min: 1, max: 9 }),
});

test("X36: whatever people do in whatever order, no step is taken that should not be, nobody sees what is not theirs, and no promised day is lost or moved but by »we are looking into it«", async () => {
  await inWhateverOrder({
    start: fc.boolean(),
    move: aMove,
    begin,
    expected: ({ belief }, move) => expected(belief, move),
    attempt: ({ reference }, move) => attempt(reference, move),
    compare: ({ reference, belief }) => compare(reference, belief),
    say: ({ name, by }) => `${name} by ${by}`,
    runs: 40,
  });
});

async function begin(phone: boolean): Promise<{ reference: string; belief: Belief }> {
  const sent = t.clock.now();
  const { answer: made } = await t.perform(send, {
    as: "karen",
    input: {
      subject: "Noget til prøve",
      text: "Den her går mange veje.",
      area: "miljoe-og-teknik",
      ...(phone ? { phone: "12 34 56 78" } : {}),
    },
  });
  const by = (days: number): LocalDay => addWorkingDays(sent, days, closed).day;
  const start = { over: false, read: false, puts: 0, asked: "not", phone, area: "miljoe-og-teknik" } as const;
  return { reference: String(made.reference), belief: { ...start, acknowledge: by(3), answer: by(15), told: new Set() } };
}

/** What should come of a move, and what it leaves behind in what we believe. */
function expected(belief: Belief, { name, by, days }: Move): number {
  if (name === "days") {
    const today = addDays(localDayOf(t.clock.now()), days);
    if (!belief.over && !belief.read && belief.acknowledge < today) belief.told.add(`acknowledge ${belief.acknowledge}`);
    if (!belief.over && belief.answer < today) belief.told.add(`answer ${belief.answer}`);
    return 200;
  }
  if (by === "other" || (by === "lone" && belief.told.size === 0)) return 404;
  const sender = by === "karen";
  const may = ["yes", "no", "withdraw"].includes(name) ? sender : by === "contact" || (by === "lone" && name === "hand-over");
  if (!may) return 403;
  if (name === "note") return belief.over && withdrawn.has(belief) ? 409 : 200;
  if (belief.over) return 409;
  const turn: Record<string, () => boolean> = {
    acknowledge: () => !belief.read && set(belief, { read: true }),
    investigate: () => belief.puts < 2 && set(belief, { puts: belief.puts + 1, read: true, answer: newDay(days) }),
    "hand-over": () => set(belief, { area: belief.area === "miljoe-og-teknik" ? "boern-og-skole" : "miljoe-og-teknik" }),
    missed: () => belief.phone && set(belief, { read: true }),
    call: () => belief.phone && set(belief, { read: true, over: true }),
    answer: () => set(belief, { read: true, over: true }),
    ask: () => belief.asked === "not" && set(belief, { asked: "asked" }),
    yes: () => belief.asked === "asked" && set(belief, { asked: "said", over: true, read: true }),
    no: () => belief.asked === "asked" && set(belief, { asked: "said" }),
    withdraw: () => Boolean(withdrawn.add(belief)) && set(belief, { over: true }),
  };
  return turn[name]?.() ? 200 : 409;
}

const withdrawn = new WeakSet<Belief>();
const set = (belief: Belief, change: Partial<Belief>): boolean => Boolean(Object.assign(belief, change));
const newDay = (days: number): LocalDay => addWorkingDays(t.clock.now(), days, closed).day;
const words = { title: "Det kunne blive en idé", text: "Med ord, som alle må læse.", where: "langaa" };

async function attempt(reference: string, { name, by, days }: Move): Promise<number> {
  if (name === "days") {
    t.clock.advance(days * 24 * 60 * 60_000);
    await escalatePassed(t.world);
    return 200;
  }
  const here = (await anyEnquiry.find(t.world.read, reference, { actor: system, lock: false }))?.areaSlug;
  const [mine, there] =
    here === "boern-og-skole" ? (["boern-og-skole", "miljoe-og-teknik"] as const) : (["miljoe-og-teknik", "boern-og-skole"] as const);
  const calls: Record<string, [Operation, unknown]> = {
    acknowledge: [acknowledge, {}],
    investigate: [answer, { status: "investigating", text: "Det skal vi lige undersøge.", newDay: newDay(days) }],
    answer: [answer, { status: "answered", text: "Sådan hænger det sammen." }],
    "hand-over": [move, { area: there }],
    note: [addANote, { text: "Husk at spørge Bo." }],
    missed: [noteCall, { taken: "no" }],
    call: [noteCall, { taken: "yes", said: "Aftalt i telefonen." }],
    ask: [ask, words],
    yes: [sayYes, words],
    no: [sayNo, {}],
    withdraw: [takeBack, {}],
  };
  const [operation, input] = calls[name] ?? [acknowledge, {}];
  const as = by === "contact" ? contactOf[mine] : by === "other" ? "jens" : by;
  return statusOf(t.perform(operation, { as, input, reference }));
}

/** The database holds what we believe. */
async function compare(reference: string, belief: Belief): Promise<void> {
  const on = await anyEnquiry.find(t.world.read, reference, { actor: system, lock: false });
  assert.ok(on);
  assert.equal(on.acknowledgeBy, belief.acknowledge);
  assert.equal(on.answerBy, addWorkingDays(on.submittedAt, 15, closed).day, "what was promised first stands for ever");
  assert.equal(on.dueBy, belief.answer);
  assert.equal(on.areaSlug, belief.area);
  assert.equal(on.standing !== "waiting" && on.standing !== "investigating", belief.over && !withdrawn.has(belief));
  assert.equal(on.escalated, belief.told.size > 0);
}
