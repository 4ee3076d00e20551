// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Operation } from "#platform/operations/operation.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { sendDigests } from "./jobs.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

/** An operation of a slice that this one does not know. */
function named(name: string): Operation {
  const operation = t.world.registry.operations.get(name);
  assert.ok(operation, name);
  return operation;
}

const subscriptions = async (): Promise<number> =>
  (await t.world.readPool.query<{ count: number }>("SELECT count(*) FROM newsletter.subscription")).rows[0]?.count ?? 0;
const mailTo = async (recipient: string) => (await t.mails()).filter((mail) => mail.recipient === recipient).at(-1);
const linkIn = (mail: { plain: string } | undefined, below: string): string =>
  new RegExp(`https?://[^/\\s]+(${below}\\S*)`).exec(mail?.plain ?? "")?.[1] ?? "";
const nora = "nora@example.dk";

test("without an account: what, how often and an address; a mail asks; its button starts it; once pressed it says so", async () => {
  const visitor = t.visitor();
  assert.match((await visitor.get("/nyt?om=sted-langaa")).text, /Fortæl mig, hvad der sker i Langå[^]*value="sted-langaa" selected/);
  const response = await visitor.fill("/nyt", { about: "sted-langaa", every: "week", email: nora });
  assert.match((await visitor.follow(response)).text, /Kig i din mail/);
  await t.runJobs();
  assert.equal(await subscriptions(), 0, "not before the yes");
  const mail = await mailTo(nora);
  assert.match(mail?.plain ?? "", /hver uge, hvad der sker i Langå/);
  const link = linkIn(mail, "/nyt/ja/");
  assert.match((await visitor.get(link)).text, /Vil du høre, hvad der sker i Langå\?/);
  assert.equal(await subscriptions(), 0, "looking starts nothing");
  const done = await visitor.fill(link, {});
  assert.match((await visitor.follow(done)).text, /Nu hører du, hvad der sker i Langå/);
  assert.equal(await subscriptions(), 1);
});

test("one click in the mail program stops it: no cookie, no token, no redirect; again does no harm", async () => {
  await t.perform(named("ideas.submit"), {
    as: "mehmet",
    input: { title: "Lys på broen", text: "Der er for mørkt om aftenen her.", where: "langaa" },
  });
  t.clock.advance(7 * 24 * 60 * 60_000);
  await sendDigests(t.world);
  const { rows } = await t.world.readPool.query<{ unsubscribe: string; plain: string }>(
    "SELECT unsubscribe, plain FROM platform.mail WHERE dedupe LIKE 'digest/%' AND recipient = $1",
    [nora],
  );
  const [mail] = rows;
  assert.match(mail?.plain ?? "", /Lys på broen/);
  const path = new URL(mail?.unsubscribe ?? "").pathname;
  for (const _ of [1, 2]) {
    const response = await t.server.inject({
      method: "POST",
      url: path,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    assert.equal(response.statusCode, 200);
    assert.equal(response.headers["location"], undefined);
    assert.equal(await subscriptions(), 0);
  }
  assert.match((await t.visitor().get(path)).text, /Du får ikke flere mails om det nye/);
});

test("looking at the link of a mail stops nothing", async () => {
  const karen = await t.as("karen");
  await karen.fill("/nyt", { about: "alt", every: "day" });
  await t.perform(named("ideas.submit"), {
    as: "mehmet",
    input: { title: "En ny bro", text: "Den gamle er ved at falde sammen.", where: "hald" },
  });
  t.clock.advance(2 * 24 * 60 * 60_000);
  await sendDigests(t.world);
  const link = linkIn(await mailTo("karen@example.dk"), "/nyt/nej/");
  assert.match((await t.visitor().get(link)).text, /Vil du ikke have flere mails/);
  assert.equal(await subscriptions(), 1);
  const visitor = t.visitor();
  await visitor.follow(await visitor.fill(link, {}));
  assert.equal(await subscriptions(), 0, "without logging in");
});

test("logged in it starts at once, stands on the page, changes interval and stops there", async () => {
  const karen = await t.as("karen");
  const page = (await karen.get("/nyt?om=emne-natur-og-udeliv")).text;
  assert.doesNotMatch(page, /name="email"/);
  await karen.fill("/nyt", { about: "emne-natur-og-udeliv", every: "week" });
  await karen.fill("/nyt", { about: "emne-natur-og-udeliv", every: "day" });
  assert.equal(await subscriptions(), 1, "once, in the new interval");
  assert.match((await karen.get("/nyt")).text, /Det følger du[^]*Natur og udeliv[^]*hver dag/);
  const response = await karen.fill("/nyt/stop/emne-natur-og-udeliv", {});
  assert.match((await karen.follow(response)).text, /Det stopper nu/);
  assert.equal(await subscriptions(), 0);
});

test("what is missing or unknown is said at the field, and what was chosen is kept", async () => {
  const visitor = t.visitor();
  const none = await visitor.fill("/nyt", { about: "sted-hald", every: "day", email: "" });
  assert.equal(none.status, 422);
  assert.match(none.text, /Skriv din e-mail[^]*value="sted-hald" selected/);
  assert.equal((await visitor.fill("/nyt", { about: "sted-atlantis", every: "day", email: nora })).status, 422);
  assert.equal((await visitor.fill("/nyt", { about: "alt", every: "hour", email: nora })).status, 422);
});

test("a known and an unknown mailbox meet the same answer", async () => {
  const [one, other] = await Promise.all(
    ["karen@example.dk", "nobody-knows@example.dk"].map(async (email) => {
      const visitor = t.visitor();
      const response = await visitor.fill("/nyt", { about: "alt", every: "week", email });
      return { status: response.status, text: (await visitor.follow(response)).text.replaceAll(/name="_(key|token)" value="[^"]*"/g, "") };
    }),
  );
  assert.deepEqual(one, other);
});

test("a link from a mail can be bent to nothing but what its owner can choose anyway, and to nothing unknown", async () => {
  const visitor = t.visitor();
  await visitor.fill("/nyt", { about: "alt", every: "week", email: "anna@example.dk" });
  await t.runJobs();
  const link = linkIn(await mailTo("anna@example.dk"), "/nyt/ja/");
  assert.match((await visitor.get(link.replace("/alt/", "/sted-atlantis/"))).text, /Linket virker ikke mere/);
  assert.match((await visitor.get(link.replace(/ja\/[\w-]{43}/, `ja/${"0".repeat(43)}`))).text, /Linket virker ikke mere/);
});
