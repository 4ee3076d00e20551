// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { system } from "#platform/auth/actor.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { calendarOf } from "#features/places/index.ts";
import { inWhateverOrder, statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { anyIdea } from "./store.ts";
import { acknowledge, answer, look, move, submit, takeBack } from "./operations.ts";

let t: TestWorld;
let closed: ClosedDays;
before(async () => {
  t = await openTestWorld();
  closed = await calendarOf(t.world.read);
});
after(() => t.close());

/** What we believe of one idea: told in plain words, beside the database. */
type Belief = {
  public: boolean;
  over: boolean;
  read: boolean;
  puts: number;
  area: "miljoe-og-teknik" | "boern-og-skole";
  look: LocalDay;
  acknowledge: LocalDay;
  answer: LocalDay;
  told: Set<string>;
};
type Idea = { reference: string; author: "karen" | undefined };

const contactOf = { "miljoe-og-teknik": "signe", "boern-og-skole": "tine" } as const;
const words = { reason: "Det har vi tænkt grundigt over." };

type Move = {
  name: "acknowledge" | "investigate" | "yes" | "no" | "let-through" | "refuse" | "hand-over" | "withdraw" | "days";
  by: "contact" | "other" | "lone" | "karen";
  days: number;
};
const aMove: fc.Arbitrary<Move> = fc.record({
  // What ends an idea is rarer than what keeps it going, so that the long ways are walked too.
  name: fc.constantFrom(
    "acknowledge",
    "acknowledge",
    "investigate",
    "investigate",
    "investigate",
    "investigate",
    "yes",
    "no",
    "let-through",
    "let-through",
    "refuse",
    "hand-over",
    "hand-over",
    "withdraw",
    "days",
    "days",
  ),
  by: fc.constantFrom("contact", "contact", "contact", "contact", "contact", "contact", "other", "lone", "karen"),
  days: fc.integer({ min: 1, max: 9 }),
});

test("X36: whatever people do in whatever order, no step is taken that should not be, and no promised day is lost or moved but by »we are looking into it«", async () => {
  await inWhateverOrder({
    start: fc.boolean(),
    move: aMove,
    begin,
    expected: ({ idea, belief }, move) => expected(belief, idea, move),
    attempt: ({ idea }, move) => attempt(idea, move),
    compare: ({ idea, belief }) => compare(idea, belief),
    say: ({ name, by }) => `${name} by ${by}`,
    runs: 50,
  });
});

async function begin(byKaren: boolean): Promise<{ idea: Idea; belief: Belief }> {
  const sent = t.clock.now();
  const { answer: made } = await t.perform(submit, {
    ...(byKaren ? { as: "karen" } : {}),
    input: { title: "En idé til prøve", text: "Den her idé går mange veje.", where: "langaa", area: "miljoe-og-teknik" },
  });
  const by = (days: number): LocalDay => addWorkingDays(sent, days, closed).day;
  return {
    idea: { reference: String(made.reference), author: byKaren ? "karen" : undefined },
    belief: {
      public: byKaren,
      over: false,
      read: false,
      puts: 0,
      area: "miljoe-og-teknik",
      look: by(1),
      acknowledge: by(3),
      answer: by(15),
      told: new Set(),
    },
  };
}

/** What should come of a move, and what it leaves behind in what we believe. */
function expected(belief: Belief, idea: Idea, { name, by, days }: Move): number {
  if (name === "days") {
    const today = addDays(localDayOf(t.clock.now()), days);
    for (const [what, day, open] of [
      ["look", belief.look, !belief.public],
      ["acknowledge", belief.acknowledge, !belief.read],
      ["answer", belief.answer, true],
    ] as const) {
      if (!belief.over && open && day < today) belief.told.add(`${what} ${day}`);
    }
    return 200;
  }
  const person = by === "contact" ? contactOf[belief.area] : by === "other" ? "jens" : by;
  const isContact = by === "contact";
  const isAuthor = person === idea.author;
  const sees = belief.public || isContact || isAuthor || by === "lone";
  if (!sees) return 404;
  if (name === "withdraw") return isAuthor ? change(!belief.over, () => Object.assign(belief, { over: true, public: false })) : 403;
  const may = isContact || (by === "lone" && (name === "let-through" || name === "refuse" || name === "hand-over"));
  if (!may) return 403;
  if (belief.over) return 409;
  if (name === "hand-over")
    return change(true, () => (belief.area = belief.area === "miljoe-og-teknik" ? "boern-og-skole" : "miljoe-og-teknik"));
  if (name === "let-through") return change(!belief.public, () => (belief.public = true));
  if (name === "refuse") return change(!belief.public, () => (belief.over = true));
  if (!belief.public) return 409;
  if (name === "acknowledge") return change(!belief.read, () => (belief.read = true));
  if (name === "investigate")
    return change(belief.puts < 2, () => Object.assign(belief, { puts: belief.puts + 1, read: true, answer: newDay(days) }));
  return change(true, () => Object.assign(belief, { over: true, read: true }));
}

function change(can: boolean, make: () => unknown): number {
  if (can) make();
  return can ? 200 : 409;
}

const newDay = (days: number): LocalDay => addWorkingDays(t.clock.now(), days, closed).day;

async function attempt({ reference }: Idea, { name, by, days }: Move): Promise<number> {
  if (name === "days") {
    t.clock.advance(days * 24 * 60 * 60_000);
    await escalatePassed(t.world);
    return 200;
  }
  const here = await areaOf(reference);
  const there = here === "miljoe-og-teknik" ? "boern-og-skole" : "miljoe-og-teknik";
  const calls: Record<Exclude<Move["name"], "days">, [Operation, unknown]> = {
    acknowledge: [acknowledge, {}],
    withdraw: [takeBack, {}],
    "hand-over": [move, { area: there }],
    investigate: [answer, { ...words, status: "investigating", newDay: newDay(days) }],
    yes: [answer, { ...words, status: "we-do-it" }],
    no: [answer, { ...words, status: "not-possible", possibleIf: "Loven ændres.", nextStep: "Spørg igen om et år." }],
    "let-through": [look, { letThrough: "yes" }],
    refuse: [look, { letThrough: "no", reason: "Det er reklame." }],
  };
  const [operation, input] = calls[name];
  const as = by === "contact" ? contactOf[here] : by === "other" ? "jens" : by;
  return statusOf(t.perform(operation, { as, input, reference }));
}

async function areaOf(reference: string): Promise<Belief["area"]> {
  const found = await anyIdea.find(t.world.read, reference, { actor: system, lock: false });
  return found?.areaSlug === "boern-og-skole" ? "boern-og-skole" : "miljoe-og-teknik";
}

/** The database holds what we believe, and its copies agree with what they copy. */
async function compare({ reference }: Idea, belief: Belief): Promise<void> {
  const row = await t.world.read
    .selectFrom("ideas.idea as idea")
    .innerJoin("platform.thing as thing", "thing.id", "idea.id")
    .select([
      "idea.id",
      "idea.look_by",
      "idea.acknowledge_by",
      "idea.answer_by",
      "idea.due_by",
      "idea.standing",
      "idea.listed_at",
      "idea.submitted_at",
      "thing.visibility",
      "thing.withdrawn_at",
      "thing.published_at",
    ])
    .where("thing.reference", "=", reference)
    .executeTakeFirstOrThrow();
  const answers = await t.world.read
    .selectFrom("ideas.answer")
    .select(["status", "new_day"])
    .where("idea", "=", row.id)
    .orderBy("ordinal")
    .execute();
  const told = await t.world.read.selectFrom("ideas.escalation").select(["what", "due"]).where("idea", "=", row.id).execute();
  const isListed = row.visibility === "public" && row.withdrawn_at === null;
  assert.equal(isListed, belief.public);
  assert.deepEqual(row.listed_at, isListed ? row.published_at : null, "the list's copy of when it became public");
  assert.equal(row.standing, answers.at(-1)?.status ?? "waiting", "the list's copy of the newest answer");
  assert.equal(row.look_by, belief.look);
  assert.equal(row.acknowledge_by, belief.acknowledge);
  assert.equal(row.answer_by, addWorkingDays(row.submitted_at, 15, closed).day, "what was promised first stands for ever");
  assert.equal(row.due_by, belief.answer);
  assert.equal(row.due_by, answers.findLast((one) => one.new_day !== null)?.new_day ?? row.answer_by);
  assert.deepEqual(told.map(({ what, due }) => `${what} ${due}`).toSorted(), [...belief.told].toSorted());
}

test("the database itself refuses to move a promised day", async () => {
  const { idea } = await begin(true);
  const row = await t.world.read
    .selectFrom("platform.thing")
    .select("id")
    .where("reference", "=", idea.reference)
    .executeTakeFirstOrThrow();
  await assert.rejects(
    t.world.write.updateTable("ideas.idea").set({ answer_by: "2030-01-02" }).where("id", "=", row.id).execute(),
    /append-only/,
  );
});
