// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { look } from "./operations-broker.ts";
import { pause, submit } from "./operations-writer.ts";
import { wordsOf } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
  const words = { text: "Ring til Naja på kontoret, så finder vi ud af det.", organisation: "nordlys", phone: "21 22 23 24" };
  const first = await t.perform(submit, {
    as: "naja",
    input: { ...words, kind: "offer", title: "Kantine om aftenen", type: "space", where: "spentrup" },
  });
  await t.perform(look, { as: "lone", reference: String(first.answer.reference), input: { letThrough: "yes" } });
  await t.perform(submit, { as: "naja", input: { ...words, kind: "need", title: "Hjælp til en <hylde>", type: "time", where: "langaa" } });
  const paused = await t.perform(submit, {
    as: "naja",
    input: { ...words, kind: "offer", title: "Palletten på pause", type: "thing", where: "spentrup" },
  });
  await t.perform(pause, { as: "naja", reference: String(paused.answer.reference), input: {} });
  await t.perform(submit, {
    as: "karen",
    input: { kind: "offer", title: "Venter på at blive set", text: "Ingen har set det endnu.", type: "thing", where: "langaa" },
  });
});
after(() => t.close());

test("any site may show the open posts in a frame: no script, no form, no contact data, and each opens beside that site", async () => {
  const { status, text, headers } = await t.visitor().get("/byttebors/indlejr");
  assert.equal(status, 200);
  assert.match(String(headers["content-security-policy"]), /frame-ancestors \*/);
  for (const title of [/Kantine om aftenen/, /Hjælp til en/, /Nordlys ApS/]) assert.match(wordsOf(text), title);
  assert.doesNotMatch(text, /<script|<form|21 22 23 24|example\.dk|Palletten|Venter på at blive set/);
  assert.match(text, /<base target="_blank"/);
  assert.match(text, /href="\/byttebors" target="_blank"[^>]*>Se hele byttebørsen/);
});

test("the frame keeps to what was chosen, and leads to all of the same choice", async () => {
  const { text } = await t.visitor().get("/byttebors/indlejr?kind=need&locality=langaa");
  assert.match(wordsOf(text), /Nogen mangler · Langå/);
  assert.doesNotMatch(text, /Kantine om aftenen/);
  assert.match(text, /href="\/byttebors\?kind=need&amp;locality=langaa"/);
  assert.match(wordsOf((await t.visitor().get("/byttebors/indlejr?type=visit")).text), /Der er ikke noget lige nu/);
  assert.match((await t.visitor().get("/en/byttebors/indlejr?kind=offer")).text, /Somebody gives/);
});

test("whoever would rather have plain HTML gets a list with whole addresses, safe to put into a page", async () => {
  const { status, text, headers } = await t.visitor().get("/byttebors/indlejr.html?kind=need");
  assert.equal(status, 200);
  assert.match(String(headers["content-type"]), /^text\/html/);
  assert.equal(headers["access-control-allow-origin"], "*");
  assert.match(
    text,
    /^<section lang="da"><h2>Nogen mangler<\/h2><ul><li><a href="http:\/\/localhost:3000\/byttebors\/E-2026-0001">Hjælp til en &lt;hylde>/,
  );
  assert.doesNotMatch(text, /<script|<style|class=|21 22 23 24|Kantine om aftenen/);
});

test("the code to copy holds the choice, and its address is one that shows it", async () => {
  const { text } = await t.visitor().get("/byttebors/paa-din-side?kind=need&theme=&locality=langaa");
  const code = /<textarea[^>]*frame-code[^>]*>([^<]*)</.exec(text)?.[1] ?? "";
  const plain = code.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  assert.match(plain, /^<iframe src="http:\/\/localhost:3000\/byttebors\/indlejr\?kind=need&amp;locality=langaa" title="Byttebørs"/);
  assert.equal((await t.visitor().get("/byttebors/indlejr?kind=need&locality=langaa")).status, 200);
  assert.match(text, /byttebors\/indlejr\.html\?kind=need&amp;locality=langaa/);
  assert.match(text, /byttebors\/feed\.xml\?kind=need&amp;locality=langaa/);
});

test("a frame asks the database as seldom as a list may", async () => {
  for (const path of ["/byttebors/indlejr?kind=offer", "/byttebors/indlejr.html", "/byttebors/paa-din-side"]) {
    await t.visitor().get(path);
    t.world.versions.moved(["offer"]);
    const count = await countQueries(t.world.readPool, () => t.visitor().get(path));
    assert.ok(count <= 4, `${path}: ${count} queries`);
  }
});
