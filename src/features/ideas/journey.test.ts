// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { system } from "#platform/auth/actor.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { submit } from "./operations.ts";
import { anyIdea } from "./store.ts";
import { linkIn, readOn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const bench = {
  title: "En bænk ved Gudenåen",
  text: "Stien er lang, og min mand kan ikke gå så langt uden at sidde ned. Jeg vil gerne være med til at bygge.",
  where: "langaa",
  area: "miljoe-og-teknik",
};
const mailsTo = async (address: string) => (await t.mails()).filter((mail) => mail.recipient === address);

test("Karen sends an idea without an account, says yes from the mail, and hears Signe's answer", async () => {
  const karen = t.visitor();
  const sent = await karen.fill("/ideer/ny", { ...bench, name: "Karen", email: "karen.ny@example.dk" });
  assert.equal(sent.status, 303, readOn(sent.text));
  const reference = referenceIn(sent.location);
  const receipt = readOn((await karen.follow(sent)).text);
  assert.match(receipt, /Tak, Karen\. Vi har din idé/);
  assert.match(receipt, /Signe i Miljø og Teknik/);
  assert.match(receipt, /Svar senest mandag 14\. december/);
  assert.match(receipt, /Din kode er [2-9A-Z]{5}-[2-9A-Z]{5}/);
  assert.equal((await t.visitor().get(`/ideer/${reference}`)).status, 404, "nobody else sees it yet");

  await t.runJobs();
  const [mail] = await mailsTo("karen.ny@example.dk");
  assert.ok(mail);
  assert.match(mail.plain, /Du får svar: senest mandag 14\.\s+december/);
  assert.equal((await mailsTo("signe@example.dk")).length, 0, "Signe is told when there is something to do");
  const link = linkIn(mail.plain, "/ideer/bekraeft/");
  const scanner = t.visitor();
  assert.equal((await scanner.get(link)).status, 200);
  assert.equal((await scanner.get(`/ideer/${reference}`)).status, 404, "opening the link says nothing yet");
  const yes = await karen.fill(link, {});
  assert.equal(yes.status, 303, readOn(yes.text));
  assert.ok(!karen.cookies.has("session"), "the link confirms this one thing and logs nobody in");
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /En bænk ved Gudenåen .* Karen i Langå/);
  assert.match(readOn((await karen.get(link)).text), /Det er allerede gjort/);

  await t.runJobs();
  assert.match((await mailsTo("signe@example.dk")).at(-1)?.subject ?? "", /Ny idé: En bænk/);
  const signe = await t.as("signe");
  assert.equal((await signe.fill(`/ideer/${reference}/kvitter`, {})).status, 303);
  const answered = await signe.fill(`/ideer/${reference}/svar`, {
    status: "you-do-we-help",
    reason: "Ja, det kan lade sig gøre.\n\nStien er kommunens, så I må gerne.",
    nextStep: "Ring til mig på tirsdag.",
  });
  assert.equal(answered.status, 303, readOn(answered.text));
  assert.match(readOn((await signe.follow(answered)).text), /Svaret er sendt\. Sådan ser alle det nu/);

  await t.runJobs();
  const heard = (await mailsTo("karen.ny@example.dk")).map(({ subject }) => subject);
  assert.deepEqual(heard, [
    "Ét tryk, så kan alle se din idé",
    "Alle kan nu se din idé",
    "Din idé er læst: En bænk ved Gudenåen",
    "Svar: En bænk ved Gudenåen",
  ]);
  const page = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  assert.match(page, /I gør det – vi hjælper/);
  assert.match(page, /Vi lovede svar senest mandag 14\. december\. Det kom samme dag\./);
  assert.match(page, /Karen skrev idéen .* Signe har læst idéen .* Svar fra Miljø og Teknik/);
});

test("an idea without e-mail is looked at and shown; who wrote it claims it later with the code", async () => {
  const somebody = t.visitor();
  const sent = await somebody.fill("/ideer/ny", bench);
  const reference = referenceIn(sent.location);
  const [, code = ""] = /Din kode er ([2-9A-Z]{5}-[2-9A-Z]{5})/.exec(readOn((await somebody.follow(sent)).text)) ?? [];
  const signe = await t.as("signe");
  assert.match(
    readOn((await signe.get("/arbejdsbord")).text),
    /Tirsdag 24\. En bænk ved Gudenåen .* Læs den igennem senest tirsdag 24\. november/,
  );
  assert.equal((await signe.fill(`/ideer/${reference}/se-efter`, { letThrough: "yes" })).status, 303);
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /En borger i Langå/);

  const karen = await t.as("karen");
  const wrong = await karen.fill("/ideer/hent", { reference, code: "22222-22222" });
  const unknown = await karen.fill("/ideer/hent", { reference: "I-2026-9999", code });
  assert.equal(wrong.location, unknown.location, "an unknown number and a wrong code look the same");
  assert.match(readOn((await karen.follow(wrong)).text), /Nummer og kode passer ikke sammen/);
  const claimed = await karen.fill("/ideer/hent", { reference: reference.toLowerCase(), code: code.toLowerCase() });
  assert.match(readOn((await karen.follow(claimed)).text), /Idéen er din\. Du følger den nu/);
  const mehmet = await t.as("mehmet");
  assert.match(
    readOn((await mehmet.follow(await mehmet.fill("/ideer/hent", { reference, code }))).text),
    /passer ikke sammen/,
    "a code works once",
  );
});

test("whoever is logged in is heard at once", async () => {
  const karen = await t.as("karen");
  const sent = await karen.fill("/ideer/ny", { ...bench, title: "Flere skraldespande" });
  const reference = referenceIn(sent.location);
  assert.equal((await t.visitor().get(`/ideer/${reference}`)).status, 200);
  assert.match(readOn((await karen.follow(sent)).text), /Se din idé/);
});

test("an idea that is not let through is told its author why, and nobody else", async () => {
  const sent = await t.visitor().fill("/ideer/ny", { ...bench, title: "Køb mine bænke", email: "saelger@example.dk" });
  const reference = referenceIn(sent.location);
  await t.runJobs();
  const signe = await t.as("signe");
  const without = await signe.fill(`/ideer/${reference}/se-efter`, { letThrough: "no" });
  assert.equal(without.status, 422);
  assert.match(readOn(without.text), /Hvorfor ikke/);
  assert.equal(
    (await signe.fill(`/ideer/${reference}/se-efter`, { letThrough: "no", reason: "Det er reklame for et firma." })).status,
    303,
  );
  assert.equal((await t.visitor().get(`/ideer/${reference}`)).status, 404);
  const [asked] = await mailsTo("saelger@example.dk");
  await t.visitor().fill(linkIn(asked?.plain ?? "", "/ideer/bekraeft/"), {});
  assert.equal((await t.visitor().get(`/ideer/${reference}`)).status, 404, "the author's yes does not undo it");
  await t.runJobs();
  assert.match((await mailsTo("saelger@example.dk")).at(-1)?.plain ?? "", /Det er reklame for et firma/);
});

test("what is missing is said at the field, and the text still stands there", async () => {
  const visitor = t.visitor();
  const sent = await visitor.fill("/ideer/ny", { title: "", text: bench.text, where: "", email: "karen.eksempel.dk" });
  assert.equal(sent.status, 422);
  const page = readOn(sent.text);
  assert.match(page, /Der mangler 3 ting/);
  assert.match(page, /Skriv, hvad din idé går ud på/);
  assert.match(page, /Vælg et sted/);
  assert.match(page, /navn@eksempel\.dk/);
  assert.ok(sent.text.includes(bench.text));
});

test("a CPR number is refused, and kept nowhere", async () => {
  const sent = await t.visitor().fill("/ideer/ny", { ...bench, text: "Min mor, 010250-1234, kan ikke gå så langt." });
  assert.equal(sent.status, 422);
  assert.match(readOn(sent.text), /cpr-nummer/);
  const kept = await t.world.read.selectFrom("ideas.idea").select("id").where("text", "like", "%010250%").execute();
  assert.deepEqual(kept, []);
});

test("the same form sent twice makes one idea, and shows the same code", async () => {
  const visitor = t.visitor();
  const { _key, _token } = await visitor.open("/ideer/ny");
  t.clock.advance(5_000);
  const values = { _key, _token, _web: "", ...bench, title: "Kun én gang" };
  const first = await visitor.post("/ideer/ny", values);
  const second = await visitor.post("/ideer/ny", values);
  assert.equal(first.status, 303);
  assert.equal(first.location, second.location);
  const made = await t.world.read.selectFrom("ideas.idea").select("id").where("title", "=", "Kun én gang").execute();
  assert.equal(made.length, 1);
});

test("a robot is met: too fast, a filled trap, and too many from one address", async () => {
  const visitor = t.visitor("192.0.2.7");
  const { _key, _token } = await visitor.open("/ideer/ny");
  assert.match(readOn((await visitor.post("/ideer/ny", { _key, _token, _web: "", ...bench })).text), /gik meget hurtigt/);
  t.clock.advance(5_000);
  assert.equal((await visitor.post("/ideer/ny", { _key, _token, _web: "http://spam.example", ...bench })).status, 422);
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1)
    statuses.push((await visitor.fill("/ideer/ny", { ...bench, title: `Idé nummer ${count}` })).status);
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 303), 429]);
});

test("the area is found from the words when the writer leaves it open", async () => {
  const sent = await t.visitor("192.0.2.8").fill("/ideer/ny", {
    title: "Lektiehjælp på skolen",
    text: "Kan eleverne få lektiehjælp i klassen efter skole? Lærerne har travlt.",
    where: "hele-kommunen",
  });
  const idea = await anyIdea.find(t.world.read, referenceIn(sent.location), { actor: system, lock: false });
  assert.equal(idea?.areaSlug, "boern-og-skole");
  assert.equal(idea.localityName, null);
});

test("an idea may be half-finished, and whoever reads it is asked to build on it", async () => {
  const { answer: made } = await t.perform(submit, {
    as: "karen",
    input: {
      title: "Noget med fuglekasser",
      text: "Jeg ved ikke helt hvordan.",
      where: "langaa",
      area: "miljoe-og-teknik",
      halfDone: true,
    },
  });
  const page = readOn((await t.visitor().get(`/ideer/${String(made.reference)}`)).text);
  assert.match(page, /Idéen er halvfærdig\. Kom gerne med spørgsmål, og byg videre på den\./);
});
