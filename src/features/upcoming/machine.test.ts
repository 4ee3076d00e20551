// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { ClosedDays, LocalDay } from "#platform/clock/working-days.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { calendarOf } from "#features/places/index.ts";
import { inWhateverOrder, statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { phases, shownStatus, type Shown } from "./listing.ts";
import { discarded, draft, edit, invite, move, publish, putOff, tell, weigh } from "./operations.ts";
import { listingById } from "./store.ts";
import { aListing } from "./testing.ts";
import {
  daysIn,
  editedIn,
  expected,
  fateIn,
  later,
  makePublic,
  names,
  newsIn,
  type Belief,
  type Move,
  type Start,
} from "./testing-belief.ts";

let t: TestWorld;
let closed: ClosedDays;
before(async () => {
  t = await openTestWorld();
  closed = await calendarOf(t.world.read);
});
after(() => t.close());

/** The machine as the README declares it: from each state, the states that come next. */
const next: Record<Shown, readonly Shown[]> = {
  draft: ["asking", "going-on", "discarded"],
  asking: ["listening", "late"],
  listening: ["late", "told"],
  late: ["told"],
  told: [],
  "going-on": [],
  discarded: [],
};

const aMove: fc.Arbitrary<Move> = fc.record({
  name: fc.constantFrom(...names),
  by: fc.constantFrom("signe", "signe", "signe", "signe", "signe", "jens", "jens", "tine", "karen"),
  days: fc.integer({ min: 1, max: 9 }),
  phase: fc.constantFrom(...phases),
  which: fc.nat({ max: 5 }),
});
const aStart: fc.Arbitrary<Start> = fc.record({
  phase: fc.constantFrom("idea", "idea", ...phases),
  asks: fc.constantFrom(true, true, true, false),
  ask: fc.integer({ min: 1, max: 9 }),
  decide: fc.integer({ min: 0, max: 30 }),
  published: fc.constantFrom(true, true, false),
});

test("X36: whatever people do to a listing in whatever order, no step is taken that should not be, nothing is told over an answer, and no promised day is lost or moved but once and with a reason", async () => {
  await inWhateverOrder({
    start: aStart,
    move: aMove,
    begin,
    expected: (belief, move) => expected(belief, move, when()),
    attempt,
    compare,
    say: ({ name, by, days }) => `${name} by ${by}, ${days}`,
    runs: 30,
    moves: { least: 8, most: 22 },
  });
});

const today = (): LocalDay => localDayOf(t.clock.now());
const when = () => ({ today: today(), closed });
const written = ({ phase, decideOn, askUntil }: ReturnType<typeof daysIn>) => {
  const { question, askUntil: _, ...others } = aListing;
  return { ...others, phase, decideOn, ...(askUntil === null ? {} : { question, askUntil }) };
};

async function begin({ published, ...start }: Start): Promise<Belief> {
  const { answer } = await t.perform(draft, { as: "signe", input: written(daysIn(start, today())) });
  const belief: Belief = {
    reference: String(answer.reference),
    public: false,
    discarded: false,
    gone: [],
    ...daysIn(start, today()),
    askedOn: null,
    tellBy: null,
    newsBy: null,
    postponed: new Set(),
    answers: [],
    told: false,
    toldOf: new Set(),
    status: "draft",
  };
  if (published) {
    await t.perform(publish, { as: "signe", reference: belief.reference, input: {} });
    makePublic(belief, when());
  }
  await compare(belief);
  return belief;
}

async function attempt(belief: Belief, one: Move): Promise<number> {
  const { reference } = belief;
  const { name, by, days, phase, which } = one;
  if (name === "days") {
    t.clock.advance(days * 24 * 60 * 60_000);
    await escalatePassed(t.world);
    return 200;
  }
  if (name === "answer" || name === "answer-held") return statusOf(send(belief, name === "answer" ? "karen" : undefined));
  const idea = belief.answers[which % Math.max(1, belief.answers.length)]?.reference ?? "I-2026-9999";
  const reason = "Vi har brug for mere tid.";
  const off = { what: name === "put-off-question" ? "question" : "decision", reason };
  const from = await dayNow(reference, off.what);
  const calls: Record<Exclude<Move["name"], "days" | "answer" | "answer-held">, [Operation, unknown]> = {
    edit: [edit, written(editedIn({ days, phase, which }, today()))],
    publish: [publish, {}],
    discard: [discarded, {}],
    move: [move, { phase, note: "Så langt er vi nu.", ...(newsIn(days, today()) === undefined ? {} : { newsBy: newsIn(days, today()) }) }],
    "put-off-question": [putOff, { ...off, newDay: from === null ? today() : later(from, days) }],
    "put-off-decision": [putOff, { ...off, newDay: from === null ? today() : later(from, days) }],
    invite: [invite, { place: true, theme: true }],
    weigh: [
      weigh,
      {
        idea,
        fate: fateIn(days),
        because: "Det har vi talt længe om.",
        ...(fateIn(days) === "not" && days > 1 ? { possibleIf: "Flere penge." } : {}),
      },
    ],
    tell: [tell, { heard: "Mange har svaret på det.", doing: "Vi går i gang til foråret." }],
    "let-through": [operation("ideas.look"), { letThrough: "yes" }],
    "take-back": [operation("ideas.withdraw"), {}],
  };
  const [work, input] = calls[name];
  const as = name === "let-through" ? "signe" : name === "take-back" ? "karen" : by;
  return statusOf(t.perform(work, { as, input, reference: name === "let-through" || name === "take-back" ? idea : reference }));
}

async function send(belief: Belief, as: string | undefined): Promise<void> {
  const input = { title: "Et svar til prøve", text: "Der er farligt, når det er mørkt.", where: "langaa", about: belief.reference };
  const { answer } = await t.perform(operation("ideas.submit"), { ...(as === undefined ? {} : { as }), input });
  const reference = String(answer.reference);
  belief.answers.push({ reference, state: as === undefined ? "held" : "public", fate: undefined, byKaren: as !== undefined });
}

const operation = (name: string): Operation => {
  const found = t.world.registry.operations.get(name);
  assert.ok(found, name);
  return found;
};

async function idOf(reference: string): Promise<string> {
  return (await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", reference).executeTakeFirstOrThrow()).id;
}

async function dayNow(reference: string, what: string): Promise<LocalDay | null> {
  const on = await listingById(t.world.read, await idOf(reference));
  return (what === "question" ? on?.askUntil : on?.decideOn) ?? null;
}

/** The database holds what we believe, and has gone to no state that the machine does not lead to. */
async function compare(belief: Belief): Promise<void> {
  const on = await listingById(t.world.read, await idOf(belief.reference));
  assert.ok(on);
  const { status, toldOf, answers, postponed, reference: _, gone, ...simple } = belief;
  for (const [name, value] of Object.entries(simple)) assert.deepEqual(on[name as "phase"], value, name);
  assert.deepEqual(new Set(on.postponed), postponed);
  assert.deepEqual(new Set(on.toldOf), toldOf, "each day that came or passed was told of, and no other");
  assert.deepEqual(
    on.history.map(({ phase }) => phase),
    gone,
    "each phase that it has been through",
  );
  const seen = answers.filter(({ state }) => state === "public");
  assert.equal(on.answers, seen.length);
  assert.equal(on.withoutFate, seen.filter(({ fate }) => fate === undefined).length);
  for (const { what, from, to } of on.putOff) {
    assert.ok(to > from);
    assert.equal(to, what === "question" ? on.askUntil : on.decideOn, "the day that was said is the day that holds");
  }
  const reached = shownStatus(on, today());
  assert.ok(reached === status || next[status].includes(reached), `${status} → ${reached}`);
  if (reached === status) return;
  belief.status = reached;
  assert.equal((await t.visitor().get(`/paa-vej/${belief.reference}`)).status, belief.public ? 200 : 404);
}
