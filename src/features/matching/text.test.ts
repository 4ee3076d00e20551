// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSmallWorld, type SmallWorld } from "../../../test/small-world.ts";
import { analyse } from "./analyse.ts";
import { sharedPart } from "./like-words.ts";
import { rootOf, stemOf } from "./stem.ts";
import topics from "./testing-topics.json" with { type: "json" };
import { textWeights } from "./weights.ts";
import { textScores } from "./text.ts";
import { leavingOut, wordsOf } from "./words.ts";

let world: SmallWorld;
before(async () => {
  world = await openSmallWorld();
});
after(() => world.close());

const text = (heading: string, more = "") => ({ thing: heading, heading, text: more });
/** Which of the others is most like it, by both directions. */
function mostLike(own: string, others: readonly string[]): string | undefined {
  const scores = [
    ...textScores(
      text(own),
      others.map((other) => text(other)),
    ),
  ];
  return scores.toSorted(([, a], [, b]) => Math.min(b.forward, b.backward) - Math.min(a.forward, a.backward))[0]?.[0];
}

test("words are stemmed as PostgreSQL does it", async () => {
  const words = wordsOf(JSON.stringify(topics));
  assert.ok(words.length > 1_000, `${words.length}`);
  const { rows } = await world.readPool.query<{ word: string; stem: string | null }>(
    "SELECT word, (ts_lexize('danish_stem', word))[1] AS stem FROM unnest($1::text[]) AS word",
    [words],
  );
  assert.deepEqual(
    rows.filter(({ word, stem }) => stem !== null && stem !== stemOf(word)),
    [],
  );
});

test("everyday words are no subject, faint ones hardly, and a word of the title weighs more", () => {
  assert.deepEqual(
    [...analyse("Vi søger hjælp", "Vi vil gerne have en hånd med cyklerne.")],
    [
      ["hånd", textWeights.faint],
      ["cykl", 1],
    ],
  );
  assert.deepEqual(
    [...analyse("Cykler", "Cyklerne og værktøj")],
    [
      ["cykl", 2],
      ["værktøj", 1],
    ],
  );
});

test("what is done and the doing of it are the same word", () => {
  const pairs = ["træning træner", "reparation reparere", "kørsel køre", "klipning klippe", "maling maler"];
  for (const [a = "", b = ""] of pairs.map((pair) => pair.split(" "))) assert.equal(rootOf(a), rootOf(b));
  for (const word of ["ring", "spring", "ting"]) assert.equal(rootOf(word), word);
});

test("a compound is known by its parts, but not by an ending or by chance", () => {
  assert.equal(sharedPart("skovtur", "skov"), "skov");
  assert.equal(sharedPart("tur", "skovtur"), undefined, "three letters may stand in any word");
  assert.equal(sharedPart("cykelsmed", "cykelværksted"), "cykel");
  assert.equal(sharedPart("bordtennis", "tennis"), "tennis");
  assert.equal(sharedPart("hold", "holdning"), undefined);
  assert.equal(sharedPart("foredrag", "forening"), undefined);
});

test("texts about the same are more alike than texts with the same everyday words", () => {
  assert.equal(mostLike("Skovtur for børn", ["Tur i skoven", "En have for voksne", "Vi har en tur mere"]), "Tur i skoven");
  assert.equal(mostLike("Vi vil gerne have hjælp til regnskabet", ["Hjælp i haven, vi har tid", "Fører regnskaber"]), "Fører regnskaber");
  assert.equal(mostLike("Bogholder til vores forening", ["Bøger gives væk", "Uddannet bogholder"]), "Uddannet bogholder");
});

test("the more of one's own the other says, the more forward; the more of theirs, the more backward", () => {
  const all = "Cykler, haver, computere, madlavning og maling";
  const score = textScores(text("Cykler"), [text(all), text("Cykler repareres")]).get(all);
  assert.ok(score && score.forward > score.backward);
});

test("the names of places are left out, the same word in small letters is not", () => {
  const without = leavingOut(["Linde", "Over Hornbæk"]);
  assert.deepEqual(wordsOf(without("En linde i Linde, Lindes bænk over Hornbæk")), ["en", "linde", "i", "bænk", "over"]);
});
