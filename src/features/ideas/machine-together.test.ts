// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { personOf, system } from "#platform/auth/actor.ts";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { calendarOf } from "#features/places/index.ts";
import { inWhateverOrder, statusOf } from "../../../test/machine.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed, lapseMerges } from "./jobs.ts";
import {
  addNoteTo,
  answer,
  askColleague,
  change,
  concern,
  fork,
  move,
  proposeMerge,
  reply,
  replyToMerge,
  submit,
  takeBackQuestion,
} from "./operations.ts";
import { anyIdea, type Idea } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

/** What we believe of one idea, told in plain words beside the database. */
type Belief = {
  over: "no" | "answered" | "part-of";
  area: "miljoe-og-teknik" | "boern-og-skole";
  due: LocalDay;
  read: boolean;
  puts: number;
  changed: number;
  asked: "never" | "open" | "over";
  mergeUntil: LocalDay | undefined;
  told: Set<string>;
};
type Run = { reference: string; whole: string; first: Idea; firstWhole: Idea; lone: string; belief: Belief };

const names = [
  "edit",
  "fork",
  "concern",
  "note",
  "ask",
  "reply",
  "take-back",
  "hand-over",
  "investigate",
  "propose",
  "yes",
  "no",
  "take-in",
  "close",
  "days",
];
const aMove = fc.record({
  name: fc.constantFrom(...names, "ask", "reply", "take-back", "propose", "days", "days", "answer"),
  days: fc.integer({ min: 1, max: 9 }),
});
const contactOf = { "miljoe-og-teknik": "signe", "boern-og-skole": "tine" } as const;
const words = { title: "En idé til prøve", text: "Den her idé går mange veje.", where: "langaa" };
const reason = "Det har vi tænkt grundigt over.";

test("X36: edited, asked about, handed over, put off, forked, joined or let alone, over whatever holidays and closed days: no promised day is lost or moved but by »we are looking into it«", async () => {
  await inWhateverOrder({
    start: fc.record({ start: fc.integer({ min: 0, max: 500 }), closed: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }) }),
    move: aMove,
    async begin({ start, closed }) {
      t.clock.set(`${addDays("2026-11-02", start)}T09:00:00+01:00`);
      for (const day of closed) await close(day);
      return begin();
    },
    expected: async ({ belief }, move) => expected(belief, move, await calendar()),
    attempt,
    compare,
    say: ({ name }) => name,
    runs: 15,
    moves: { least: 6, most: 14 },
  });
});

async function begin(): Promise<Run> {
  const send = async (as: string) =>
    String((await t.perform(submit, { as, input: { ...words, area: "miljoe-og-teknik" } })).answer.reference);
  const [reference, whole] = [await send("karen"), await send("ruth")];
  const first = await ideaNow(reference);
  const belief: Belief = {
    over: "no",
    area: "miljoe-og-teknik",
    due: first.answerBy,
    read: false,
    puts: 0,
    changed: 0,
    asked: "never",
    mergeUntil: undefined,
    told: new Set(),
  };
  return { reference, whole, first, firstWhole: await ideaNow(whole), lone: personOf(await t.actor("lone"))?.id ?? "", belief };
}

type Move = { name: string; days: number };

/** What should come of a move, and what it leaves behind in what we believe. */
function expected(belief: Belief, { name, days }: Move, closed: ClosedDays): number {
  const open = belief.over === "no";
  const now = t.clock.now();
  const unlessOver = (make: () => unknown, can = true): number => {
    if (open && can) make();
    return open && can ? 200 : 409;
  };
  if (name === "edit") return unlessOver(() => (belief.changed += 1));
  if (name === "concern" || name === "hand-over") return unlessOver(() => name === "hand-over" && (belief.area = other(belief.area)));
  if (name === "ask") return unlessOver(() => (belief.asked = "open"), belief.asked !== "open");
  if (name === "investigate")
    return unlessOver(() => Object.assign(belief, { puts: belief.puts + 1, read: true, due: newDay(days, closed) }), belief.puts < 2);
  if (name === "answer") return unlessOver(() => Object.assign(belief, { over: "answered", mergeUntil: undefined }));
  if (name === "propose")
    return unlessOver(() => (belief.mergeUntil = addWorkingDays(now, 10, closed).day), belief.mergeUntil === undefined);
  if (name === "reply" || name === "take-back") {
    if (belief.asked === "never") return 403;
    const can = belief.asked === "open";
    belief.asked = "over";
    return can ? 200 : 409;
  }
  if (name === "yes" || name === "no") {
    if (belief.mergeUntil === undefined) return 403;
    Object.assign(belief, { mergeUntil: undefined, over: name === "yes" ? "part-of" : belief.over });
    return 200;
  }
  if (name === "take-in") return belief.over === "part-of" ? 422 : 200;
  if (name === "days") {
    const today = addDays(localDayOf(now), days);
    if (belief.mergeUntil !== undefined && belief.mergeUntil < today) belief.mergeUntil = undefined;
    if (open && belief.due < today) belief.told.add(`answer ${belief.due}`);
  }
  return 200;
}

const other = (area: Belief["area"]): Belief["area"] => (area === "miljoe-og-teknik" ? "boern-og-skole" : "miljoe-og-teknik");
const newDay = (days: number, closed: ClosedDays): LocalDay => addWorkingDays(t.clock.now(), days, closed).day;
const calendar = (): Promise<ClosedDays> => calendarOf(t.world.read);

async function close(inDays: number): Promise<void> {
  const day = addDays(localDayOf(t.clock.now()), inDays);
  await t.world.writePool.query(
    "INSERT INTO places.closed_day (day, name, name_en) VALUES ($1, 'Lukket', 'Closed') ON CONFLICT DO NOTHING",
    [day],
  );
  t.world.versions.moved(["calendar"]);
}

async function attempt({ reference, whole, lone }: Run, { name, days }: Move): Promise<number> {
  if (name === "days") {
    t.clock.advance(days * 24 * 60 * 60_000);
    await escalatePassed(t.world);
    await lapseMerges(t.world);
    return 200;
  }
  if (name === "close") {
    await close(days);
    return 200;
  }
  const on = await ideaNow(reference);
  const contact = on.areaSlug === "boern-og-skole" ? "tine" : "signe";
  const wished = newDay(days, await calendar());
  const question = await questionOn(on);
  const calls: Record<string, [Operation, string, unknown]> = {
    edit: [change, "karen", { ...words, title: `Udgave ${on.edits + 2}` }],
    fork: [fork, "mehmet", { ...words, title: "Min egen udgave" }],
    concern: [concern, contact, { areas: days % 2 === 0 ? ["byraadssekretariatet"] : [] }],
    note: [addNoteTo, contact, { note: "Husk det her." }],
    ask: [askColleague, contact, { colleague: lone, question: "Hvad mener du?", wished }],
    reply: [reply, "lone", { reply: "Det er en god idé." }],
    "take-back": [takeBackQuestion, question.by, { question: question.id }],
    "hand-over": [move, contact, { area: on.areaSlug === "boern-og-skole" ? "miljoe-og-teknik" : "boern-og-skole" }],
    investigate: [answer, contact, { status: "investigating", reason, newDay: wished }],
    answer: [answer, contact, { status: "we-do-it", reason }],
    propose: [proposeMerge, contact, { into: whole, reason }],
    yes: [replyToMerge, "karen", { yes: "yes" }],
    no: [replyToMerge, "karen", { yes: "no" }],
  };
  const [operation, as, input] = calls[name] ?? [proposeMerge, "karen", { into: reference, reason }];
  const about = name === "take-in" ? String((await t.perform(submit, { as: "karen", input: words })).answer.reference) : reference;
  return statusOf(t.perform(operation, { as, input, reference: about }));
}

/** The open question or else one of those before; where there is none, one that is not there. */
async function questionOn({ id }: Idea): Promise<{ id: string; by: string }> {
  const { rows } = await t.world.readPool.query<{ id: string; by: string }>(
    `SELECT question.id, person.demo_key AS by FROM ideas.question JOIN people.person ON person.id = question.asked_by
     WHERE idea = $1 ORDER BY replied_at IS NULL AND withdrawn_at IS NULL DESC LIMIT 1`,
    [id],
  );
  return rows[0] ?? { id, by: "signe" };
}

async function ideaNow(reference: string): Promise<Idea> {
  const found = await anyIdea.find(t.world.read, reference, { actor: system, lock: false });
  assert.ok(found, reference);
  return found;
}

/** The database holds what we believe; the whole that it may go into keeps its days as well. */
async function compare({ reference, whole, first, firstWhole, belief }: Run): Promise<void> {
  const [now, wholeNow] = [await ideaNow(reference), await ideaNow(whole)];
  for (const day of ["lookBy", "acknowledgeBy", "answerBy"] as const) assert.equal(now[day], first[day], day);
  for (const day of ["lookBy", "acknowledgeBy", "answerBy", "dueBy"] as const)
    assert.equal(wholeNow[day], firstWhole[day], `the whole's ${day}`);
  assert.equal(now.dueBy, belief.due);
  assert.equal(now.areaSlug, belief.area);
  assert.equal(contactOf[belief.area] === "tine", now.areaSlug === "boern-og-skole");
  assert.equal(now.edits, belief.changed);
  assert.equal(now.merge?.lapsesOn, belief.mergeUntil);
  assert.equal(now.standing === "part-of", belief.over === "part-of");
  const told = await t.world.read.selectFrom("ideas.escalation").select(["what", "due"]).where("idea", "=", now.id).execute();
  const answers = told.filter(({ what }) => what === "answer").map(({ what, due }) => `${what} ${due}`);
  assert.deepEqual(answers.toSorted(), [...belief.told].toSorted(), "each day that passed was told of, and no other");
}
