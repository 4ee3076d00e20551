// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { system } from "#platform/auth/actor.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { root } from "#platform/root.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { isFinal } from "./idea.ts";
import { answer, look, operations, proposeMerge, replyToMerge, submit } from "./operations.ts";
import { hearFate } from "./operations-fate.ts";
import { anyIdea, type Idea } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const reason = "Det har vi talt om på et møde.";
const say = (as: string, input: object) => (reference: string) => t.perform(answer, { as, reference, input: { reason, ...input } });

async function send(by: string | null): Promise<string> {
  const input = { title: "En idé", text: "Den her idé skal have et svar.", where: "langaa", area: "miljoe-og-teknik" };
  const reference = String((await t.perform(submit, { ...(by === null ? {} : { as: by }), input })).answer.reference);
  if (by === null) await t.perform(look, { as: "signe", reference, input: { letThrough: "yes" } });
  return reference;
}

/** Proposed by one, said yes to by another: into an idea of Ruth's, or where Karen owns both, into one of hers. */
const joined =
  (proposer: string, agrees: string | undefined, owner = "ruth") =>
  async (reference: string) => {
    await t.perform(proposeMerge, { as: proposer, reference, input: { into: await send(owner), reason } });
    if (agrees !== undefined) await t.perform(replyToMerge, { as: agrees, reference, input: { yes: "yes" } });
  };

/** What whoever asked a question says became of an idea that answered it. */
const weighed = (fate: string) => async (reference: string) => {
  const [asked, idea] = [await ideaNow(await send("ruth")), await ideaNow(reference)];
  const data = { fate, because: reason, possibleIf: null, asked: asked.id, area: idea.area };
  const { rows } = await t.world.writePool.query<{ id: number }>(
    `INSERT INTO platform.event (name, thing, actor_person, data, at)
     SELECT 'answer.weighed', $1, id, $2, $3 FROM people.person WHERE demo_key = 'signe' RETURNING id`,
    [idea.id, data, t.clock.now()],
  );
  const input = { event: Number(rows[0]?.id) };
  await mutate(t.world, hearFate, { actor: system, lang: "da", input, reference, key: `fate/${reference}` });
};

async function ideaNow(reference: string): Promise<Idea> {
  const found = await anyIdea.find(t.world.read, reference, { actor: system, lock: false });
  assert.ok(found, reference);
  return found;
}

type Way = { name: string; by: string | null; go(reference: string): Promise<unknown> };
const mine = (name: string, go: Way["go"]): Way => ({ name, by: "karen", go });

/** Every operation of the slice: the ways in which it ends an idea with a final answer, or that it never does. */
const ways: Record<string, Way[] | "gives no final answer"> = {
  "ideas.answer": [
    mine("the contact person does it", say("signe", { status: "we-do-it" })),
    mine("the deputy helps", say("bo", { status: "you-do-we-help" })),
    mine("a no", say("signe", { status: "not-possible", possibleIf: "Loven ændres.", nextStep: "Spørg igen om et år." })),
    mine("after a first »we are looking into it«", async (reference) => {
      await say("signe", { status: "investigating", newDay: "2026-12-18" })(reference);
      await say("bo", { status: "we-do-it" })(reference);
    }),
    {
      name: "part of another, without an author to ask",
      by: null,
      go: async (reference) => say("signe", { status: "part-of", partOf: await send("ruth") })(reference),
    },
  ],
  "ideas.reply-to-merge": [
    mine("the area proposes, the author says yes", joined("signe", "karen")),
    mine("the other author proposes", joined("ruth", "karen")),
    mine("the author proposes, the other says yes", joined("karen", "ruth")),
  ],
  "ideas.propose-merge": [mine("who owns both needs nobody's yes", joined("karen", undefined, "karen"))],
  "ideas.hear-fate": [
    mine("a question that it answered takes it up", weighed("taken-up")),
    mine("a question that it answered does not", weighed("not")),
  ],
  // Comes in answered, from another system, before anybody here follows it.
  "ideas.bring-in": "gives no final answer",
};
const others = operations.map(({ name }) => name).filter((name) => !(name in ways));
const never = [
  "ideas.submit",
  "ideas.confirm",
  "ideas.claim",
  "ideas.edit",
  "ideas.change-pictures",
  "ideas.withdraw",
  "ideas.look",
  "ideas.acknowledge",
  "ideas.hand-over",
  "ideas.escalate",
  "ideas.fork",
  "ideas.concern",
  "ideas.ask",
  "ideas.reply",
  "ideas.withdraw-question",
  "ideas.note",
  "ideas.lapse-merge",
  "ideas.take-up",
];

test("every operation says whether it can end an idea; a new one must say so too", () => {
  assert.deepEqual(others.toSorted(), never.toSorted());
});

test("answers are written in one place, and nothing writes them that is not known here", () => {
  const folder = join(root, "src/features/ideas");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const saying = (words: RegExp) => files.filter((name) => words.test(readFileSync(join(folder, name), "utf8"))).toSorted();
  assert.deepEqual(saying(/insertInto\("ideas\.answer"\)|INSERT INTO ideas\.answer\b/i), ["store-write.ts"]);
  assert.deepEqual(saying(/\baddAnswer\(/), [
    "import.ts",
    "operations-area.ts",
    "operations-fate.ts",
    "operations-merge.ts",
    "seed-story.ts",
    "store-write.ts",
  ]);
});

for (const [operation, its] of Object.entries(ways)) {
  if (typeof its === "string") continue;
  for (const { name, by, go } of its) {
    test(`${operation}, ${name}: the author and every follower hear of it, each once, with the answer in the mail`, async () => {
      const reference = await send(by);
      for (const follower of ["mehmet", "jens"]) await (await t.as(follower)).fill(`/foelg/${reference}`, {});
      await t.runJobs();
      const before = (await t.mails()).length;
      await go(reference);
      assert.ok(isFinal((await ideaNow(reference)).standing), "it has its final answer");
      await t.runJobs();
      await t.runJobs();
      const sent = (await t.mails())
        .slice(before)
        .filter(({ plain, subject }) => plain.includes(`/ideer/${reference}`) && subject === "Svar: En idé");
      const finals = sent.filter(({ plain }) => !plain.includes("Vi undersøger"));
      const expected = ["jens@example.dk", ...(by === null ? [] : ["karen@example.dk"]), "mehmet@example.dk"];
      assert.deepEqual(finals.map(({ recipient }) => recipient).toSorted(), expected);
      for (const { plain } of finals) assert.ok(plain.includes(reason));
    });
  }
}
