// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { followersOf } from "./store.ts";

let t: TestWorld;
let idea: string;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());
beforeEach(async () => {
  t.clock.advance(2 * 60 * 60_000);
  idea = await ideaIn(t, "public");
});

const page = async (who = t.visitor()): Promise<string> => (await who.get(`/ideer/${idea}`)).text;
const write = async (as: string, text: string, more: Record<string, string> = {}) =>
  (await t.as(as)).fill(`/samtale/${idea}/skriv`, { text, ...more });

test("a citizen asks, the contact person answers under it, and both stand on the idea's page with name and part", async () => {
  const sent = await write("mehmet", "Hvem tømmer skraldespanden?", { stand: "question", name: "own" });
  assert.equal(sent.status, 303);
  assert.equal(sent.location, `/ideer/${idea}#k1`);
  const answered = await (await t.as("signe")).fill(`/kommentar/${idea}.1/svar`, { text: "Det gør vi hver tirsdag.", name: "first" });
  assert.equal(answered.location, `/ideer/${idea}#k2`);
  const shown = await page();
  assert.match(shown, /2 kommentarer/);
  assert.match(shown, /ét spørgsmål/);
  assert.match(shown, /<b>Mehmet Yildiz<\/b>/);
  assert.match(shown, /<b>Signe<\/b> <span class="quiet small">kontaktperson, Miljø og Teknik · mandag/);
  assert.match(shown, /class="replies"[\s\S]*Det gør vi hver tirsdag/);
});

test("whoever writes follows from then on", async () => {
  await write("ruth", "Rådet bakker op.");
  const { id } = await t.world.read.selectFrom("platform.thing").select("id").where("reference", "=", idea).executeTakeFirstOrThrow();
  assert.equal((await followersOf(t.world.read, id)).length, 2, "Karen and Ruth");
});

test("one chooses the name that is shown; who holds a part in the municipality does not hide it", async () => {
  await write("mehmet", "Jeg bor lige ved siden af.", { name: "citizen" });
  assert.match(await page(), /<b>En borger<\/b>/);
  assert.doesNotMatch(await page(), /Mehmet/);
  const jens = await write("jens", "Det tager jeg med i udvalget.", { name: "citizen" });
  assert.match(jens.text, /skriv med dit navn eller fornavn/);
  await write("jens", "Det tager jeg med i udvalget.", { name: "own" });
  assert.match(await page(), /<b>Jens Kjeldgaard<\/b> <span class="quiet small">udvalgsmedlem/);
});

test("an answer to an answer stands beside it: there are two levels", async () => {
  await write("mehmet", "Første");
  await (await t.as("ruth")).fill(`/kommentar/${idea}.1/svar`, { text: "Andet" });
  await (await t.as("karen")).fill(`/kommentar/${idea}.2/svar`, { text: "Tredje" });
  const { body } = await t.visitor().json("GET", `/api/v1/things/${idea}/comments`);
  const shape = body as { threads: { number: number; replies: { number: number }[] }[] };
  assert.deepEqual(
    shape.threads.map(({ number, replies }) => [number, replies.map((one) => one.number)]),
    [[1, [2, 3]]],
  );
});

test("a hard word is shown back once with what was written, and sent as it is by a second button", async () => {
  const mehmet = await t.as("mehmet");
  const back = await mehmet.fill(`/samtale/${idea}/skriv`, { text: "Sikke nogle idioter.", stand: "against" });
  assert.equal(back.status, 422);
  assert.match(back.text, /Vil du sige det sådan\?/);
  assert.match(back.text, /Sikke nogle idioter\.<\/textarea>/);
  assert.match(back.text, /name="asItIs" value="yes"[^>]*>[\s\S]*?Send som det er/);
  assert.doesNotMatch(await page(), /idioter/);
  assert.equal(
    (await mehmet.fill(`/samtale/${idea}/skriv`, { text: "Sikke nogle idioter.", stand: "against", asItIs: "yes" })).status,
    303,
  );
  assert.match(await page(), /idioter/);
});

test("under a half-finished idea nobody is against it: one builds on it or asks", async () => {
  idea = await ideaIn(t, "half-done");
  const form = await (await t.as("mehmet")).get(`/samtale/${idea}/skriv`);
  assert.match(form.text, /Byg videre på den, eller spørg/);
  assert.doesNotMatch(form.text, /value="against"/);
  const refused = await write("mehmet", "Nej tak.", { stand: "against" });
  assert.match(refused.text, /Her kan du ikke være imod endnu/);
  assert.equal((await write("mehmet", "Og en tavle til båden?", { stand: "question" })).status, 303);
});

test("a comment can be corrected until somebody answers, and what stood there before can be read", async () => {
  await write("mehmet", "Vi har brug for én bænk.");
  const mehmet = await t.as("mehmet");
  assert.match(await page(mehmet), /Ret eller tag tilbage/);
  assert.equal((await mehmet.fill(`/kommentar/${idea}.1/ret`, { text: "Vi har brug for to bænke." })).status, 303);
  assert.match(await page(), /to bænke[\s\S]*Rettet mandag[\s\S]*én bænk/);
  await (await t.as("ruth")).fill(`/kommentar/${idea}.1/svar`, { text: "Enig." });
  const late = await mehmet.get(`/kommentar/${idea}.1/ret`);
  assert.match(late.text, /Nogen har svaret/);
});

test("what is taken back is gone whole, and the answers to it stay", async () => {
  await write("mehmet", "Hemmeligheden er aebleskrog.", { stand: "for" });
  const mehmet = await t.as("mehmet");
  await mehmet.fill(`/kommentar/${idea}.1/ret`, { text: "Hemmeligheden er paereskrog." });
  await (await t.as("ruth")).fill(`/kommentar/${idea}.1/svar`, { text: "Det er et svar." });
  assert.equal((await mehmet.fill(`/kommentar/${idea}.1/tag-tilbage`, {})).status, 303);
  const shown = await page();
  assert.match(shown, /Kommentaren er taget tilbage\.[\s\S]*Det er et svar/);
  assert.doesNotMatch(shown, /skrog|Mehmet/);
  const { rows } = await t.world.readPool.query(
    "SELECT count(*) FROM (SELECT text FROM dialogue.comment UNION ALL SELECT text FROM dialogue.correction) AS said WHERE text LIKE '%skrog%'",
  );
  assert.equal(Number(rows[0].count), 0);
});

test("a link is shown as it was written, and leads nowhere", async () => {
  await write("mehmet", "Se https://example.dk/<b>her</b>");
  assert.match(await page(), /Se https:\/\/example\.dk\/&lt;b>her&lt;\/b>/);
  assert.doesNotMatch(await page(), /href="https:\/\/example\.dk/);
});

test("a visitor is told to log in, and comes back to the form", async () => {
  const form = await t.visitor().get(`/samtale/${idea}/skriv`);
  assert.match(form.text, new RegExp(`/log-ind\\?tilbage=${encodeURIComponent(`/samtale/${idea}/skriv`)}`));
});

test("a person writes at most twenty comments in an hour, and hears when there are more", async () => {
  for (let number = 0; number < 20; number += 1) assert.equal((await write("ruth", `Nummer ${number}`)).status, 303);
  assert.equal((await write("ruth", "Én for meget")).status, 429);
});

test("more than fifty threads go on another page, without a gap", async () => {
  await t.world.writePool.query(
    `INSERT INTO dialogue.comment (thing, number, person, text, at)
     SELECT thing.id, number, person.id, 'Tråd ' || number, now() FROM platform.thing, people.person, generate_series(1, 60) number
     WHERE thing.reference = $1 AND person.demo_key = 'ruth'`,
    [idea],
  );
  t.world.versions.moved(["comment"]);
  const first = await page();
  assert.match(first, /60 kommentarer/);
  assert.match(first, /Tråd 50<[\s\S]*samtale\/[^"]*\?after=50/);
  assert.doesNotMatch(first, /Tråd 51/);
  const rest = (await t.visitor().get(`/samtale/${idea}?after=50`)).text;
  assert.match(rest, /Tråd 51<[\s\S]*Tråd 60</);
  const sent = await write("mehmet", "Nummer enogtres");
  assert.equal(sent.location, `/samtale/${idea}?after=60#k61`);
});

test("whoever logs in by mail on the way to the form comes to the form, by the link and by the code", async () => {
  const form = `/samtale/${idea}/skriv`;
  for (const by of ["link", "code"] as const) {
    const visitor = t.visitor(by === "link" ? "10.9.0.1" : "10.9.0.2");
    const { text } = await visitor.get(`/log-ind?tilbage=${encodeURIComponent(form)}`);
    assert.match(text, new RegExp(`name="back" value="${form}"`));
    const asked = await visitor.fill("/log-ind", { email: "mehmet@example.dk", back: form, _back: form });
    await t.runJobs();
    const mail = (await t.mails()).filter(({ recipient }) => recipient === "mehmet@example.dk").at(-1);
    const link = /\/log-ind\/link\/\S+/.exec(mail?.plain ?? "")?.[0] ?? "";
    const code = /\d{3} \d{3}/.exec(mail?.subject ?? "")?.[0] ?? "";
    const [where = ""] = (by === "link" ? link : (asked.location ?? "")).split("#");
    assert.match(where, /tilbage=/);
    const [path = ""] = where.split("?");
    const come = await visitor.fill(path, { _back: form, ...(by === "code" ? { code } : {}) });
    assert.equal(come.location, form);
  }
  const lured = await t.visitor("10.9.0.3").get(`/log-ind?tilbage=${encodeURIComponent("//ond.example/")}`);
  assert.doesNotMatch(lured.text, /ond\.example/);
});
