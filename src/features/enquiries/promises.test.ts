// SPDX-License-Identifier: EUPL-1.2
// The public measures count enquiries, and say nothing else of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PromisedCase } from "#platform/open-data.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answer, ask, noteCall, sayYes, send, takeBack } from "./operations.ts";
import { promises } from "./promises.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const period = ["2026-01-01", "2027-12-31"] as const;
const counted = (): Promise<PromisedCase[]> => promises(t.world.read, ...period);

const sent = async (phone?: string): Promise<string> => {
  const input = { subject: "canary-subject", text: "canary-text om min gade.", area: "miljoe-og-teknik", ...(phone ? { phone } : {}) };
  return String((await t.perform(send, { as: "karen", input })).answer.reference);
};
const answered = (reference: string) =>
  t.perform(answer, { as: "signe", reference, input: { status: "answered", text: "canary-answer til dig, Karen." } });

test("of an enquiry the measures get its area and its days, and neither a word nor a number of it", async () => {
  await answered(await sent());
  const [one, ...others] = await counted();
  assert.equal(others.length, 0);
  assert.deepEqual(Object.keys(one ?? {}).toSorted(), ["answeredAt", "area", "dueBy", "kind", "open", "postponed", "sentAt"]);
  assert.equal(one?.open, null);
});

test("what is taken back counts nowhere, and what became an idea counts as that idea", async () => {
  const before = (await counted()).length;
  await t.perform(takeBack, { as: "karen", reference: await sent(), input: {} });
  assert.equal((await counted()).length, before);
  const reference = await sent();
  assert.equal((await counted()).length, before + 1);
  const words = { title: "Ro i gaden", text: "Sådan kunne der blive mere ro.", where: "langaa" };
  await t.perform(ask, { as: "signe", reference, input: words });
  await t.perform(sayYes, { as: "karen", reference, input: words });
  assert.equal((await counted()).length, before);
});

test("a call keeps the promise on the day it was made, however late it is noted; a new day is counted", async () => {
  const reference = await sent("12 34 56 78");
  await t.perform(answer, {
    as: "signe",
    reference,
    input: { status: "investigating", text: "Vejfolkene ser på det i morgen.", newDay: "2026-12-18" },
  });
  t.clock.advance(45 * 24 * 60 * 60_000);
  await t.perform(noteCall, { as: "signe", reference, input: { taken: "yes", said: "Det er lavet nu.", calledOn: "2026-12-18" } });
  const one = (await counted()).find(({ postponed }) => postponed === 1);
  assert.deepEqual([one?.dueBy, one?.answeredAt?.toISOString().slice(0, 10)], ["2026-12-18", "2026-12-18"]);
});

test("five of an area count in its public measure, for everybody; whoever reads it finds no word of any", async () => {
  const visitor = t.visitor();
  const due = async (): Promise<number> => {
    const { measures } = JSON.parse((await visitor.get("/api/v1/measures")).text);
    const one = measures.find(({ area }: { area?: { slug: string } }) => area?.slug === "miljoe-og-teknik");
    return one.measure.few ? 0 : one.measure.due;
  };
  t.clock.set("2027-06-01T09:00:00+02:00");
  const references: string[] = [];
  for (let at = 0; at < 5; at += 1) references.push(await sent());
  for (const reference of references.slice(1)) await answered(reference);
  t.clock.set("2027-09-01T09:00:00+02:00");
  assert.ok((await due()) >= 5, "the one that waits past its day counts too");
  const pages = ["/aabne-data", "/aabne-data/loefter", "/aabne-data/loefter?omraade=miljoe-og-teknik", "/aabne-data/loefter.csv"];
  for (const path of [...pages, "/api/v1/measures", "/api/v1/measures/cases?omraade=miljoe-og-teknik"]) {
    const { status, text } = await visitor.get(path);
    assert.equal(status, 200, path);
    assert.doesNotMatch(text, /canary|H-202\d/, path);
  }
  assert.match((await visitor.get("/aabne-data/loefter?omraade=miljoe-og-teknik")).text, /henvendelser er talt med/);
});
