// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { systemIds } from "#platform/clock/ids.ts";
import { addThing, withdrawThing } from "#platform/db/things.ts";
import { addressesOf } from "#features/people/index.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { noThanks } from "./no-thanks.ts";
import { followersCount, followersOf, isFollowing } from "./store.ts";

let t: TestWorld;
let thing: { id: string; reference: string };
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
beforeEach(async () => {
  thing = await add("public");
});

const aDay = 24 * 60 * 60_000;

async function add(visibility: "public" | "held", owner?: string): Promise<{ id: string; reference: string }> {
  const id = systemIds.uuid();
  const reference = await t.world.write.transaction().execute((tx) =>
    addThing(tx, {
      id,
      kind: "idea",
      letter: "I",
      visibility,
      ownerPerson: owner,
      locality: undefined,
      area: undefined,
      themes: [],
      title: "Et skilt ved åen",
      body: "",
      now: t.clock.now(),
      year: 2026,
    }),
  );
  return { id, reference };
}

/** Where a mail about the thing to this person says no. */
async function linkToStop(key: string): Promise<string> {
  const person = await idOf(key);
  const { mailbox } = (await addressesOf(t.world.read, [person])).get(person) ?? { mailbox: "" };
  return t.world.write
    .transaction()
    .execute((tx) => noThanks(tx, { thing: thing.id, mailbox, lang: "da" }, { ...t.world, now: t.clock.now() }));
}

const idOf = async (key: string): Promise<string> =>
  (await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", key).executeTakeFirstOrThrow()).id;

async function linkTo(mailbox: string): Promise<string | undefined> {
  await t.runJobs();
  const mail = (await t.mails()).filter(({ recipient }) => recipient === mailbox).at(-1);
  return /\/foelg\/ja\/[\w-]{43}/.exec(mail?.plain ?? "")?.[0];
}

test("logged in, one press is following, and one more is stopping", async () => {
  const karen = await t.as("karen");
  const response = await karen.fill(`/foelg/${thing.reference}`, {});
  assert.match((await karen.follow(response)).text, /Du følger »Et skilt ved åen«/);
  assert.equal(await isFollowing(t.world.read, thing.id, await idOf("karen")), true);
  const stopped = await karen.fill(`/foelg/${thing.reference}/stop`, {});
  assert.match((await karen.follow(stopped)).text, /Du følger ikke »Et skilt ved åen« mere/);
  assert.equal(await followersCount(t.world.read, thing.id), 0);
});

test("pressing twice is following once", async () => {
  const karen = await t.as("karen");
  await karen.fill(`/foelg/${thing.reference}`, {});
  const { _key, _token } = await karen.open("/min-side/navn");
  await karen.post(`/foelg/${thing.reference}`, { _key, _token });
  assert.deepEqual(await followersOf(t.world.read, thing.id), [await idOf("karen")]);
});

test("without an account the mailbox says yes first; it works in any browser, once, and logs nobody in", async () => {
  const visitor = t.visitor();
  const asked = await visitor.fill(`/foelg/${thing.reference}`, { email: "Nabo@Example.dk" });
  assert.match((await visitor.follow(asked)).text, /Kig i din mail/);
  const link = await linkTo("nabo@example.dk");
  assert.ok(link);
  assert.equal(await followersCount(t.world.read, thing.id), 0, "nobody follows before the yes");
  const phone = t.visitor();
  await phone.get(link);
  await phone.get(link);
  assert.equal(await followersCount(t.world.read, thing.id), 0, "looking is not saying yes");
  const response = await phone.fill(link, {});
  assert.match((await phone.follow(response)).text, /Du følger »Et skilt ved åen«/);
  const [person = ""] = await followersOf(t.world.read, thing.id);
  assert.equal((await addressesOf(t.world.read, [person])).get(person)?.address, "nabo@example.dk");
  assert.equal(phone.cookies.has("session"), false);
  assert.equal((await phone.get("/min-side")).status, 403);
});

test("a yes that comes after seven days is too late, and the page says what to do", async () => {
  const visitor = t.visitor();
  await visitor.fill(`/foelg/${thing.reference}`, { email: "sen@example.dk" });
  const link = (await linkTo("sen@example.dk")) ?? "";
  const { _key, _token } = await visitor.open(link);
  t.clock.advance(7 * aDay);
  assert.match((await visitor.get(link)).text, /Linket virker ikke mere/);
  const form = await visitor.open("/log-ind");
  assert.equal((await visitor.post(link, { _key: form._key, _token: form._token })).status, 409);
  assert.equal((await visitor.post(link, { _key, _token })).status, 422);
  assert.equal(await followersCount(t.world.read, thing.id), 0);
});

test("X28 nobody's inbox can be filled with questions of whether they want to follow", async () => {
  for (let times = 0; times < 12; times += 1)
    await t.visitor(`10.3.0.${times}`).fill(`/foelg/${thing.reference}`, { email: "offer@example.dk" });
  await t.runJobs();
  assert.equal((await t.mails()).filter(({ recipient }) => recipient === "offer@example.dk").length, 3);
});

test("without a mailbox and without an account there is nobody to write to: the form says so and keeps what was typed", async () => {
  const empty = await t.visitor().fill(`/foelg/${thing.reference}`, { email: "" });
  assert.match(empty.text, /Skriv din e-mail, så vi ved, hvor vi skal skrive til/);
  const wrong = await t.visitor().fill(`/foelg/${thing.reference}`, { email: "nabo.example.dk" });
  assert.deepEqual([wrong.status, wrong.text.includes('value="nabo.example.dk"')], [422, true]);
});

test("what is held or withdrawn cannot be followed, except by its own author, and looks as if it were not there", async () => {
  const held = await add("held", await idOf("mehmet"));
  const gone = await add("public");
  await t.world.write.transaction().execute((tx) => withdrawThing(tx, gone.id, t.clock.now()));
  const karen = await t.as("karen");
  for (const reference of [held.reference, gone.reference, "N-2026-9999"])
    assert.equal((await karen.get(`/foelg/${reference}`)).status, 404, reference);
  assert.equal((await (await t.as("mehmet")).fill(`/foelg/${held.reference}`, {})).status, 303);
});

test("the link of a mail stops it with one press, as often as it is pressed, in every mail the same", async () => {
  const karen = await t.as("karen");
  await karen.fill(`/foelg/${thing.reference}`, {});
  const address = await linkToStop("karen");
  assert.equal(await linkToStop("karen"), address);
  const { pathname } = new URL(address);
  const anywhere = t.visitor();
  assert.equal((await anywhere.get(pathname)).status, 200);
  assert.equal(await followersCount(t.world.read, thing.id), 1, "looking is not stopping");
  const { _key, _token } = await anywhere.open(pathname);
  const response = await anywhere.post(pathname, { _key, _token });
  assert.match((await anywhere.follow(response)).text, /Du følger ikke »Et skilt ved åen« mere/);
  assert.equal(await followersCount(t.world.read, thing.id), 0);
  const again = await anywhere.open("/log-ind");
  assert.equal((await anywhere.post(pathname, { _key: again._key, _token: again._token })).status, 303);
  t.clock.advance(2 * 365 * aDay);
  assert.equal((await anywhere.get(pathname)).status, 200, "an old mail still works");
});

test("a mail program stops for its owner with one click, without cookie or token (RFC 8058), and nobody else's form can", async () => {
  const karen = await t.as("karen");
  await karen.fill(`/foelg/${thing.reference}`, {});
  const address = await linkToStop("karen");
  const { pathname } = new URL(address);
  const oneClick = { "List-Unsubscribe": "One-Click" };
  const foreign = { origin: "https://mail.example", "sec-fetch-site": "cross-site" };
  assert.equal((await t.visitor().post(pathname, {}, foreign)).status, 403, "not without the field");
  assert.equal((await t.visitor().post(`/foelg/${thing.reference}`, oneClick, foreign)).status, 403, "not on another form");
  assert.equal(await followersCount(t.world.read, thing.id), 1);
  const press = () => t.visitor().post(pathname, oneClick, foreign);
  assert.equal((await press()).status, 200, "without a redirect");
  assert.equal(await followersCount(t.world.read, thing.id), 0);
  await karen.fill(`/foelg/${thing.reference}`, {});
  assert.equal(await followersCount(t.world.read, thing.id), 1, "she changes her mind");
  assert.equal((await press()).status, 200);
  assert.equal(await followersCount(t.world.read, thing.id), 0, "the same link stops her again");
});

test("a mail program may send its one click as multipart/form-data, here and nowhere else", async () => {
  const karen = await t.as("karen");
  await karen.fill(`/foelg/${thing.reference}`, {});
  const address = await linkToStop("karen");
  const payload = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  const send = (url: string, body = payload) =>
    t.server.inject({ method: "POST", url, payload: body, headers: { "content-type": "multipart/form-data; boundary=x" } });
  assert.equal((await send(`/foelg/${thing.reference}`)).statusCode, 415);
  assert.equal((await send(new URL(address).pathname, "no form at all")).statusCode, 422);
  assert.equal((await send(new URL(address).pathname)).statusCode, 200);
  assert.equal(await followersCount(t.world.read, thing.id), 0);
});

test("red control: a link of another purpose neither follows nor stops", async () => {
  const visitor = t.visitor();
  await visitor.fill(`/foelg/${thing.reference}`, { email: "bytter@example.dk" });
  const token = (await linkTo("bytter@example.dk"))?.split("/").at(-1) ?? "";
  assert.match((await visitor.get(`/foelg/nej/${token}`)).text, /Linket virker ikke mere/);
  assert.match((await visitor.get(`/log-ind/link/${token}`)).text, /Linket virker ikke mere/);
  assert.match((await visitor.get(`/foelg/ja/${token}`)).text, /Vil du følge/);
});
