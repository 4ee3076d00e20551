// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { enquiry } from "./store.ts";
import { linkIn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const lamp = { subject: "Lygten ved trappen er gået", text: "Den har været slukket i en uge, og der er meget mørkt om morgenen." };
const mailTo = async (recipient: string, subject: RegExp) => {
  await t.runJobs();
  return (await t.mails()).findLast((mail) => mail.recipient === recipient && subject.test(mail.subject));
};

test("somebody without an account asks in three fields, confirms by mail, and the answer comes by mail; nobody else can read it", async () => {
  const nora = t.visitor();
  const sent = await nora.fill("/kontakt/skriv", { ...lamp, reach: "nora@example.dk" });
  assert.equal(sent.status, 303, sent.text);
  const receipt = await nora.follow(sent);
  assert.match(receipt.text, /Signe i Miljø og Teknik/);
  assert.match(receipt.text, /Din kode er/);
  const reference = referenceIn(sent.location);
  for (const other of [t.visitor(), await t.as("karen"), await t.as("jens"), await t.as("lone")])
    assert.equal((await other.get(`/henvendelser/${reference}`)).status, 404);

  const asks = await mailTo("nora@example.dk", /modtaget/);
  assert.doesNotMatch(asks?.plain ?? "", /Lygten|trappen/, "the mailbox may be somebody else's");
  const confirm = linkIn(asks?.plain ?? "", "/henvendelser/bekraeft/");
  assert.equal((await nora.fill(confirm, {})).status, 303);
  assert.match((await nora.get(confirm)).text, /Adressen er bekræftet/);

  const signe = await t.as("signe");
  assert.match((await signe.get("/arbejdsbord")).text, /Lygten ved trappen er gået/);
  assert.equal((await signe.fill(`/henvendelser/${reference}/kvitter`, {})).status, 303);
  const answered = await signe.fill(`/henvendelser/${reference}/svar`, {
    status: "answered",
    text: "Den bliver skiftet på torsdag.\n\nEn montør kommer alligevel forbi.",
  });
  assert.equal(answered.status, 303, answered.text);
  assert.match((await mailTo("nora@example.dk", /^Svar/))?.plain ?? "", /skiftet på torsdag/);
  assert.match((await signe.follow(answered)).text, /Det kom samme dag/);
});

test("an answer given before the address was confirmed waits for one press, and then comes", async () => {
  const olga = t.visitor();
  const reference = referenceIn((await olga.fill("/kontakt/skriv", { ...lamp, reach: "olga@example.dk" })).location);
  await (
    await t.as("signe")
  ).fill(`/henvendelser/${reference}/svar`, { status: "answered", text: "Den er skiftet nu, og den lyser igen." });
  const waits = await mailTo("olga@example.dk", /er klar/);
  assert.doesNotMatch(waits?.plain ?? "", /lyser igen/);
  await olga.fill(linkIn(waits?.plain ?? "", "/henvendelser/bekraeft/"), {});
  assert.match((await mailTo("olga@example.dk", /^Svar/))?.plain ?? "", /lyser igen/);
});

test("whoever gives a number is called: in vain twice, then taken; the day of the call keeps the promise", async () => {
  const sent = await (await t.as("karen")).fill("/kontakt/skriv", { ...lamp, phone: "12 34 56 99", callWhen: "efter kl. 15" });
  const reference = referenceIn(sent.location);
  const signe = await t.as("signe");
  const call = `/henvendelser/${reference}/ring`;
  assert.match((await signe.get(call)).text, /12\s34\s56\s99/);
  for (const tries of [1, 2]) {
    const missed = await signe.fill(call, { taken: "no", said: "", calledOn: "" });
    assert.match((await signe.follow(missed)).text, tries === 1 ? /Prøv igen/ : /2 forsøg/);
  }
  assert.match((await mailTo("karen@example.dk", /ringet to gange/))?.plain ?? "", /12 34 56 74/);
  assert.match((await signe.fill(call, { taken: "yes", said: "", calledOn: "" })).text, /Skriv kort, hvad du svarede/);
  assert.match((await signe.fill(call, { taken: "yes", said: "Ja.", calledOn: "2026-12-24" })).text, /ikke kommet endnu/);
  const monday = t.clock.now();
  t.clock.advance(2 * 24 * 60 * 60_000);
  const later = await t.as("signe");
  const said = await later.fill(call, { taken: "yes", said: "Lyser fredag.", calledOn: "2026-11-23" });
  assert.match((await later.follow(said)).text, /Det kom samme dag/);
  assert.match((await mailTo("karen@example.dk", /talte vi om/))?.plain ?? "", /Lyser fredag/);
  t.clock.advance(monday.getTime() - t.clock.now().getTime());
});

test("handed over, the days stand; who gave it away no longer sees it, and the new one hears", async () => {
  const karen = await t.as("karen");
  const reference = referenceIn((await karen.fill("/kontakt/skriv", { ...lamp, area: "miljoe-og-teknik" })).location);
  const seenBy = async (key: string) => enquiry.find(t.world.read, reference, { actor: await t.actor(key), lock: false });
  const before = await seenBy("karen");
  const signe = await t.as("signe");
  assert.equal((await signe.fill(`/henvendelser/${reference}/flyt`, { area: "boern-og-skole" })).status, 303);
  assert.equal((await signe.get(`/henvendelser/${reference}`)).status, 404);
  const after = await seenBy("tine");
  assert.equal(after?.areaSlug, "boern-og-skole");
  assert.deepEqual([after?.acknowledgeBy, after?.answerBy, after?.dueBy], [before?.acknowledgeBy, before?.answerBy, before?.dueBy]);
  assert.match((await karen.get(`/henvendelser/${reference}`)).text, /Nu svarer Børn og Skole. Datoen står fast/);
  assert.ok(await mailTo("tine@example.dk", /givet videre/));
});

test("my page shows my enquiries with how far they are, and a code brings home one sent without logging in", async () => {
  const visitor = t.visitor();
  const sent = await visitor.fill("/kontakt/skriv", { ...lamp, subject: "Hvem ejer hegnet?", reach: "12 34 56 98" });
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec((await visitor.follow(sent)).text)?.[0] ?? "";
  const karen = await t.as("karen");
  assert.match(
    (await karen.fill("/henvendelser/hent", { reference: referenceIn(sent.location), code: "AAAAA-AAAAA" })).location ?? "",
    /no=1/,
  );
  assert.match((await karen.fill("/henvendelser/hent", { reference: referenceIn(sent.location), code })).location ?? "", /nyt=claimed/);
  const mine = (await karen.get("/min-side")).text;
  assert.match(mine, /Hvem ejer hegnet\?/);
  assert.match(mine, new RegExp(`/henvendelser/${referenceIn(sent.location)}`));
});

test("three fields, and what is missing is said kindly", async () => {
  const { text } = await t.visitor().fill("/kontakt/skriv", { subject: "", text: "", reach: "" });
  for (const said of ["Skriv, hvad det handler om", "Skriv et par linjer"]) assert.ok(text.includes(said), said);
  assert.match((await t.visitor().fill("/kontakt/skriv", { ...lamp, reach: "" })).text, /så vi kan svare dig/);
  assert.match((await t.visitor().fill("/kontakt/skriv", { ...lamp, reach: "nora" })).text, /hverken en e-mail eller/);
});
