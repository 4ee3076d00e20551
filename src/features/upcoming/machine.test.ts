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
import { phases, shownStatus, type Phase, type Shown } from "./listing.ts";
import { discarded, draft, edit, invite, move, publish, putOff, tell, weigh } from "./operations.ts";
import { listingById } from "./store.ts";
import { aListing } from "./testing.ts";

let t: TestWorld;
let closed: ClosedDays;
before(async () => {
  t = await openTestWorld();
  closed = await calendarOf(t.world.read);
});
after(() => t.close());

type AnAnswer = { reference: string; state: "held" | "public" | "withdrawn"; fate: string | undefined };

/** What we believe of one listing: told in plain words, beside the database. */
type Belief = {
  reference: string;
  public: boolean;
  discarded: boolean;
  phase: Phase;
  gone: Phase[];
  decideOn: LocalDay;
  askUntil: LocalDay | null;
  askedOn: LocalDay | null;
  tellBy: LocalDay | null;
  newsBy: LocalDay | null;
  postponed: Set<string>;
  answers: AnAnswer[];
  told: boolean;
  toldOf: Set<string>;
  status: Shown;
};

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

const names = [
  "edit",
  "publish",
  "publish",
  "discard",
  "move",
  "move",
  "put-off-question",
  "put-off-question",
  "put-off-decision",
  "put-off-decision",
  "invite",
  "answer",
  "answer",
  "answer-held",
  "let-through",
  "let-through",
  "take-back",
  "weigh",
  "weigh",
  "weigh",
  "weigh",
  "tell",
  "tell",
  "tell",
  "days",
  "days",
  "days",
] as const;
type Move = { name: (typeof names)[number]; by: "signe" | "jens" | "tine" | "karen"; days: number; phase: Phase; which: number };
const aMove: fc.Arbitrary<Move> = fc.record({
  name: fc.constantFrom(...names),
  by: fc.constantFrom("signe", "signe", "signe", "signe", "signe", "jens", "jens", "tine", "karen"),
  days: fc.integer({ min: 1, max: 9 }),
  phase: fc.constantFrom(...phases),
  which: fc.nat({ max: 5 }),
});

type Start = { phase: Phase; asks: boolean; ask: number; decide: number; published: boolean };
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
    expected,
    attempt,
    compare,
    say: ({ name, by, days }) => `${name} by ${by}, ${days}`,
    runs: 30,
    moves: { least: 8, most: 22 },
  });
});

const today = (): LocalDay => localDayOf(t.clock.now());
const written = ({ phase, asks, ask, decide }: Omit<Start, "published">) => {
  const { question, askUntil: _, ...others } = aListing;
  return { ...others, phase, decideOn: addDays(today(), decide), ...(asks ? { question, askUntil: addDays(today(), ask) } : {}) };
};

async function begin({ published, ...start }: Start): Promise<Belief> {
  const { answer } = await t.perform(draft, { as: "signe", input: written(start) });
  const belief: Belief = {
    reference: String(answer.reference),
    public: false,
    discarded: false,
    gone: [],
    ...daysIn(start),
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
    makePublic(belief);
  }
  await compare(belief);
  return belief;
}

const daysIn = ({ phase, asks, ask, decide }: Omit<Start, "published">) => ({
  phase,
  decideOn: addDays(today(), decide),
  askUntil: asks ? addDays(today(), ask) : null,
});

const tellDay = (askUntil: LocalDay): LocalDay => addWorkingDays(askUntil, 15, closed).day;

function makePublic(belief: Belief): void {
  belief.public = true;
  belief.gone.push(belief.phase);
  belief.askedOn = belief.askUntil === null ? null : today();
  belief.tellBy = belief.askUntil === null ? null : tellDay(belief.askUntil);
  belief.newsBy = belief.decideOn > today() ? belief.decideOn : null;
}

const isAsking = ({ public: isPublic, askUntil, told }: Belief): boolean => isPublic && askUntil !== null && askUntil >= today() && !told;

/** What should come of a move, and what it leaves behind in what we believe. */
function expected(belief: Belief, one: Move): number {
  const { name, by } = one;
  if (name === "days") return afterDays(belief, one);
  if (name === "answer") return isAsking(belief) ? 200 : 422;
  if (name === "answer-held") return isAsking(belief) ? 200 : 422;
  const answer = belief.answers[one.which % Math.max(1, belief.answers.length)];
  if (name === "let-through") return answer === undefined ? 404 : now(answer.state === "held", () => (answer.state = "public"));
  if (name === "take-back") return answer === undefined ? 404 : afterTakingBack(answer);
  if (!(belief.public || by === "signe" || by === "jens")) return 404;
  if (by === "karen" || by === "tine") return 403;
  if (name === "weigh" && answer?.state !== "public") return 404;
  if (belief.discarded) return 409;
  if (name === "edit" || name === "publish" || name === "discard") return belief.public ? 409 : afterDraft(belief, one);
  return belief.public ? afterStep(belief, one, answer) : 409;
}

function now(can: boolean, make: () => unknown): number {
  if (can) make();
  return can ? 200 : 409;
}

/** Only what is hers can Karen take back; of what nobody let through she knows nothing. */
function afterTakingBack(answer: AnAnswer): number {
  if (hers.has(answer.reference)) return now(answer.state === "public", () => (answer.state = "withdrawn"));
  return answer.state === "public" ? 403 : 404;
}
const hers = new Set<string>();

function afterDraft(belief: Belief, { name, days, phase, which }: Move): number {
  if (name === "discard") return now(true, () => (belief.discarded = true));
  if (name === "edit") return now(true, () => Object.assign(belief, daysIn({ phase, asks: which > 0, ask: days, decide: days * 3 })));
  const past = (belief.decideOn < today() && belief.phase !== "doing") || (belief.askUntil !== null && belief.askUntil <= today());
  if (past) return 422;
  makePublic(belief);
  return 200;
}

function afterStep(belief: Belief, { name, days, phase }: Move, answer: AnAnswer | undefined): number {
  const { askUntil, decideOn } = belief;
  switch (name) {
    case "move": {
      if (belief.phase === "doing") return 409;
      if (phases.indexOf(phase) <= phases.indexOf(belief.phase)) return 422;
      if (newsIn(days) === undefined && phase !== "doing") return 422;
      belief.gone.push(phase);
      return now(true, () => Object.assign(belief, { phase, newsBy: newsIn(days) ?? null }));
    }
    case "put-off-question":
      if (!isAsking(belief) || belief.postponed.has("question")) return 409;
      if (later(askUntil ?? "", days) <= (askUntil ?? "")) return 422;
      belief.askUntil = later(askUntil ?? "", days);
      belief.tellBy = tellDay(belief.askUntil);
      return now(true, () => belief.postponed.add("question"));
    case "put-off-decision":
      if (decideOn < today() || belief.postponed.has("decision")) return 409;
      if (later(decideOn, days) <= decideOn) return 422;
      // What was promised for another day than the decision stands.
      if (belief.newsBy === null || belief.newsBy === decideOn) belief.newsBy = later(decideOn, days);
      belief.decideOn = later(decideOn, days);
      return now(true, () => belief.postponed.add("decision"));
    case "invite":
      return isAsking(belief) ? 200 : 409;
    case "weigh":
      if (belief.told) return 409;
      return days === 1 ? 422 : now(answer !== undefined, () => answer && (answer.fate = fateIn(days)));
    default:
      return now(
        askUntil !== null &&
          askUntil < today() &&
          !belief.told &&
          belief.answers.every((one) => one.state !== "public" || one.fate !== undefined),
        () => (belief.told = true),
      );
  }
}

function afterDays(belief: Belief, { days }: Move): number {
  const day = addDays(today(), days);
  const { askUntil, tellBy } = belief;
  if (belief.public && askUntil !== null && askUntil < day && !belief.told && tellBy !== null && tellBy <= day)
    belief.toldOf.add(`${tellBy === day ? "reminder" : "late"} ${tellBy}`);
  return 200;
}

const newsIn = (days: number): LocalDay | undefined => (days === 1 ? undefined : addDays(today(), days));
const later = (from: LocalDay, days: number): LocalDay => addDays(from, days - 2);
const fateIn = (days: number): string => (days < 4 ? "not" : days < 7 ? "partly" : "taken-up");

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
    edit: [edit, written({ phase, asks: which > 0, ask: days, decide: days * 3 })],
    publish: [publish, {}],
    discard: [discarded, {}],
    move: [move, { phase, note: "Så langt er vi nu.", ...(newsIn(days) === undefined ? {} : { newsBy: newsIn(days) }) }],
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
  belief.answers.push({ reference, state: as === undefined ? "held" : "public", fate: undefined });
  if (as !== undefined) hers.add(reference);
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
