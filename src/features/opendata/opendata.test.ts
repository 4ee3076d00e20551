// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { parse } from "csv-parse/sync";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { rowsInPart } from "./documents.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true });
});
after(() => t.close());

const get = (path: string) => t.visitor().get(path);
const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ");
const table = async (path: string): Promise<Record<string, string>[]> => parse((await get(path)).text, { bom: true, columns: true });
const count = async (sql: string): Promise<number> =>
  (await t.world.readPool.query<{ count: number }>(`SELECT count(*) FROM ${sql}`)).rows[0]?.count ?? 0;
const open = "platform.thing JOIN ideas.idea USING (id) WHERE visibility = 'public' AND withdrawn_at IS NULL";

test("all public ideas stand in the table, and nothing of who wrote them", async () => {
  const response = await get("/aabne-data/ideer.csv");
  assert.match(String(response.headers["content-type"]), /^text\/csv; charset=utf-8/);
  assert.match(String(response.headers["content-disposition"]), /ideer\.csv/);
  assert.ok(response.text.startsWith("\ufeffnummer,titel,sted,"));
  const rows = await table("/aabne-data/ideer.csv");
  assert.equal(rows.length, await count(open));
  const { rows: names } = await t.world.readPool.query<{ shown_name: string }>(
    "SELECT DISTINCT shown_name FROM ideas.idea WHERE shown_name IS NOT NULL",
  );
  assert.ok(names.length > 5);
  const said = rows.map(({ titel: _, ...row }) => Object.values(row).join("|")).join("\n");
  for (const { shown_name: name } of names) assert.ok(!said.includes(name), name);
  assert.doesNotMatch(said, /@|\d\d \d\d \d\d \d\d/);
});

test("X21 what is held, withdrawn or refused is in no table", async () => {
  await t.world.writePool.query(
    "UPDATE ideas.idea SET title = 'canary-hidden' WHERE id IN (SELECT id FROM platform.thing WHERE visibility <> 'public' OR withdrawn_at IS NOT NULL)",
  );
  await t.world.writePool.query("UPDATE ideas.idea SET phone = '99 88 77 66', text = text || ' canary-text'");
  t.world.versions.moved(["idea"]);
  assert.ok((await count("ideas.idea WHERE title = 'canary-hidden'")) > 1);
  for (const path of [
    "/aabne-data",
    "/aabne-data/ideer.csv",
    "/aabne-data/loefter.csv",
    "/aabne-data/loefter",
    "/aabne-data/katalog.jsonld",
    "/api/v1/measures",
    "/api/v1/measures/cases",
  ]) {
    const { status, text } = await get(path);
    assert.equal(status, 200, path);
    assert.doesNotMatch(text, /canary|99 88 77/, path);
  }
});

test("a title that a spreadsheet would take for a formula is only text", async () => {
  await t.world.writePool.query(
    `UPDATE ideas.idea SET title = '=HYPERLINK("http://evil.example")' WHERE id = (SELECT id FROM ${open} ORDER BY reference LIMIT 1)`,
  );
  t.world.versions.moved(["idea"]);
  assert.equal((await table("/aabne-data/ideer.csv"))[0]?.["titel"], `'=HYPERLINK("http://evil.example")`);
});

test("the next part begins after the last number of the one before", async () => {
  assert.ok(rowsInPart >= 1_000 && rowsInPart <= 50_000);
  const all = (await table("/aabne-data/ideer.csv")).map(({ nummer }) => nummer);
  const rest = (await table(`/aabne-data/ideer.csv?efter=${all[9]}`)).map(({ nummer }) => nummer);
  assert.deepEqual(rest, all.slice(10));
  assert.deepEqual(await table("/aabne-data/ideer.csv?efter=J"), []);
});

test("each number opens the cases that it counts, the late ones first", async () => {
  const page = words((await get("/aabne-data")).text);
  const [, inTime = "", due = ""] = /Hele kommunen (\d+) af (\d+)/.exec(page) ?? [];
  assert.ok(Number(due) >= 10, page.slice(0, 400));
  const cases = (await get("/aabne-data/loefter")).text;
  assert.match(words(cases), new RegExp(`${inTime} af ${due} fik svar til tiden`));
  const counted = Number(/(\d+) henvendelser? er talt med/.exec(words(cases))?.[1] ?? 0);
  assert.equal((cases.match(/class="item"/g)?.length ?? 0) + counted, Number(due));
  const read = words(cases);
  assert.ok(read.indexOf("Svar for sent") < read.indexOf("Svar til tiden "), "late first");
  const links = [...cases.matchAll(/href="(\/ideer\/I-[\d-]+)"/g)].map(([, href]) => href);
  for (const href of links.slice(0, 3)) assert.equal((await get(href ?? "")).status, 200);
});

test("an area with fewer than five cases has no number and no list", async () => {
  const page = (await get("/aabne-data")).text;
  assert.match(words(page), /vises ikke/);
  const { rows } = await t.world.readPool.query<{ slug: string }>("SELECT slug FROM places.area");
  const few = rows.filter(({ slug }) => !page.includes(`omraade=${slug}`));
  assert.ok(few.length > 0);
  for (const { slug } of few) {
    const { text } = await get(`/aabne-data/loefter?omraade=${slug}`);
    assert.match(text, /Tallet vises ikke/);
    assert.doesNotMatch(text, /href="\/ideer\/I-/);
  }
});

test("what waits past its day pulls the number down at once; what is not due yet changes nothing", async () => {
  const read = async (): Promise<number[]> => {
    const [, inTime, due] = /Hele kommunen (\d+) af (\d+)/.exec(words((await get("/aabne-data")).text)) ?? [];
    return [Number(inTime), Number(due)];
  };
  const [inTime = 0, due = 0] = await read();
  const waiting = await count(`${open} AND standing IN ('waiting', 'investigating') AND due_by >= '2026-11-23'`);
  assert.ok(waiting > 0);
  t.clock.advance(90 * 24 * 60 * 60_000);
  const [later = 0, more = 0] = await read();
  assert.ok(more > due && later <= inTime, `${inTime} af ${due} → ${later} af ${more}`);
  t.clock.advance(-90 * 24 * 60 * 60_000);
});

test("the measures stand in a table by quarter; the catalogue leads to each table", async () => {
  const rows = await table("/aabne-data/loefter.csv");
  const whole = rows.filter(({ noegle }) => noegle?.endsWith("/alle"));
  assert.equal(whole.length, 8);
  for (const row of rows) assert.ok(row["forfaldne"] === "" || Number(row["forfaldne"]) >= 5);
  const catalogue = JSON.parse((await get("/aabne-data/katalog.jsonld")).text);
  assert.equal(catalogue["@type"], "dcat:Catalog");
  const downloads: string[] = catalogue["dcat:dataset"].map(
    (one: { "dcat:distribution": { "dcat:downloadURL": { "@id": string } } }) => one["dcat:distribution"]["dcat:downloadURL"]["@id"],
  );
  assert.equal(downloads.length, 4);
  for (const url of downloads) assert.equal((await get(new URL(url).pathname)).status, 200);
});

test("an area's own page says in one sentence whether it keeps its promises, with the numbers of the open data", async () => {
  const { measures } = JSON.parse((await get("/api/v1/measures")).text);
  for (const { area, measure } of measures.filter((one: { area?: object }) => one.area)) {
    const { text } = await get(`/kontakt/${area.slug}`);
    const said = measure.few ? "Tallet vises ikke" : `${measure.inTime} af ${measure.due} fik svar til tiden de sidste 12 måneder`;
    assert.ok(words(text).includes(said), `${area.slug}: ${said}`);
    assert.match(text, /<a href="\/aabne-data">Se alle områder/);
  }
});

test("whoever keeps an inbox sees on the workbench whether the area keeps its promises", async () => {
  const signe = await t.as("signe");
  assert.match(words((await signe.get("/arbejdsbord")).text), /Miljø og Teknik .*\d+ af \d+ fik svar til tiden de sidste 12 måneder/);
});
