// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays, workingDaysBetween } from "#platform/clock/working-days.ts";
import { root } from "#platform/root.ts";
import { demoTimes } from "./demo-times.ts";
import { loadDemo } from "./load-demo.ts";
import { loadMunicipality } from "./load.ts";

const folder = join(root, "municipalities/0730-randers");
const files = loadMunicipality(folder);
const { ideas, people } = loadDemo(folder, files);
const closed = new Set(files.municipality.closedDays.map(({ day }) => day));
const { answerDays } = files.municipality.deadlines;
/** Working days that an author has for a yes or no. */
const mergeDays = 10;

/** Every ninth day of two and a half years: all weekdays, both Christmases, both Easters, different hours. */
const nows = Array.from({ length: 100 }, (_, at) => new Date(Date.UTC(2026, 5, 1 + at * 9, (at * 7) % 24, 17)));

/** How it stands with an idea on a day: the rules in small, so that the files can be judged without a database. */
function stateOf(idea: (typeof ideas)[number], now: Date) {
  const times = demoTimes(idea, now, closed);
  const last = idea.answers.at(-1);
  const due = times.answers.at(-1)?.newDay ?? addWorkingDays(times.submitted, answerDays, closed).day;
  const joined = idea.proposal?.reply?.yes === true;
  const waiting =
    !joined && times.withdrawn === undefined && idea.lookedAfter !== null && (last === undefined || last.status === "investigating");
  return { times, due, waiting, status: last?.status, left: workingDaysBetween(now, due, closed) };
}

test("whatever day the demo is made, nothing has happened in the future, and all in its order", () => {
  for (const now of nows) {
    for (const idea of ideas) {
      const { submitted, looked, acknowledged, answers, withdrawn } = demoTimes(idea, now, closed);
      const order = [submitted, looked, acknowledged, ...answers.map(({ at }) => at), withdrawn].filter((time) => time !== undefined);
      for (const [at, time] of order.entries()) {
        assert.ok(time < now, `${idea.key} on ${now.toISOString()}`);
        assert.ok(
          at === 0 || (order[at - 1] ?? time) <= time,
          `${idea.key}: ${order.map((one) => one.toISOString()).join(" ")} on ${now.toISOString()}`,
        );
      }
      if (answers.length > 0)
        assert.ok((answers.at(-1)?.at.getTime() ?? 0) < now.getTime() - 3_600_000, `${idea.key} was answered only now`);
    }
  }
});

test("whatever day it is: something is due today or on the next open day, something tomorrow, and something is late", () => {
  for (const now of nows) {
    const waiting = ideas.map((idea) => stateOf(idea, now)).filter((state) => state.waiting);
    const today = addWorkingDays(now, 0, closed).day;
    const said = localDayOf(now);
    assert.equal(waiting.filter(({ due }) => due === today).length, 1, said);
    assert.equal(waiting.filter(({ due }) => due === addWorkingDays(today, 1, closed).day).length, 1, said);
    assert.ok(waiting.filter(({ due }) => due < said).length >= 2, `late on ${said}`);
    assert.ok(waiting.filter(({ status, due }) => status === "investigating" && due > said).length >= 2, `being looked into on ${said}`);
    assert.ok(
      waiting.some(({ left }) => left >= 4 && left <= 6),
      `in a week on ${said}`,
    );
  }
});

test("whatever day it is: an author is truly asked whether their idea goes into another, one has said yes and one no", () => {
  const byKey = new Map(ideas.map((idea) => [idea.key, idea]));
  const told = ideas.flatMap((idea) => (idea.proposal ? [{ idea, ...idea.proposal }] : []));
  for (const now of nows) {
    const said = localDayOf(now);
    for (const { idea, into, reply } of told) {
      const { submitted, proposal } = demoTimes(idea, now, closed);
      const whole = byKey.get(into);
      assert.ok(whole && proposal, idea.key);
      assert.ok(submitted < proposal.at && demoTimes(whole, now, closed).submitted < proposal.at, `${idea.key} on ${said}`);
      const last = addWorkingDays(proposal.at, mergeDays, closed).day;
      if (reply === null) assert.ok(proposal.at < now && workingDaysBetween(now, last, closed) >= 5, `${idea.key} waits on ${said}`);
      else assert.ok(proposal.reply && proposal.at < proposal.reply && localDayOf(proposal.reply) <= last, `${idea.key} on ${said}`);
    }
  }
  assert.deepEqual(new Set(told.map(({ reply }) => reply?.yes ?? "waits")), new Set([true, false, "waits"]));
});

test("whatever day it is: a version is sent after the idea that it builds on", () => {
  const byKey = new Map(ideas.map((idea) => [idea.key, idea]));
  const versions = ideas.filter(({ variantOf }) => variantOf !== undefined);
  assert.ok(versions.length >= 3);
  for (const now of nows)
    for (const version of versions) {
      const original = byKey.get(version.variantOf ?? "");
      assert.ok(original && demoTimes(original, now, closed).submitted < demoTimes(version, now, closed).submitted, version.key);
    }
});

test("every state is there", () => {
  const statuses = ideas.flatMap(({ answers }) => answers.map(({ status }) => status));
  for (const status of ["investigating", "we-do-it", "you-do-we-help", "not-possible", "part-of"] as const)
    assert.ok(statuses.includes(status), status);
  assert.equal(ideas.filter(({ withdrawnAfterDays }) => withdrawnAfterDays !== undefined).length, 1);
  assert.ok(ideas.filter(({ halfDone }) => halfDone).length >= 2);
  assert.ok(ideas.filter(({ lookedAfter }) => lookedAfter === null).length >= 2);
  assert.ok(ideas.some(({ lookedAfter }) => typeof lookedAfter === "number"));
  assert.ok(ideas.some(({ acknowledgedAfter, lookedAfter }) => acknowledgedAfter === null && lookedAfter === undefined));
  assert.ok(
    ideas.some(({ answers }) => answers.length === 1 && (answers[0]?.daysAfter ?? 0) > answerDays),
    "answered too late",
  );
  assert.ok(ideas.some(({ helper }) => helper !== undefined));
});

test("every place has somebody with an idea, and every area something to answer", () => {
  assert.deepEqual(
    files.localities.filter(({ slug }) => !ideas.some(({ locality }) => locality === slug)),
    [],
  );
  assert.deepEqual(
    files.areas.filter(({ slug }) => !ideas.some(({ area }) => area === slug)),
    [],
  );
});

test("ideas are spread over eighteen months", () => {
  const now = new Date("2026-11-25T08:00:00Z");
  const days = ideas.map((idea) => localDayOf(demoTimes(idea, now, closed).submitted)).toSorted();
  assert.ok((days[0] ?? "") < addDays("2026-11-25", -500));
  assert.ok(new Set(days.map((day) => day.slice(0, 7))).size >= 14);
});

test("the eight named people and the deputy can be stepped into, and each says who they are", () => {
  const named = people.filter(({ logIn }) => logIn !== null).map(({ key }) => key);
  for (const key of ["karen", "mehmet", "signe", "jens", "ebba", "naja", "ruth", "lone", "bo", "freja"])
    assert.ok(named.includes(key), key);
});
