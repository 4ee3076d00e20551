// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countQueries } from "#platform/db/testing.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { look } from "./operations-broker.ts";
import { agree, introduce, reply } from "./operations-introduction.ts";
import { tellOutcome } from "./operations-outcome.ts";
import { submit, takeBack } from "./operations-writer.ts";
import { privacy } from "./privacy.ts";
import { bySection, wordsOf } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld({ env: { NAMED_STATEMENTS: "0" } });
});
after(() => t.close());

async function open(as: string, input: Record<string, unknown>): Promise<string> {
  const reference = String((await t.perform(submit, { as, input })).answer.reference);
  const { text } = await (await t.as("lone")).get(`/byttebors/${reference}`);
  if (text.includes("Se efter, og luk ind")) await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  return reference;
}

const planks = {
  kind: "offer",
  title: "Planker af eg",
  text: "Planker, der blev til overs. De er tørre.",
  type: "thing",
  where: "spentrup",
  organisation: "nordlys",
};

/** Somebody answers a post, and it comes about. */
async function helped(
  post: string,
  as: string,
  owner: string,
  { thanks, hours }: { thanks?: string; hours?: string } = {},
  own: object = {},
) {
  const share = { shareEmail: "on" };
  const input = { greeting: "Hej. Det vil vi gerne.", ...share, ...own };
  const reference = String((await t.perform(introduce, { as, reference: post, input })).answer.reference);
  await t.perform(reply, { as: owner, reference, input: { yes: "yes", ...share } });
  await t.perform(agree, { as, reference, input: { what: "Vi henter dem ved porten hos Preben", onDay: "2026-11-23" } });
  await t.perform(tellOutcome, { as, reference, input: { happened: "yes", ...(thanks && { thanks, thanksPublic: "on" }) } });
  await t.perform(tellOutcome, { as: owner, reference, input: { happened: "yes", ...(hours && { hours }) } });
}
const page = async (client = t.visitor()): Promise<string> => (await client.get("/byttebors/deltager/nordlys")).text;

test("an organisation's page says who they are, what stands open, and what they gave and got – and names no person", async () => {
  const post = await open("naja", planks);
  await helped(post, "karen", "naja", { thanks: "Tak for plankerne. Bænken står nu.", hours: "2,5" });
  await helped(post, "mehmet", "naja", { hours: "1" }, { organisation: "if-aasvinget" });
  const { text } = await t.visitor().get("/byttebors/deltager/nordlys");
  const words = wordsOf(text);
  assert.match(words, /Nordlys ApS/);
  assert.match(bySection(text)["posts"] ?? "", /Ét opslag lige nu.*Planker af eg/);
  assert.match(words, /Har givet 2 gange Planker af eg, 2026 .*Planker af eg, 2026/);
  assert.match(words, /IF Åsvinget/);
  assert.match(words, /brugt 3,5 timer/);
  assert.match(bySection(text)["thanks"] ?? "", /Tak for plankerne\. Bænken står nu\. En borger/);
  assert.doesNotMatch(words, /Karen|Mehmet|Preben|example\.dk/);
  const club = wordsOf((await t.visitor().get("/byttebors/deltager/if-aasvinget")).text);
  assert.match(club, /Har fået hjælp én gang Planker af eg, 2026 · Nordlys ApS/);
});

test("thanks stand on an organisation's page only once both have said that it came about", async () => {
  const post = await open("naja", { ...planks, title: "En stige" });
  const share = { shareEmail: "on" };
  const input = { greeting: "Hej. Det vil vi gerne.", ...share };
  const reference = String((await t.perform(introduce, { as: "sofie", reference: post, input })).answer.reference);
  await t.perform(reply, { as: "naja", reference, input: { yes: "yes", ...share } });
  await t.perform(agree, { as: "sofie", reference, input: { what: "Vi henter den", onDay: "2026-11-23" } });
  await t.perform(tellOutcome, { as: "sofie", reference, input: { happened: "yes", thanks: "Hån i takkens klæder.", thanksPublic: "on" } });
  assert.doesNotMatch(await page(), /takkens klæder/);
  await t.perform(tellOutcome, { as: "naja", reference, input: { happened: "no" } });
  assert.doesNotMatch(await page(), /takkens klæder/);
});

test("a post that was taken back is counted, and its title is gone from the page", async () => {
  const post = await open("naja", { ...planks, title: "Maling i en hemmelig farve" });
  await helped(post, "karen", "naja");
  assert.match(wordsOf(await page()), /Har givet 3 gange.*Maling i en hemmelig farve/);
  await t.perform(takeBack, { as: "naja", reference: post, input: {} });
  const words = wordsOf(await page());
  assert.match(words, /Har givet 3 gange/);
  assert.doesNotMatch(words, /hemmelig farve/);
});

test("whoever speaks for it says what it can contribute, for all to see, and takes it away again", async () => {
  const naja = await t.as("naja");
  const words = {
    for: "nordlys",
    types: ["space", "knowledge"],
    text: "Vi har en kantine og to, der kan lave hjemmesider.",
    weekdays: ["thu-evening"],
  };
  const sent = await naja.fill("/byttebors/det-kan-jeg?for=nordlys", words);
  assert.equal(sent.location, "/byttebors/det-kan-jeg?for=nordlys&nyt=saved");
  assert.match(wordsOf((await naja.follow(sent)).text), /Det er gemt/);
  assert.match(bySection(await page())["can"] ?? "", /to, der kan lave hjemmesider.*Lokale, Viden.*torsdag aften/);
  assert.match(wordsOf(await page(naja)), /Ret, hvad I kan bidrage med/);
  const gone = await naja.fill("/byttebors/det-kan-jeg/fjern?for=nordlys", { for: "nordlys" });
  assert.equal(gone.status, 303);
  assert.equal(bySection(await page())["can"], undefined);
});

test("nobody speaks for an organisation that is not theirs", async () => {
  const karen = await t.as("karen");
  assert.equal((await karen.get("/byttebors/det-kan-jeg?for=nordlys")).status, 404);
  const { _key, _token } = await karen.open("/byttebors/det-kan-jeg");
  const words = { for: "nordlys", types: "time", text: "Det har jeg fundet på." };
  const sent = await karen.post("/byttebors/det-kan-jeg", { _key, _token, ...words });
  assert.ok(sent.status === 404 || sent.status === 422, String(sent.status));
  assert.equal(bySection(await page())["can"], undefined);
  assert.equal((await t.visitor().get("/byttebors/det-kan-jeg")).status, 403);
});

test("what is missing is said, and what was written and ticked stays", async () => {
  const karen = await t.as("karen");
  const again = await karen.fill("/byttebors/det-kan-jeg", { text: "Jeg kan sy gardiner.", weekdays: "mon-morning" });
  assert.equal(again.status, 422);
  assert.match(wordsOf(again.text), /Vælg mindst én slags/);
  assert.match(again.text, /Jeg kan sy gardiner/);
  assert.match(again.text, /value="mon-morning"[^>]* checked/);
});

test("a person's own is read by brokers alone, with where to write; erased, it is gone", async () => {
  const karen = await t.as("karen");
  const form = await karen.get("/byttebors/det-kan-jeg");
  assert.match(wordsOf(form.text), /Kun formidlerne ser det og din e-mail/);
  await karen.fill("/byttebors/det-kan-jeg", { types: "skill", text: "Jeg kan sy gardiner og lægge bukser op." });
  const lone = await t.as("lone");
  const seen = (): Promise<string> => lone.get("/byttebors/formidler?tab=profiles").then(({ text }) => bySection(text)["profiles"] ?? "");
  assert.match(await seen(), /Karen Holm.*Evne.*sy gardiner.*karen@example\.dk/);
  assert.doesNotMatch(bySection((await lone.get("/byttebors/formidler?tab=profiles&type=space")).text)["profiles"] ?? "", /gardiner/);
  const signe = await t.as("signe");
  assert.match((await signe.get("/byttebors/formidler?tab=profiles")).text, /gardiner/);
  for (const path of ["/byttebors", "/byttebors/deltager/nordlys", "/api/v1/posts"])
    assert.doesNotMatch((await t.visitor().get(path)).text, /gardiner/);
  const { id } = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "karen").executeTakeFirstOrThrow();
  const table = privacy.find((one) => one.table === "exchange.profile");
  await t.world.write.transaction().execute(async (tx) => {
    if (typeof table?.export === "function") assert.equal((await table.export(tx, id)).length, 1);
    if (typeof table?.erase === "function") await table.erase(tx, id);
  });
  t.world.versions.moved(["person"]);
  assert.doesNotMatch(await seen(), /gardiner/);
});

test("an organisation's page asks at most as often as one thing's page may, and one that is nobody's is not there", async () => {
  for (const [client, most] of [
    [t.visitor(), 7],
    [await t.as("naja"), 8],
  ] as const) {
    await page(client);
    t.world.versions.moved(["offer"]);
    const count = await countQueries(t.world.readPool, () => page(client));
    assert.ok(count <= most, `${count} queries`);
  }
  assert.equal((await t.visitor().get("/byttebors/deltager/findes-ikke")).status, 404);
  assert.match((await t.visitor().get("/en/byttebors/deltager/nordlys")).text, /Has given/);
});
