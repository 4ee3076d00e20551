// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { tell } from "./operations.ts";
import { aListing, readOn, referenceIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const mailsTo = async (address: string) => (await t.mails()).filter((mail) => mail.recipient === address);
const ideaIn = (address: string | undefined): string => /I-\d{4}-\d+/.exec(address ?? "")?.[0] ?? "";

test("Signe asks, Karen and Mehmet answer with ideas, and each hears what became of the answer", async () => {
  let signe = await t.as("signe");
  const drafted = await signe.fill("/paa-vej/ny", aListing);
  assert.equal(drafted.status, 303, readOn(drafted.text));
  const reference = referenceIn(drafted.location);
  assert.match(readOn((await signe.follow(drafted)).text), /Kladden er gemt/);
  assert.equal((await t.visitor().get(`/paa-vej/${reference}`)).status, 404, "nobody else sees the draft");
  assert.equal((await (await t.as("mehmet")).get(`/paa-vej/${reference}`)).status, 404);

  assert.equal((await signe.fill(`/paa-vej/${reference}/ret`, { ...aListing, title: "Cykelsti til Langå" })).status, 303);
  assert.equal((await signe.fill(`/paa-vej/${reference}/vis`, {})).status, 303);
  const page = readOn((await t.visitor().get(`/paa-vej/${reference}`)).text);
  assert.match(page, /Cykelsti til Langå.*Vi spørger dig.*»Hvor er det svært at komme over vejen\?«/);
  assert.match(page, /Du kan svare til og med fredag 4\. december\. Du hører fra os senest tirsdag 29\. december/);
  assert.match(page, /Ja, 73 dage før beslutningen/);
  assert.match(readOn((await t.visitor().get("/paa-vej")).text), /Det spørger vi dig om nu.*Cykelsti til Langå/);

  const tellNow = () => t.perform(tell, { as: "signe", reference, input: { heard: "Vi hørte meget.", doing: "Vi går i gang." } });

  const karen = await t.as("karen");
  const form = await karen.get(`/ideer/ny?om=${reference}`);
  assert.match(readOn(form.text), /Svar på spørgsmålet.*»Hvor er det svært.*Du får svar senest tirsdag 29\. december/);
  const answer = { where: "langaa", about: reference };
  const hers = await karen.fill("/ideer/ny", {
    ...answer,
    title: "Krydset ved mejeriet",
    text: "Der er bilerne hurtige, og børn skal over.",
  });
  assert.equal(hers.status, 303, readOn(hers.text));
  const mehmet = await t.as("mehmet");
  const his = await mehmet.fill("/ideer/ny", { ...answer, title: "En bro over banen", text: "En bro ville spare os for hele svinget." });
  const [hersIs, hisIs] = [ideaIn(hers.location), ideaIn(his.location)];
  assert.match(readOn((await t.visitor().get(`/paa-vej/${reference}`)).text), /2 svar Krydset ved mejeriet.*En bro over banen/);
  assert.match(readOn((await t.visitor().get(`/ideer/${hersIs}`)).text), /Svarer på Cykelsti til Langå/);
  const ruth = await t.as("ruth");
  assert.equal((await ruth.fill(`/foelg/${reference}`, {})).status, 303);

  await assert.rejects(tellNow(), { code: "still-asking" });
  t.clock.set("2026-12-07T10:00:00+01:00");
  signe = await t.as("signe");
  const closed = await (
    await t.as("karen")
  ).fill("/ideer/ny", { ...answer, title: "For sent på den", text: "Jeg nåede det ikke før i dag." });
  assert.equal(closed.status, 422, "the question is over");
  const telling = readOn((await signe.get(`/paa-vej/${reference}/hoert`)).text);
  assert.match(telling, /2 svar venter på jer/);
  assert.doesNotMatch(telling, /Fortæl det til alle/);
  await assert.rejects(tellNow(), { code: "without-fate" });

  const weigh = (idea: string, said: Record<string, string>) => signe.fill(`/paa-vej/${reference}/svar/${idea}`, said);
  assert.equal((await weigh(hersIs, { fate: "taken-up", because: "Krydset får en tunnel under vejen." })).status, 303);
  const missing = await weigh(hisIs, { fate: "not", because: "En bro er for dyr i denne omgang." });
  assert.equal(missing.status, 422);
  assert.match(readOn(missing.text), /skal du skrive, hvad der skulle til/);
  await weigh(hisIs, { fate: "not", because: "En bro er for dyr i denne omgang.", possibleIf: "Hvis staten betaler halvdelen." });
  assert.doesNotMatch((await t.visitor().get(`/paa-vej/${reference}`)).text, /tunnel/, "nobody sees a fate before all is told");
  const told = await signe.fill(`/paa-vej/${reference}/hoert`, {
    heard: "Krydset gik igen.\n\nDet så vi ikke.",
    doing: "Vi tegner en tunnel.",
  });
  assert.equal(told.status, 303, readOn(told.text));
  const after = readOn((await t.visitor().get(`/paa-vej/${reference}`)).text);
  assert.match(after, /Det hørte vi, det gør vi Krydset gik igen\. Det så vi ikke\. Det gør vi Vi tegner en tunnel\./);
  assert.match(
    after,
    /Krydset ved mejeriet Krydset får en tunnel.*Det tager vi med.*En bro over banen.*Det tager vi ikke med Hvad skulle der til\? Hvis staten/,
  );
  assert.match(after, /Vi lovede svar senest tirsdag 29\. december 2026\. Det holdt vi\./);

  await t.runJobs();
  const idea = readOn((await t.visitor().get(`/ideer/${hersIs}`)).text);
  assert.match(idea, /Indgår i.*Krydset får en tunnel/, idea);
  assert.match(readOn((await t.visitor().get(`/ideer/${hisIs}`)).text), /Det kan ikke lade sig gøre.*Hvis staten betaler halvdelen/);
  const about = (address: string, words: RegExp) => mailsTo(address).then((mails) => mails.filter(({ plain }) => words.test(plain)).length);
  assert.equal(await about("karen@example.dk", /Krydset får en tunnel/), 1, "once, as the answer to her idea");
  assert.equal(await about("mehmet@example.dk", /En bro er for dyr/), 1);
  assert.equal(await about("ruth@example.dk", /Krydset gik igen/), 1, "who follows the listing hears the whole");
  assert.equal(
    (await weigh(hersIs, { fate: "not", because: "Vi har fortrudt det hele.", possibleIf: "Penge." })).status,
    409,
    "told is told",
  );
});
