// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { scores, shownFrom, tallyOf } from "./feedback.ts";
import { mailRequests } from "./jobs.ts";
import { answer } from "./operations.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const asked = async (): Promise<string> => {
  const reference = await ideaIn(t, "answered");
  await t.runJobs();
  return reference;
};
const later = (hours: number): Date => new Date(t.clock.now().getTime() + hours * 3_600_000);
const mails = async () => (await t.mails()).filter(({ subject }) => subject.startsWith("Hvordan gik det"));

test("after a final answer the author finds the question on the idea's page, and is mailed once, two days later", async () => {
  const reference = await asked();
  assert.match((await (await t.as("karen")).get(`/ideer/${reference}`)).text, new RegExp(`/hvordan-gik-det/om/${reference}`));
  assert.doesNotMatch((await (await t.as("karen")).get(`/ideer/${reference}`)).text, /En kollega spørger dig/, "and no other question");
  assert.doesNotMatch((await (await t.as("mehmet")).get(`/ideer/${reference}`)).text, /hvordan-gik-det\/om/);
  await mailRequests(t.world, later(47));
  assert.equal((await mails()).length, 0);
  await mailRequests(t.world, later(49));
  await mailRequests(t.world, later(500));
  assert.deepEqual(
    (await mails()).map(({ recipient }) => recipient),
    ["karen@example.dk"],
  );
  const link = /\/hvordan-gik-det\/mail\/[\w-]{43}/.exec((await mails())[0]?.plain ?? "")?.[0] ?? "";
  const anywhere = t.visitor();
  const sent = await anywhere.follow(await anywhere.fill(link, { score: "5", line: "Signe ringede mig op. Det var rart." }));
  assert.match(sent.text, /Tak for dit svar/);
  const again = await (await t.as("karen")).get(`/hvordan-gik-det/om/${reference}`);
  assert.match(again.text, /Tak for dit svar/);
  assert.doesNotMatch(again.text, /name="score"/);
});

test("whoever has said it already gets no mail, and says it once, also when pressed twice at the same moment", async () => {
  const reference = await asked();
  const give = () => t.perform(answer, { as: "karen", reference, input: { score: 4 } });
  const done = await Promise.allSettled(Array.from({ length: 10 }, give));
  assert.equal(done.filter(({ status }) => status === "fulfilled").length, 1);
  const before = (await mails()).length;
  await mailRequests(t.world, later(60));
  assert.equal((await mails()).length, before);
});

test("»we are looking into it« is no end, and nobody is asked", async () => {
  const reference = await ideaIn(t, "public");
  const signe = await t.as("signe");
  await signe.fill(`/ideer/${reference}/svar`, { status: "investigating", reason: "Vi spørger naboerne først.", newDay: "2026-12-04" });
  await t.runJobs();
  assert.equal((await (await t.as("karen")).get(`/hvordan-gik-det/om/${reference}`)).status, 404);
});

test("one is not told that somebody else was asked", async () => {
  const reference = await asked();
  for (const who of ["signe", "lone", "mehmet"])
    assert.equal((await (await t.as(who)).get(`/hvordan-gik-det/om/${reference}`)).status, 404, who);
});

test("an area's numbers stand there from five answers, each with how many, and no name", async () => {
  assert.match((await t.visitor().get("/hvordan-gik-det")).text, /Færre end fem har svaret/);
  assert.doesNotMatch((await t.visitor().get("/hvordan-gik-det")).text, /siger, at det gik godt/);
  for (const score of [5, 2, 4])
    await t.perform(answer, { as: "karen", reference: await asked(), input: { score, line: `Tallet ${score} passer` } });
  const page = (await t.visitor().get("/hvordan-gik-det")).text;
  assert.match(page, /4 af 5 siger, at det gik godt/);
  assert.doesNotMatch(page, /Karen|Tallet/);
  assert.match((await (await t.as("signe")).get("/hvordan-gik-det")).text, /Tallet 2 passer/);
  assert.doesNotMatch((await (await t.as("jens")).get("/hvordan-gik-det")).text, /Tallet/);
});

test("whatever was given, nothing is shown below five, and above it the parts are the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...scores), { maxLength: 60 }), (given) => {
      const tally = tallyOf(given.map((score) => ({ score, count: 1 })));
      if (given.length < shownFrom) return assert.equal(tally, undefined);
      assert.equal(tally?.total, given.length);
      assert.equal(
        scores.reduce((sum, score) => sum + (tally?.by[score] ?? 0), 0),
        given.length,
      );
      assert.equal(tally?.good, given.filter((score) => score >= 4).length);
    }),
  );
});
