// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { importFile, type Counts } from "#platform/import/import-file.ts";
import { escalatePassed } from "./jobs.ts";
import { linkIn, readOn } from "./testing.ts";

let t: TestWorld;
const folder = mkdtempSync(join(tmpdir(), "import-"));
before(async () => {
  t = await openTestWorld();
});
after(async () => {
  rmSync(folder, { recursive: true });
  await t.close();
});

async function bring(lines: string[], ...options: string[]): Promise<{ counts: Counts; said: string }> {
  const file = join(folder, "panel.csv");
  writeFileSync(file, lines.join("\n"));
  const said: string[] = [];
  const counts = await importFile(t.world, ["ideas", file, "--source", "Borgerpanelet 2025", ...options], (line) => said.push(line));
  return { counts, said: said.join("\n").replaceAll("\u00a0", " ") };
}
const all = async () =>
  (
    await t.world.readPool.query<{ reference: string; title: string }>(
      "SELECT reference, title FROM ideas.idea JOIN platform.thing USING (id) ORDER BY reference",
    )
  ).rows;
const page = async (title: string) => {
  const found = (await all()).find((one) => one.title === title);
  return readOn((await t.visitor().get(`/ideer/${found?.reference ?? ""}`)).text);
};

const heading = "id;titel;tekst;sted;område;e-mail;indsendt;status;svar;besvaret";
const bench = "7;En bænk ved åen;Der mangler et sted at hvile sig på turen.;Langå;Miljø og Teknik;;12.3.2025;venter;;";
const answered =
  "8;Lys på stien;Stien er for mørk om vinteren, især ved broen.;8870 langå;;;2025-02-01;Vi gør det;Der kommer lys på stien til efteråret.;01-04-2025";
const hers = "9;En byttereol;Bøger kan skifte hænder på biblioteket.;;;anna@example.dk;;;;";

test("a foreign file comes in; the same file again gives nothing new and says so", async () => {
  const first = await bring([heading, bench, answered, hers]);
  assert.deepEqual(first.counts, { taken: 3, there: 0, changed: 0, refused: 0 });
  assert.match(first.said, /Kilde: Borgerpanelet 2025\. Hentet mandag 23\. november 2026/);
  const before = await all();
  const again = await bring([heading, bench, answered, hers]);
  assert.deepEqual(again.counts, { taken: 0, there: 3, changed: 0, refused: 0 });
  assert.match(again.said, /3 fandtes i forvejen\./);
  assert.deepEqual(await all(), before);
});

test("a line that says something else now is left as it is, and told", async () => {
  const { counts, said } = await bring([heading, bench.replace("En bænk", "To bænke")]);
  assert.deepEqual(counts, { taken: 0, there: 1, changed: 1, refused: 0 });
  assert.match(said, /Linje 2: fandtes i forvejen som I-2026-\d+, men filen siger noget andet nu/);
  assert.ok((await all()).every(({ title }) => title !== "To bænke ved åen"));
});

test("it says where it comes from, and stands at the day when it was written", async () => {
  const read = await page("En bænk ved åen");
  assert.match(read, /Fra »Borgerpanelet 2025«, hentet mandag 23\. november 2026/);
  assert.match(read, /onsdag 12\. marts 2025/);
  assert.match(read, /En borger i Langå/);
});

test("one without an answer gets its days from today and is late by nothing", async () => {
  assert.match(await page("En bænk ved åen"), /senest (tirsdag|mandag|onsdag|torsdag|fredag) \d+\. december/);
  await escalatePassed(t.world);
  const { rows } = await t.world.readPool.query("SELECT * FROM ideas.escalation");
  assert.deepEqual(rows, []);
});

test("one with an answer comes in answered, of its own day, and nobody here is said to have kept or broken a promise", async () => {
  const read = await page("Lys på stien");
  assert.match(read, /Vi gør det/);
  assert.match(read, /Der kommer lys på stien til efteråret/);
  assert.match(read, /Miljø og Teknik tirsdag 1\. april 2025/);
  assert.match(read, /Svaret blev også givet dér/);
  assert.doesNotMatch(read, /Lovet senest|din kode|enige/);
  assert.doesNotMatch(read.split("Kontaktperson")[0] ?? "", /Signe/, "she did not say it");
});

test("nor does the data that programs read name anybody here for an answer that came along; one given here has its name", async () => {
  const lights = (await all()).find(({ title }) => title === "Lys på stien")?.reference ?? "";
  const answersOn = async (reference: string) => {
    const { body } = await t.visitor().json("GET", `/api/v1/ideas/${reference}`);
    assert.ok(typeof body === "object" && body !== null && "answers" in body);
    return JSON.stringify(body.answers);
  };
  const brought = await answersOn(lights);
  assert.match(brought, /Miljø og Teknik/);
  assert.doesNotMatch(brought, /"person"|Signe/);
  const waiting = (await all()).find(({ title }) => title === "En bænk ved åen")?.reference ?? "";
  const said = { status: "we-do-it", reason: "Ja, den kommer til foråret." };
  await (await t.as("signe")).json("POST", `/api/v1/ideas/${waiting}/answers`, said, { "idempotency-key": "bench-by-signe" });
  assert.match(await answersOn(waiting), /"person":"Signe/);
});

test("an idea with a mailbox is nobody's until its owner says yes; the mail says where it was found", async () => {
  assert.match(await page("En byttereol"), /En borger/);
  await t.runJobs();
  const mail = (await t.mails()).find(({ recipient }) => recipient === "anna@example.dk");
  assert.match(mail?.plain ?? "", /En byttereol[^]*Borgerpanelet 2025/);
  const anna = t.visitor();
  const response = await anna.fill(linkIn(mail?.plain ?? "", "/ideer/bekraeft/"), {});
  assert.equal(response.status, 303);
  const { rows } = await t.world.readPool.query(
    "SELECT owner_person IS NOT NULL AS owned FROM platform.thing JOIN ideas.idea USING (id) WHERE title = 'En byttereol'",
  );
  assert.deepEqual(rows, [{ owned: true }]);
  assert.match(await page("En byttereol"), /En borger/, "and is not named by it");
});

test("nobody but the one who is asked gets a mail, however many ideas come", async () => {
  assert.deepEqual(
    (await t.mails()).map(({ recipient }) => recipient),
    ["anna@example.dk"],
  );
});

test("what cannot be taken is refused with line, field and reason; the others come in", async () => {
  const { counts, said } = await bring([
    heading,
    "20;;Uden titel, men med tekst.;;;;;;;",
    "21;Med cpr;Ring til mig på 010190-1234 om det her.;;;;;;;",
    "22;Et sted;Der bor mennesker her også, kan I tro.;Langaaa;Miljø og Tæknik;;;;;",
    "23;Fremtiden;Den ligger foran os, og den er lang.;;;;2031-01-01;;;",
    "24;Ja tak;Det lyder som en rigtig god idé.;;;;;måske;Det ved vi ikke.;",
    `25;${"Lang".repeat(40)};En titel skal kunne læses på et øjeblik.;;;;;;;`,
    "26;For;mange;felter;her;;;;;;;;",
    "27;Den sidste;Den her er der ikke noget i vejen med.;Hald;;;;;;",
  ]);
  assert.deepEqual(counts, { taken: 1, there: 0, changed: 0, refused: 7 });
  for (const sentence of [
    /Linje 2: titel: Idéen mangler en titel\./,
    /Linje 3: tekst: Der står et cpr-nummer/,
    /Linje 4: sted: Stedet kender vi ikke\. Der står »Langaaa«\. Mente I »Langå«\?/,
    /Linje 4: område: Området kender vi ikke\. Der står »Miljø og Tæknik«\. Mente I »Miljø og Teknik«\?/,
    /Linje 5: indsendt: Datoen ligger ude i fremtiden/,
    /Linje 6: status: Statussen kender vi ikke/,
    /Linje 7: titel: Titlen er for lang/,
    /Linje 8: Linjen har flere eller færre felter/,
    /7 linjer blev afvist/,
  ])
    assert.match(said, sentence);
});

test("a trial says the same and writes nothing", async () => {
  const before = await all();
  const { counts, said } = await bring([heading, "30;En ny idé;Den er ikke set her før.;;;;;;;", "31;;x;;;;;;;", bench], "--dry-run");
  assert.deepEqual(counts, { taken: 1, there: 1, changed: 0, refused: 1 });
  assert.match(said, /Det var en prøve: intet er hentet/);
  assert.deepEqual(await all(), before);
});

test("a line without a number is known by what stands in it", async () => {
  const lines = ["title,text", "Without a number,This line has no number of its own."];
  assert.equal((await bring(lines)).counts.taken, 1);
  assert.equal((await bring(lines)).counts.there, 1);
});

test("a »no« without the two things that our answers say gets honest words in their place", async () => {
  await bring([heading, "40;En svævebane;Fra den ene side af dalen til den anden.;;;;2025-01-05;afvist;Det er der ikke penge til.;"]);
  assert.match(await page("En svævebane"), /Det stod der ikke i det svar, vi hentede/);
});
