// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { watchIntroductions, watchUnanswered } from "./jobs.ts";
import { introduce, reply } from "./operations-introduction.ts";
import { look } from "./operations-broker.ts";
import { submit } from "./operations-writer.ts";
import { bySection, referenceIn, wordsOf } from "./testing.ts";

let t: TestWorld;
before(async () => {
  // Without names for statements their number can be counted.
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

const room = {
  kind: "offer",
  title: "Mødelokale om aftenen",
  text: "Lokalet i kælderen står tomt hver aften. Der er plads til 30.",
  type: "space",
  where: "spentrup",
};
const seekers = {
  kind: "need",
  title: "Et lokale til kor om aftenen",
  text: "Vi er 22, der synger. Vi mangler et lokale om aftenen med plads til 30.",
  type: "space",
  where: "spentrup",
};

const put = async (as: string, input: Record<string, unknown>): Promise<string> =>
  String((await t.perform(submit, { as, input })).answer.reference);
/** Put up and let through. */
async function open(as: string, input: Record<string, unknown>): Promise<string> {
  const reference = await put(as, input);
  const { text } = await (await t.as("lone")).get(`/byttebors/${reference}`);
  if (text.includes("Se efter, og luk ind")) await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  return reference;
}
const desk = async (as = "lone", asked = ""): Promise<string> => {
  const { status, text } = await (await t.as(as)).get(`/byttebors/formidler${asked}`);
  assert.equal(status, 200);
  return text;
};
const days = (count: number): void => t.clock.advance(count * 24 * 60 * 60_000);

test("a new party's post lies on the desk with the day that was promised, and is gone when somebody has looked", async () => {
  const reference = await put("karen", { ...room, title: "Trailer til låns", type: "thing" });
  assert.match(bySection(await desk())["held"] ?? "", /Trailer til låns.*En borger.*Se efter/);
  await t.perform(look, { as: "lone", reference, input: { letThrough: "no", reason: "Skriv lidt mere om den." } });
  assert.equal(bySection(await desk())["held"], undefined, "now it waits for its writer");
});

test("only who brokers has a desk, and a contact person's holds their own area alone", async () => {
  await put("ebba", { ...room, title: "Strikkepinde i alle numre", type: "thing" });
  for (const key of ["karen", "mehmet"]) assert.equal((await (await t.as(key)).get("/byttebors/formidler")).status, 403);
  assert.equal((await t.visitor().get("/byttebors/formidler")).status, 403);
  const { rows } = await t.world.readPool.query<{ slug: string }>(
    "SELECT area.slug FROM platform.thing JOIN exchange.post USING (id) JOIN places.area ON area.id = thing.area WHERE title LIKE 'Strikkepinde%'",
  );
  assert.ok(rows[0]);
  const signe = await desk("signe");
  assert.equal(signe.includes("Strikkepinde"), rows[0].slug === "miljoe-og-teknik");
  assert.match(await desk(), /Strikkepinde/);
});

test("who cannot be written to is called; when they have answered themselves nobody needs to call", async () => {
  const offer = await open("naja", { ...room, organisation: "nordlys", routing: "brokered" });
  const asked = await t.perform(introduce, {
    as: "mehmet",
    reference: offer,
    input: { greeting: "Hej. Må vi låne lokalet en aften?", shareEmail: "on" },
  });
  const introduction = String(asked.answer.reference);
  const row = bySection(await desk())["to-do"] ?? "";
  assert.match(row, /Mødelokale om aftenen.*Nordlys.*Mehmet.*Skal ringes op.*Skriv svaret/);
  assert.match(bySection(await desk())["asked"] ?? "", /Mødelokale om aftenen.*Vi venter på svar fra Nordlys/);
  await t.perform(reply, { as: "naja", reference: introduction, input: { yes: "yes", shareEmail: "on" } });
  const after = bySection(await desk());
  assert.doesNotMatch(after["to-do"] ?? "", /Mødelokale om aftenen/);
  assert.doesNotMatch(after["asked"] ?? "", /Mødelokale om aftenen/);
});

test("what is late stands first, and says by how many days", async () => {
  const need = await open("mehmet", { ...seekers, organisation: "if-aasvinget" });
  await t.perform(introduce, {
    as: "naja",
    reference: need,
    input: { organisation: "nordlys", greeting: "Hej. Brug vores kantine.", shareEmail: "on" },
  });
  days(7);
  await watchIntroductions(t.world);
  assert.match(bySection(await desk())["to-do"] ?? "", /Et lokale til kor.*Den ene svarer ikke/);
  days(9);
  const words = bySection(await desk())["to-do"] ?? "";
  assert.match(words, /2 dage over.*Et lokale til kor/);
  await watchIntroductions(t.world);
  assert.doesNotMatch(bySection(await desk())["to-do"] ?? "", /Et lokale til kor/, "it has lapsed: there is nothing to wait for");
});

test("a post that nobody answered stands with whom it may fit and why, and one press leads to bringing the two together", async () => {
  const offer = await open("naja", { ...room, title: "Kantine til en sammenkomst om aftenen", organisation: "nordlys" });
  const need = await open("sofie", { ...seekers, title: "Kantine til folkedans om aftenen" });
  const fresh = await desk("lone", "?tab=fits");
  assert.match(
    bySection(fresh)["pairs"] ?? "",
    /Kantine til folkedans.*Passer måske med Kantine til en sammenkomst|Kantine til en sammenkomst.*Passer måske med Kantine til folkedans/,
  );
  assert.doesNotMatch(bySection(fresh)["waiting"] ?? "", /folkedans/);
  days(8);
  const waiting = await desk("lone", "?tab=fits");
  assert.match(bySection(waiting)["waiting"] ?? "", /Kantine til folkedans/);
  const lone = await t.as("lone");
  const link = new RegExp(`/byttebors/(?:${need}/formidl\\?til=${offer}|${offer}/formidl\\?til=${need})`).exec(waiting)?.[0] ?? "";
  assert.match((await lone.get(link)).text, /Jeg tror, I to kan hjælpe hinanden/);
  const sent = await lone.fill(link, { other: link.slice(-need.length), greeting: "I danser, og de har et gulv." });
  assert.equal(sent.status, 303);
  assert.match(referenceIn(sent.location), /^F-/);
  assert.doesNotMatch(await desk("lone", "?tab=fits"), /Kantine til folkedans/);
});

test("a post without an answer in fourteen days is to be followed up: the note closes it, and contact does so by itself", async () => {
  const [first, second] = [
    await open("naja", { ...room, title: "Fjorten stole" }),
    await open("naja", { ...room, title: "Seksten stole" }),
  ];
  days(15);
  await watchUnanswered(t.world);
  assert.match(bySection(await desk())["to-do"] ?? "", /Fjorten stole.*Ingen har meldt sig.*Find nogen/);
  const lone = await t.as("lone");
  const closed = await lone.fill(`/byttebors/${first}/opfoelgning?why=no-contact`, {
    why: "no-contact",
    note: "Ringede til tre foreninger.",
  });
  assert.equal(closed.location, `/byttebors/${first}?nyt=followed-up`);
  assert.doesNotMatch(bySection(await desk())["to-do"] ?? "", /Fjorten stole/);
  assert.match((await lone.get(`/byttebors/${first}?nyt=followed-up`)).text, /Det er ude af bunken/);
  assert.match(bySection(await desk())["to-do"] ?? "", /Seksten stole/);
  await t.perform(introduce, { as: "mehmet", reference: second, input: { greeting: "Hej. Dem kan vi bruge.", shareEmail: "on" } });
  assert.doesNotMatch(bySection(await desk())["to-do"] ?? "", /Seksten stole/);
  const again = await lone.fill(`/byttebors/${first}/opfoelgning`, { why: "no-contact", note: "En gang til." }).catch(() => undefined);
  assert.notEqual(again?.status, 303, "what is done is done");
});

/** How many rows a section has, what its heading counts, and where its link to all of it leads. */
function sectionOf(html: string, id: string): { rows: number; counted: string; all: string | undefined; says: string } {
  const [, inside = ""] = new RegExp(`<section[^>]*aria-labelledby="${id}"[^>]*>([^]*?)</section>`).exec(html) ?? [];
  return {
    rows: inside.split("<li").length - 1,
    counted: wordsOf(/<h2[^]*?<\/h2>/.exec(inside)?.[0] ?? "").trim(),
    all: /href="([^"]*section=[^"]*)"/.exec(inside)?.[1],
    says: wordsOf(inside),
  };
}

test("of each section the five most urgent stand on the desk, and a link opens the section alone with all of it", async () => {
  await put("karen", { ...room, title: "Sækkevogn til låns", type: "thing" });
  days(1);
  for (const at of [1, 2, 3, 4, 5, 6, 7]) await put("karen", { ...room, title: `Trailer nummer ${at} til låns`, type: "thing" });
  const whole = sectionOf(await desk(), "held");
  assert.equal(whole.rows, 5);
  assert.equal(whole.all, "/byttebors/formidler?section=held");
  assert.match(whole.says, /Sækkevogn/, "it was promised sooner");
  assert.doesNotMatch(whole.says, /nummer 7/);
  const all = Number(/\d+/.exec(whole.counted)?.[0]);
  assert.ok(all >= 8, whole.counted);
  assert.match(whole.says, new RegExp(`Vis alle ${all} ?: Skal ses efter`), "read aloud it says all of what");
  const page = await desk("lone", "?section=held");
  const alone = sectionOf(page, "held");
  assert.deepEqual([alone.rows, alone.counted, alone.all], [all, whole.counted, undefined]);
  assert.match(alone.says, /nummer 7/);
  assert.deepEqual(Object.keys(bySection(page)), ["held"], "and nothing else");
  assert.match(page, /<title>Skal ses efter · Formidlerens bord/);
  assert.match(page, /<a href="\/byttebors\/formidler">Til hele bordet<\/a>/);
  const english = (await (await t.as("lone")).get("/en/byttebors/formidler")).text;
  assert.match(sectionOf(english, "held").says, new RegExp(`To be looked at ${all} .*Show all ${all} ?: To be looked at`));
});

test("a section that is empty says so and leads back to the desk; for one that is not there the whole desk opens", async () => {
  const none = wordsOf(await desk("signe", "?section=asked"));
  assert.match(none, /Venter på et ja: ingen lige nu.*Til hele bordet/);
  assert.equal(sectionOf(await desk("lone", "?section=held'--"), "held").rows, 5);
});

test("the desk counts no further than what it holds, and says that there is more", async () => {
  for (let at = 0; at < 201; at += 1) await put("ebba", { ...room, title: `Stol nummer ${at}`, type: "thing" });
  const page = await desk();
  const whole = sectionOf(page, "held");
  assert.deepEqual([whole.rows, whole.counted], [5, "Skal ses efter over 200"]);
  assert.match(whole.says, /Vis de 200, der haster mest/);
  assert.match(wordsOf(page), /Mere end 200 ting venter på dig/);
  const alone = sectionOf(await desk("lone", "?section=held"), "held");
  assert.deepEqual([alone.rows, alone.all], [200, undefined]);
  assert.match(alone.says, /Resten kommer frem/);
});

test("the desk asks the database at most as often as one thing's page may, however much lies on it", async () => {
  const lone = await t.as("lone");
  for (const asked of ["", "?section=to-do", "?tab=fits"]) {
    await lone.get(`/byttebors/formidler${asked}`);
    const count = await countQueries(t.world.readPool, () => lone.get(`/byttebors/formidler${asked}`));
    assert.ok(count <= 8, `${asked}: ${count} queries`);
  }
});
