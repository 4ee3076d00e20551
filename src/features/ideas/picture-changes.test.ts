// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { tidyFiles } from "#platform/files/tidy.ts";
import { photo } from "#platform/files/testing.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import type { Client, Response } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { answer, changePictures, submit } from "./operations.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "medborger-pictures-"));
  t = await openTestWorld({ env: { DATA_DIR: folder } });
});
after(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

async function sent(): Promise<string> {
  const input = {
    title: "En bænk ved åen",
    text: "Der mangler et sted at hvile sig.",
    where: "langaa",
    area: "miljoe-og-teknik",
    showAs: "first",
  };
  return String((await t.perform(submit, { as: "karen", input })).answer.reference);
}

async function save(client: Client, reference: string, values: Record<string, string>, files: [number, Buffer][] = []): Promise<Response> {
  const path = `/ideer/${reference}/billeder`;
  const { _key, _token } = await client.open(path);
  const parts = files.map(([number, bytes]) => [`picture${number}`, { name: `IMG_${number}.jpg`, bytes }] as const);
  return client.upload(path, { _key, _token, _web: "", ...values }, Object.fromEntries(parts));
}
const shows = (reference: string, place: number) =>
  t
    .visitor()
    .get(`/billeder/${reference}/${place}/stor`)
    .then(({ status }) => status === 200);
const two = { alt1: "Den tomme plads ved åen", alt2: "Stien, set fra broen", picturesOk: "on" };
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("Karen puts pictures on afterwards and takes one away; the history says so, no day moves, and what is gone is gone", async () => {
  const reference = await sent();
  const karen = await t.as("karen");
  const page = readOn((await karen.get(`/ideer/${reference}`)).text);
  assert.match(page, /Sæt billeder på/);
  const day = /Svar senest \w+ \d+\. \w+/.exec(page)?.[0] ?? "none";
  const put = await save(karen, reference, two, [
    [1, await photo()],
    [2, await photo(310, 210)],
  ]);
  assert.equal(put.status, 303, readOn(put.text));
  assert.match(readOn((await karen.follow(put)).text), /Billederne er gemt\. Datoen for svaret er den samme/);
  const { text } = await t.visitor().get(`/ideer/${reference}`);
  assert.match(text, /alt="Den tomme plads ved åen"/);
  assert.match(readOn(text), /Billederne er ændret/);
  assert.ok(readOn(text).includes(day));
  await save(karen, reference, { remove: "1" });
  assert.deepEqual([await shows(reference, 1), await shows(reference, 2)], [false, true]);
  const history = readOn((await t.visitor().get(`/ideer/${reference}/historik`)).text);
  assert.match(history, /Karen[^:]* tog ét billede væk\. .*Karen[^:]* satte 2 billeder på/);
  assert.doesNotMatch(history, /Den tomme plads/, "whoever takes a picture away wants it gone");
  t.clock.advance(25 * 60 * 60_000);
  await tidyFiles(t.world);
  assert.equal((await t.world.readPool.query("SELECT 1 FROM platform.file")).rowCount, 1);
});

test("the rules are those of a new idea: words, the promise, three in all, a picture of one's own", async () => {
  const reference = await sent();
  const karen = await t.as("karen");
  const jpeg = await photo();
  for (const [values, said] of [
    [{ picturesOk: "on" }, /Skriv kort, hvad man ser på billedet/],
    [{ alt1: "Den tomme plads ved åen" }, /Sæt et flueben/],
    [{}, /Skriv kort, hvad man ser på billedet/],
  ] as const) {
    const back = await save(karen, reference, values, [[1, jpeg]]);
    assert.equal(back.status, 422);
    assert.match(readOn(back.text), said);
  }
  assert.match(readOn((await save(karen, reference, {})).text), /Du har ikke ændret noget endnu/);
  await save(karen, reference, two, [
    [1, jpeg],
    [2, jpeg],
  ]);
  const full = await save(karen, reference, two, [
    [1, jpeg],
    [2, jpeg],
  ]);
  assert.equal(full.status, 422);
  assert.match(readOn(full.text), /Der er kun plads til tre billeder i alt/);
  assert.equal(
    (
      await save(karen, reference, { ...two, remove: "2" }, [
        [1, jpeg],
        [2, jpeg],
      ])
    ).status,
    303,
    "one out, two in",
  );
  assert.deepEqual(await Promise.all([1, 2, 3].map((place) => shows(reference, place))), [true, true, true]);
  const wrong = t.perform(changePictures, { as: "karen", reference, input: { remove: ["7"] } });
  await assert.rejects(wrong, (error) => error instanceof Refusal && error.fields?.["remove"] === "wrong");
});

test("only its author, and only until the answer", async () => {
  const reference = await sent();
  const jpeg = await photo();
  await save(await t.as("karen"), reference, two, [[1, jpeg]]);
  for (const as of ["mehmet", "signe", "lone"])
    await assert.rejects(t.perform(changePictures, { as, reference, input: { remove: ["1"] } }), refusal("forbidden"), as);
  await t.perform(answer, {
    as: "signe",
    reference,
    input: { status: "we-do-it", reason: "Det gør vi til foråret.", nextStep: "Vi graver i maj." },
  });
  await assert.rejects(t.perform(changePictures, { as: "karen", reference, input: { remove: ["1"] } }), refusal("answered"));
  assert.ok(await shows(reference, 1));
  assert.doesNotMatch((await (await t.as("karen")).get(`/ideer/${reference}/billeder`)).text, /Gem billederne/);
});
