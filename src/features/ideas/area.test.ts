// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { acknowledge, answer, look, move, submit, takeBack } from "./operations.ts";
import { linkIn, readOn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

async function send(title: string, by: string | null = "karen"): Promise<string> {
  const { answer: made } = await t.perform(submit, {
    ...(by ? { as: by } : {}),
    input: {
      title,
      text: "Den her idé skal have et svar.",
      where: "langaa",
      area: "miljoe-og-teknik",
      phone: "12 34 56 78",
      name: "Karen",
    },
  });
  return String(made.reference);
}
/** An idea that nobody has claimed, and that everybody can see. */
async function nobodys(title: string): Promise<string> {
  const reference = await send(title, null);
  await t.perform(look, { as: "signe", reference, input: { letThrough: "yes" } });
  return reference;
}
const heardBy = async (address: string): Promise<string[]> => {
  await t.runJobs();
  return (await t.mails()).filter((mail) => mail.recipient === address).map((mail) => mail.subject);
};
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const wrong = (fields: Record<string, string>) => (error: unknown) =>
  error instanceof Refusal && JSON.stringify(error.fields) === JSON.stringify(fields);
const reason = "Det har vi talt om på et møde.";

test("everyone who follows hears the answer, once each, with a way to say no to the next mail", async () => {
  const reference = await send("Mange følger den");
  const ruth = await t.as("ruth");
  assert.equal((await ruth.fill(`/foelg/${reference}`, {})).status, 303);
  const page = readOn((await ruth.get(`/ideer/${reference}`)).text);
  assert.match(page, /Hold op med at følge 2 følger med\./);
  await t.perform(answer, { as: "signe", reference, input: { status: "investigating", reason, newDay: "2026-12-04" } });
  await t.runJobs();
  const mails = (await t.mails()).filter((mail) => mail.subject === "Svar: Mange følger den");
  assert.deepEqual(mails.map((mail) => mail.recipient).toSorted(), ["karen@example.dk", "ruth@example.dk"]);
  assert.ok(
    mails.every((mail) => mail.plain.includes("Vi undersøger") && mail.plain.includes(reason)),
    "the answer itself stands in the mail",
  );
  const toRuth = mails.find((mail) => mail.recipient === "ruth@example.dk")?.plain ?? "";
  assert.doesNotMatch(mails.find((mail) => mail.recipient === "karen@example.dk")?.plain ?? "", /Følg ikke/, "the author always hears");
  assert.equal((await t.visitor().fill(linkIn(toRuth, "/foelg/nej/"), {})).status, 303);
  await t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", reason } });
  assert.equal((await heardBy("ruth@example.dk")).filter((subject) => subject === "Svar: Mange følger den").length, 1);
});

test("an idea with the wrong people goes on to the right ones, and no day moves", async () => {
  const reference = await send("Den ligger forkert");
  const before = readOn((await t.visitor().get(`/ideer/${reference}`)).text);
  const signe = await t.as("signe");
  const same = await signe.fill(`/ideer/${reference}/flyt`, { area: "miljoe-og-teknik" });
  assert.match(readOn(same.text), /ligger der allerede/);
  const moved = await signe.fill(`/ideer/${reference}/flyt`, { area: "boern-og-skole" });
  const after = readOn((await signe.follow(moved)).text);
  assert.match(after, /Idéen er givet videre\. Tine får besked/);
  assert.match(after, /Nu svarer Børn og Skole\. Datoen står fast/);
  for (const day of ["torsdag 26. november", "mandag 14. december"]) assert.ok(before.includes(day) && after.includes(day), day);
  await assert.rejects(t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", reason } }), refusal("forbidden"));
  assert.ok((await heardBy("tine@example.dk")).includes("Idé givet videre til dig: Den ligger forkert"));
  await t.perform(answer, { as: "tine", reference, input: { status: "we-do-it", reason } });
});

test("the deputy answers like the contact person; the secretariat follows up but does not answer for others", async () => {
  const reference = await send("Når Signe er væk");
  await assert.rejects(t.perform(answer, { as: "lone", reference, input: { status: "we-do-it", reason } }), refusal("forbidden"));
  await assert.rejects(t.perform(acknowledge, { as: "karen", reference, input: {} }), refusal("forbidden"));
  await t.perform(answer, { as: "bo", reference, input: { status: "we-do-it", reason } });
  assert.match(readOn((await t.visitor().get(`/ideer/${reference}`)).text), /Bo Thorsen Miljø og Teknik/);
});

test("an idea without an author goes into another that is not itself part of one", async () => {
  const [whole, part, third] = [await nobodys("Den store idé"), await nobodys("Den lille idé"), await nobodys("Den mindste idé")];
  const into = (reference: string, partOf: string) =>
    t.perform(answer, { as: "signe", reference, input: { status: "part-of", reason, partOf } });
  await assert.rejects(into(part, ""), wrong({ partOf: "required" }));
  await assert.rejects(into(part, part), wrong({ partOf: "itself" }));
  await assert.rejects(into(part, "I-2026-9999"), wrong({ partOf: "unknown" }));
  await assert.rejects(into(part, "vrøvl"), wrong({ partOf: "unknown" }));
  await into(part, whole.toLowerCase());
  await assert.rejects(into(third, part), wrong({ partOf: "part" }));
  await assert.rejects(into(whole, part), wrong({ partOf: "part" }), "two that point at each other");
  assert.match(readOn((await t.visitor().get(`/ideer/${part}`)).text), /Indgår i »Den store idé«/);
  assert.match(readOn((await t.visitor().get(`/ideer/${whole}`)).text), /Lagt sammen med den her Den lille idé/);
  const links = await t.world.read.selectFrom("platform.link").select("relation").where("relation", "=", "part-of").execute();
  assert.equal(links.length, 1);
});

test("what an answer lacks is said at its field, and what was written still stands there", async () => {
  const reference = await send("Den svære");
  const signe = await t.as("signe");
  const page = await signe.fill(`/ideer/${reference}/svar`, {
    status: "not-possible",
    reason: "Det kan ikke lade sig gøre her.",
    newDay: "",
    partOf: "",
    possibleIf: "",
    nextStep: "",
  });
  assert.equal(page.status, 422);
  assert.match(readOn(page.text), /Der mangler 2 ting, .* Et nej siger også, hvad der skulle til/);
  assert.match(page.text, /Det kan ikke lade sig gøre her\./);
  assert.match(page.text, /value="not-possible" checked|checked[^>]*value="not-possible"/);
});

test("a no says what would make it possible, or which rule stands in the way, and shows which of the two it is", async () => {
  const no = { status: "not-possible", reason, nextStep: "Spørg hos Naturstyrelsen." };
  for (const [byRule, words] of [
    [undefined, "Hvad skulle der til? Loven ændres."],
    ["on", "Reglen, der står i vejen Loven ændres."],
  ] as const) {
    const reference = await send("Et nej");
    const signe = await t.as("signe");
    const sent = await signe.fill(`/ideer/${reference}/svar`, { ...no, possibleIf: "Loven ændres.", ...(byRule ? { byRule } : {}) });
    assert.match(readOn((await signe.follow(sent)).text), new RegExp(words.replaceAll("?", "\\?")));
    assert.ok((await heardBy("karen@example.dk")).length > 0);
  }
});

test("an answer that has been given cannot be given again", async () => {
  const reference = await send("Kun én gang");
  const signe = await t.as("signe");
  await t.perform(answer, { as: "signe", reference, input: { status: "we-do-it", reason } });
  const again = await signe.fill(`/ideer/${reference}/svar`, { status: "you-do-we-help", reason });
  assert.equal(again.status, 409);
  assert.match(readOn(again.text), /Idéen har fået sit endelige svar/);
});

test("the phone number is for who answers, and for nobody else", async () => {
  const reference = await send("Ring til mig");
  const shows = async (who: string) =>
    readOn((await (await t.as(who)).get(`/ideer/${reference}`)).text).includes("12 34 56 78 Svar på idéen");
  assert.equal(await shows("signe"), true);
  for (const who of ["karen", "jens", "ruth"]) assert.equal(await shows(who), false, who);
  const { body } = await t.visitor().json("GET", `/api/v1/ideas/${reference}`);
  assert.ok(!JSON.stringify(body).includes("12 34 56 78"));
});

test("not there and not yours are the same page", async () => {
  const reference = await send("Den holdte", null);
  const mehmet = await t.as("mehmet");
  const bare = (text: string) => text.replaceAll(/I-\d{4}-\d{4}/g, "").replaceAll(/name="_(key|token)" value="[^"]*"/g, "");
  for (const client of [t.visitor(), mehmet]) {
    for (const below of ["", "/tak", "/svar", "/se-efter", "/traek-tilbage"]) {
      const [held, missing] = [await client.get(`/ideer/${reference}${below}`), await client.get(`/ideer/I-2026-9999${below}`)];
      assert.equal(held.status, 404, below);
      assert.equal(missing.status, 404, below);
      assert.equal(bare(held.text), bare(missing.text), below);
    }
  }
});

test("who takes an idea back is the only one who still sees it, with the municipality; followers hear of it", async () => {
  const reference = await send("Alligevel ikke");
  const ruth = await t.as("ruth");
  await ruth.fill(`/foelg/${reference}`, {});
  const karen = await t.as("karen");
  await assert.rejects(t.perform(takeBack, { as: "ruth", reference, input: {} }), refusal("forbidden"));
  const back = await karen.fill(`/ideer/${reference}/traek-tilbage`, {});
  assert.match(readOn((await karen.follow(back)).text), /Du har trukket idéen tilbage/);
  assert.equal((await ruth.get(`/ideer/${reference}`)).status, 404);
  assert.ok((await heardBy("ruth@example.dk")).includes("Trukket tilbage: Alligevel ikke"));
  assert.ok(!(await heardBy("karen@example.dk")).includes("Trukket tilbage: Alligevel ikke"));
  await assert.rejects(t.perform(move, { as: "signe", reference, input: { area: "boern-og-skole" } }), refusal("withdrawn"));
});

test("every page is whole in English", async () => {
  const reference = await send("På engelsk");
  const signe = await t.as("signe");
  for (const address of [
    "",
    "/ny",
    "/hent",
    `/${reference}`,
    `/${reference}/tak`,
    `/${reference}/svar`,
    `/${reference}/kvitter`,
    `/${reference}/flyt`,
  ]) {
    const page = await signe.get(`/en/ideer${address}`);
    assert.equal(page.status, 200, address);
    assert.match(page.text, /<html lang="en"/);
  }
  assert.match(readOn((await signe.get(`/en/ideer/${reference}`)).text), /Received Answer by Monday 14 December/);
});
