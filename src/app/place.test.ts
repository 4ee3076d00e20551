// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../test/test-world.ts";
import { countQueries } from "#platform/db/testing.ts";
import { readOn } from "../features/ideas/testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ ideas: true, env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

const read = async (path: string): Promise<string> => readOn((await t.visitor().get(path)).text);
const titles = async (where: string): Promise<string[]> =>
  (
    await t.world.readPool.query<{ title: string }>(
      `SELECT title FROM ideas.idea JOIN platform.thing USING (id) LEFT JOIN places.locality ON locality.id = thing.locality WHERE ${where}`,
    )
  ).rows.map(({ title }) => title);
const open = "visibility = 'public' AND withdrawn_at IS NULL";

test("everything public in Langå stands on its page, with how much there is, who lives next door and whom to ask", async () => {
  const page = await read("/lokalomraade/langaa");
  const here = await titles(`${open} AND slug = 'langaa'`);
  assert.ok(here.length > 2);
  for (const title of here.slice(0, 6)) assert.ok(page.includes(title), title);
  assert.match(page, new RegExp(`Lige nu: [^.]*\\b${here.length} idéer`));
  assert.match(page, /Tæt på Langå .*Stevnstrup/);
  assert.match(page, /Ring til Lone/);
  assert.match(page, /Fortæl mig, hvad der sker i Langå/);
});

test("what is held, withdrawn or elsewhere does not stand there", async () => {
  const { text } = await t.visitor().get("/lokalomraade/langaa");
  const elsewhere = await titles(`NOT (${open}) OR slug IS DISTINCT FROM 'langaa'`);
  assert.ok(elsewhere.length > 5);
  for (const title of elsewhere) assert.ok(!readOn(text).includes(title), title);
});

test("a theme has its own page with what is below it and who answers; a theme below says what it is part of", async () => {
  const page = await read("/tema/natur-og-udeliv");
  assert.match(page, /Mindre emner .*Stier og bænke/);
  assert.match(page, /Kontaktperson, Miljø og Teknik/);
  assert.match(await read("/tema/stier-og-baenke"), /En del af Natur/);
  assert.match(await read("/en/tema/natur-og-udeliv"), /More exactly/);
});

test("an idea below a theme stands on the page of the theme above", async () => {
  const { rows } = await t.world.readPool.query<{ title: string; key: string; above: string }>(`
    SELECT title, theme.key, above.key AS above FROM ideas.idea JOIN platform.thing USING (id) JOIN platform.thing_theme tie ON tie.thing = thing.id
    JOIN themes.theme ON theme.id = tie.theme JOIN themes.theme above ON above.id = theme.parent WHERE ${open} ORDER BY published_at DESC LIMIT 1`);
  const [one] = rows;
  for (const key of [one?.key, one?.above]) assert.ok((await read(`/tema/${key}`)).includes(one?.title ?? "?"), key);
});

test("what is no place or theme is not there", async () => {
  for (const path of [
    "/lokalomraade/aalborg",
    "/tema/havet",
    "/lokalomraade/%00",
    "/tema/natur-og-udeliv'",
    "/lokalomraade/aalborg/feed.xml",
  ])
    assert.equal((await t.visitor().get(path)).status, 404, path);
});

test("a place can be followed by a feed reader", async () => {
  const { text, headers } = await t.visitor().get("/lokalomraade/langaa/feed.xml");
  assert.match(String(headers["content-type"]), /atom/);
  const [title = "?"] = await titles(`${open} AND slug = 'langaa' AND standing = 'waiting'`);
  assert.ok(text.includes(title), title);
  assert.match((await t.visitor().get("/tema/natur-og-udeliv/feed.json")).text, /"Nyt om Natur/);
});

test("a place costs one query for what lies there, one for what was answered, and one for each slice that has something there", async () => {
  const slices = t.world.registry.features.filter(({ kinds }) => kinds?.some(({ group }) => group !== undefined));
  for (const path of ["/lokalomraade/langaa", "/lokalomraade/randers-c", "/tema/natur-og-udeliv"]) {
    await t.visitor().get(path);
    t.world.versions.moved(["idea"]);
    const queries = await countQueries(t.world.readPool, async () => assert.equal((await t.visitor().get(path)).status, 200));
    assert.ok(queries <= 2 + slices.length && queries <= 7, `${path}: ${queries}`);
  }
});

test("a place where nobody has written yet invites you to be the first", async () => {
  await t.world.writePool.query(
    "UPDATE platform.thing SET locality = NULL WHERE locality = (SELECT id FROM places.locality WHERE slug = 'udbyhoej')",
  );
  t.world.versions.moved(["idea"]);
  const page = await read("/lokalomraade/udbyhoej");
  assert.match(page, /Der er ikke skrevet noget fra Udbyhøj endnu/);
  assert.match(page, /Skriv en idé om Udbyhøj/);
});

test("the front page's list of places leads to them", async () => {
  assert.match((await t.visitor().get("/")).text, /href="\/lokalomraade\/langaa"/);
});
