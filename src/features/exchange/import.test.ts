// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { importFile } from "#platform/import/import-file.ts";
import { fitsOf } from "./fits.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
const folder = mkdtempSync(join(tmpdir(), "medborger-posts-"));
before(async () => {
  t = await openTestWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await t.close();
});

const need = {
  externalId: "x001",
  kind: "need",
  title: "Et par hænder til plantedagen",
  text: "Vi planter hundrede æbletræer ved stien og mangler folk med spade.",
  contributionType: "time",
  locality: "Fårup",
  remote: false,
  partyKind: "association",
  partyName: "Æbleforeningen",
  weekdays: ["sat-morning"],
};
const offer = {
  externalId: "x002",
  kind: "offer",
  title: "Jeg graver gerne huller til træer",
  text: "Spaden er skarp, og jeg er fri om lørdagen. Æbletræer er det bedste, jeg ved.",
  contributionType: "time",
  locality: "Asferg",
  remote: false,
  partyKind: "citizen",
  partyName: "Anders Bondo Madsen",
  weekdays: null,
};

async function bring(lines: unknown[], name = "poster.jsonl") {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const said: string[] = [];
  const counts = await importFile(t.world, ["posts", file, "--source", "Frivilligbasen"], (line) => said.push(line));
  return { counts, said: said.join("\n") };
}

type Item = { externalId: string; reference: string; kind: string; title: string; url: string; reasons?: string[] };
const json = async (path: string): Promise<{ items: Item[]; total?: number }> => JSON.parse((await t.visitor().get(path)).text);

test("a file of posts is brought in once: public at once, with where it is from, and found by its own number", async () => {
  assert.deepEqual((await bring([need, offer])).counts, { taken: 2, there: 0, changed: 0, refused: 0 });
  assert.deepEqual((await bring([need, offer])).counts, { taken: 0, there: 2, changed: 0, refused: 0 });
  const found = await json("/api/v1/posts?externalId=x001");
  assert.equal(found.total, 1);
  const [one] = found.items;
  assert.equal(one?.kind, "need");
  assert.match(one?.reference ?? "", /^E-2026-\d{4}$/);
  const page = await t.visitor().get(one?.url ?? "");
  assert.equal(page.status, 200);
  assert.match(page.text, /Fra »Frivilligbasen«/);
  assert.match(page.text, /Æbleforeningen/);
  assert.match(page.text, /Lone svarer, til/, "a broker answers until the party claims it");
});

test("a private person is shown by the first name, and nothing else of it is kept", async () => {
  const [one] = (await json("/api/v1/posts?externalId=x002")).items;
  assert.match((await t.visitor().get(one?.url ?? "")).text, /Anders/);
  const { rows } = await t.world.readPool.query("SELECT row_to_json(post)::text AS all FROM exchange.post");
  assert.doesNotMatch(JSON.stringify(rows), /Bondo|Madsen/);
});

test("the counterparts of an imported post come by JSON with their reasons, as many as are asked for", async () => {
  const [one] = (await json("/api/v1/posts?externalId=x001")).items;
  const { items } = await json(`/api/v1/posts/${one?.reference ?? ""}/matches?limit=20`);
  assert.equal(items[0]?.externalId, "x002");
  assert.ok((items[0]?.reasons?.length ?? 0) >= 2);
  for (const limit of ["0", "101", "x"])
    assert.equal((await t.visitor().get(`/api/v1/posts/${one?.reference ?? ""}/matches?limit=${limit}`)).status, 422);
  assert.equal((await json(`/api/v1/posts?limit=1`)).items.length, 1);
  assert.equal((await t.visitor().get("/api/v1/posts?limit=101")).status, 422);
});

test("a private person whom the list calls by the last name first is still shown by the first name alone", async () => {
  const lines = [
    { ...offer, externalId: "z1", partyName: "Uldum, Rosa Marie" },
    { ...offer, externalId: "z2", partyName: "Uldum," },
  ];
  assert.equal((await bring(lines, "efternavn.jsonl")).counts.taken, 2);
  const { rows } = await t.world.readPool.query(
    "SELECT shown_name FROM exchange.post JOIN platform.external ON thing = id WHERE external_id LIKE 'z_' ORDER BY external_id",
  );
  assert.deepEqual(rows, [{ shown_name: "Rosa" }, { shown_name: null }]);
});

test("however many counterparts are asked for, they are found three times at most: ten, twenty or a hundred", async () => {
  const { rows } = await t.world.readPool.query("SELECT thing FROM platform.external WHERE external_id = 'x001'");
  const some = (limit: number) => fitsOf(t.world.read, rows[0].thing, { limit, now: t.clock.now(), lang: "da" });
  const all = await some(100);
  assert.ok(all.length > 1);
  assert.equal((await some(99))[0], all[0], "the very same, not found anew");
  assert.equal((await some(21))[0], all[0]);
  assert.equal((await some(1)).length, 1);
});

test("a line that cannot be taken says which word it did not understand, and what may be meant", async () => {
  const { counts, said } = await bring(
    [
      { ...need, externalId: "y1", locality: "Langaaa" },
      { ...need, externalId: "y2", contributionType: "money" },
      { ...need, externalId: "y3", weekdays: ["someday-noon"] },
      { ...need, externalId: "y4", text: "Ring til 010190-1234." },
    ],
    "forkert.jsonl",
  );
  assert.equal(counts.refused, 4);
  assert.match(said, /Linje 1: sted: Stedet kender vi ikke\. Der står »Langaaa«\. Mente I »Langå«\?/);
  assert.match(said, /Linje 2: type: Den slags bidrag kender vi ikke/);
  assert.match(said, /Linje 3: ugedage/);
  assert.match(said, /Linje 4: tekst:.*cpr/i);
});
