// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { Refusal } from "#platform/operations/refusal.ts";
import { browserOf, ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { correctComment, reply, takeBackComment, writeComment } from "./operations.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

type Step = { do: "comment" | "reply" | "take-back" | "correct"; who: "mehmet" | "ruth"; on: number } | { do: "withdraw-thing" };
const who = fc.constantFrom("mehmet" as const, "ruth" as const);
const on = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("comment" as const), who, on }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reply" as const), who, on }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("take-back" as const), who, on }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("correct" as const), who, on }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw-thing" as const) }) },
);

/** What we believe was said, beside the database. Every text is a word of its own, so that each can be looked for. */
type Believed = { by: string; under: Believed | undefined; reference: string; words: string[]; takenBack: boolean };

const replies = (all: Believed[], one: Believed): number => all.filter(({ under, takenBack }) => under === one && !takenBack).length;
/** A place without words stands only as long as somebody's answer hangs on it. */
const stands = (all: Believed[], one: Believed): boolean => !one.takenBack && (one.under === undefined || all.includes(one.under));

let number = 0;
const newWord = (): string => `ord${(number += 1)}slut`;

async function take(idea: string, all: Believed[], one: Step): Promise<boolean> {
  if (one.do === "withdraw-thing") {
    const operation = t.world.registry.operations.get("ideas.withdraw");
    assert.ok(operation);
    await t.perform(operation, { as: "karen", reference: idea, input: {} });
    return true;
  }
  const about = all[one.on % Math.max(1, all.length)];
  const word = newWord();
  const perform = (operation: typeof reply, reference: string, input: Record<string, string>) =>
    t.perform(operation, { as: one.who, reference, input }).then(
      ({ answer }) => String(answer["comment"] ?? "done"),
      (error: unknown) => {
        if (error instanceof Refusal) return error.status;
        throw error;
      },
    );
  if (one.do === "comment") {
    const made = await perform(writeComment, idea, { text: word });
    all.push({ by: one.who, under: undefined, reference: String(made), words: [word], takenBack: false });
    return false;
  }
  if (!about) return false;
  const may = about.by === one.who;
  if (one.do === "reply") {
    const made = await perform(reply, about.reference, { text: word });
    assert.equal(typeof made === "number" ? made : "done", about.takenBack ? 409 : "done");
    if (typeof made !== "number") all.push({ by: one.who, under: about.under ?? about, reference: made, words: [word], takenBack: false });
  }
  if (one.do === "correct") {
    const said = await perform(correctComment, about.reference, { text: word });
    const free = may && !about.takenBack && replies(all, about) === 0;
    assert.equal(said, free ? "done" : may ? 409 : 403);
    if (free) about.words.push(word);
  }
  if (one.do === "take-back") {
    const said = await perform(takeBackComment, about.reference, {});
    assert.equal(said, !may ? 403 : about.takenBack ? 409 : "done");
    if (may) about.takenBack = true;
  }
  return false;
}

test("whatever is said, corrected and taken back in whatever order, each sees what stands and nobody what does not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      t.clock.advance(2 * 60 * 60_000);
      const idea = await ideaIn(t, "public");
      const all: Believed[] = [];
      let gone = false;
      for (const one of steps) if (!gone) gone = await take(idea, all, one);
      for (const name of ["visitor", "author", "citizen", "contact-person", "secretariat"]) {
        const client = await browserOf(t, name);
        const data = await client.json("GET", `/api/v1/things/${idea}/comments`);
        const page = await client.get(`/ideer/${idea}`);
        const whole = await client.get(`/samtale/${idea}`);
        const feeds = (await client.get("/ideer/feed.xml")).text;
        if (gone) assert.deepEqual([data.status, whole.status], [404, 404], name);
        for (const said of all)
          for (const word of said.words) {
            const expected = !gone && stands(all, said);
            for (const text of [data.text, page.text, whole.text]) assert.equal(text.includes(word), expected, `${name}: ${word}`);
            assert.equal(feeds.includes(word), false);
          }
      }
      const found = await t.world.readPool.query("SELECT title || body AS words FROM platform.search_document");
      const kept = await t.world.readPool.query("SELECT text FROM dialogue.comment UNION ALL SELECT text FROM dialogue.correction");
      const searched = found.rows.map(({ words }) => String(words)).join(" ");
      const stored = kept.rows.map(({ text }) => String(text)).join(" ");
      for (const said of all)
        for (const word of said.words) {
          assert.equal(searched.includes(word), false);
          if (said.takenBack) assert.equal(stored.includes(word), false, "taken back is gone, also from the database");
        }
    }),
    { numRuns: 25 },
  );
});
