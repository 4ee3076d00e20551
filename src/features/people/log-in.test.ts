// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Client } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

// A mailbox has its budget of mails; with a day between them no test takes another's.
const aDay = 24 * 60 * 60_000;

type Received = { link: string; code: string };

/** The newest mail to a mailbox: where its button leads, and its code. */
async function newestMail(to: string): Promise<Received> {
  await t.runJobs();
  const mail = (await t.mails()).filter(({ recipient }) => recipient === to).at(-1);
  const link = /https?:\/\/\S+(\/log-ind\/link\/[\w-]{43})/.exec(mail?.plain ?? "")?.[1];
  const code = /\b(\d{3}) (\d{3})\b/.exec(mail?.subject ?? "");
  if (!link || !code) throw new Error(`No log-in mail to ${to}`);
  return { link, code: `${code[1]}${code[2]}` };
}

async function asks(visitor: Client, to: string): Promise<Received> {
  const response = await visitor.fill("/log-ind", { email: to });
  assert.deepEqual([response.status, response.location], [303, "/log-ind/kode"]);
  return newestMail(to);
}

const isIn = async (visitor: Client): Promise<boolean> => (await visitor.get("/min-side")).status === 200;

test("Karen asks for the mail, presses the button in the same browser, and is in as herself", async () => {
  const karen = t.visitor();
  const { link } = await asks(karen, "karen@example.dk");
  const page = await karen.get(link);
  assert.match(page.text, /karen@example\.dk/);
  assert.doesNotMatch(page.text, /name="code"|name="name"/, "neither code nor name is asked for");
  const response = await karen.fill(link, {});
  assert.deepEqual([response.status, response.location], [303, "/min-side"]);
  assert.match((await karen.follow(response)).text, /Hej, Karen/);
});

test("Karen can write her address in capitals and with a space after it", async () => {
  const karen = t.visitor();
  await karen.fill("/log-ind", { email: " Karen@Example.DK " });
  assert.match((await newestMail("karen@example.dk")).code, /^\d{6}$/);
});

test("the six digits do as well, with a space as they stand in the mail", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const { code } = await asks(karen, "karen@example.dk");
  const response = await karen.fill("/log-ind/kode", { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  assert.deepEqual([response.status, response.location], [303, "/min-side"]);
  assert.ok(await isIn(karen));
});

test("who is here for the first time is asked what they want to be called, on the page of the link", async () => {
  const visitor = t.visitor();
  const { link } = await asks(visitor, "nina.ny@example.dk");
  assert.match((await visitor.get(link)).text, /Hvad vil du kaldes\?/);
  const without = await visitor.fill(link, {});
  assert.equal(without.status, 422);
  assert.match(without.text, /Skriv, hvad du vil kaldes/);
  const response = await visitor.fill(link, { name: "Nina Ny" });
  assert.match((await visitor.follow(response)).text, /Hej, Nina/);
});

test("who is here for the first time and types the code is asked on the page after it", async () => {
  const visitor = t.visitor();
  const { code } = await asks(visitor, "otto@example.dk");
  const response = await visitor.fill("/log-ind/kode", { code });
  assert.equal(response.location, "/min-side/navn");
  const named = await visitor.fill("/min-side/navn", { name: "Otto Lund" });
  assert.equal(named.location, "/min-side");
  assert.match((await visitor.follow(named)).text, /Hej, Otto/);
});

test("X28 however often a mail scanner opens the link, it is not used up", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const { link } = await asks(karen, "karen@example.dk");
  const scanner = t.visitor("10.9.9.9");
  for (let times = 0; times < 5; times += 1) {
    assert.equal((await scanner.get(link)).status, 200);
    assert.equal((await t.server.inject({ method: "HEAD", url: link })).statusCode, 200);
  }
  assert.equal((await karen.fill(link, {})).location, "/min-side");
});

test("X28 pressed a second time, in whichever browser, the link lets nobody in", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const { link, code } = await asks(karen, "karen@example.dk");
  const { _key, _token } = await karen.open(link);
  assert.equal((await karen.post(link, { _key, _token })).location, "/min-side");
  const thief = t.visitor();
  const page = await thief.get(link);
  assert.match(page.text, /Linket er brugt/);
  const form = await thief.open("/log-ind/kode");
  const response = await thief.post(link, { _key: form._key, _token: form._token, code });
  assert.equal(response.location, `${link}?svar=gone`);
  assert.equal(await isIn(thief), false);
});

test("X28 in another browser the button is not enough: it takes the code, and five wrong ones end the link", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const { link, code } = await asks(karen, "karen@example.dk");
  const thief = t.visitor();
  assert.match((await thief.get(link)).text, /anden browser/);
  assert.equal((await thief.fill(link, {})).status, 422);
  const wrong = code === "123456" ? "654321" : "123456";
  for (let times = 0; times < 5; times += 1) {
    const response = await thief.fill(link, { code: wrong });
    assert.equal(response.location, `${link}?svar=code`);
    if (times < 4) assert.match((await thief.follow(response)).text, /Koden passer ikke/);
  }
  assert.match((await thief.get(link)).text, /virker ikke mere/);
  assert.equal(await isIn(thief), false);
  assert.match((await karen.get(link)).text, /virker ikke mere/, "also in the browser that asked");
});

test("in another browser the right code lets in", async () => {
  const desk = t.visitor();
  t.clock.advance(aDay);
  const { link, code } = await asks(desk, "karen@example.dk");
  const phone = t.visitor();
  assert.equal((await phone.fill(link, { code })).location, "/min-side");
  assert.ok(await isIn(phone));
  assert.equal(await isIn(desk), false);
});

test("X28 after ten minutes the link is over, and the page says what to do", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const { link, code } = await asks(karen, "karen@example.dk");
  const { _key, _token } = await karen.open(link);
  t.clock.advance(10 * 60_000);
  assert.equal((await karen.post(link, { _key, _token })).location, `${link}?svar=gone`);
  assert.match((await karen.get(link)).text, /Bed om et nyt/);
  const typed = await karen.fill("/log-ind/kode", { code });
  assert.match((await karen.follow(typed)).text, /Koden virker ikke mere/);
});

test("a mail that could not go out within the ten minutes is not sent at all", async () => {
  const karen = t.visitor();
  t.clock.advance(aDay);
  const before = (await t.mails()).length;
  await karen.fill("/log-ind", { email: "karen@example.dk" });
  t.clock.advance(11 * 60_000);
  await t.runJobs();
  assert.equal((await t.mails()).length, before);
});

test("X30 each log-in has a new session, whatever the browser brought along, and logging out ends it on every screen", async () => {
  const [desk, phone] = [await t.as("karen"), await t.as("karen")];
  const planted = "x".repeat(43);
  const fresh = t.visitor();
  fresh.cookies.set("session", planted);
  const { link } = await asks(fresh, "karen@example.dk");
  await fresh.fill(link, {});
  assert.notEqual(fresh.cookies.get("session"), planted);
  assert.equal(new Set([desk, phone, fresh].map((one) => one.cookies.get("session"))).size, 3);
  const out = await desk.fill("/log-ud", {});
  assert.deepEqual([out.status, out.location, desk.cookies.get("session")], [303, "/log-ind", undefined]);
  assert.deepEqual([await isIn(desk), await isIn(phone), await isIn(fresh)], [false, false, false]);
});

test("X30 a suspended person is out at the next request and does not get in by mail", async () => {
  const mehmet = await t.as("mehmet");
  await t.world.write.updateTable("people.person").set({ suspended_at: t.clock.now() }).where("demo_key", "=", "mehmet").execute();
  assert.equal(await isIn(mehmet), false);
  const visitor = t.visitor();
  const { link } = await asks(visitor, "mehmet@example.dk");
  const response = await visitor.fill(link, {});
  assert.match((await visitor.follow(response)).text, /Kontoen er lukket/);
  assert.equal(await isIn(visitor), false);
});

test("neither the token nor the code of a mailed link stands in the database outside the mail", async () => {
  const visitor = t.visitor();
  const { link, code } = await asks(visitor, "hemmelig@example.dk");
  const token = link.split("/").at(-1) ?? "";
  await visitor.fill(link, { name: "Hemmelig" });
  const session = visitor.cookies.get("session") ?? "";
  const { rows } = await t.world.readPool.query<{ table: string }>(
    "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS table FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
  );
  for (const { table } of rows.filter((row) => row.table !== "platform.mail")) {
    const found = await t.world.readPool.query(
      `SELECT 1 FROM ${table} AS row WHERE position($1 in row::text) > 0 OR position($2 in row::text) > 0 OR position($3 in row::text) > 0`,
      [token, session, `"${code}"`],
    );
    assert.equal(found.rowCount, 0, table);
  }
});
