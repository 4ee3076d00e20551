// SPDX-License-Identifier: EUPL-1.2
// Answering an enquiry: a draft that is kept, a phrase that is put in, a look before it is sent, and the way back to the workbench.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { personOf } from "#platform/auth/actor.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { Client, Form, Response } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { escalatePassed } from "./jobs.ts";
import { addANote, answer, send } from "./operations.ts";
import { forgetSender } from "./store-forget.ts";

let t: TestWorld;
let reference = "";
before(async () => {
  t = await openTestWorld();
  reference = await anEnquiry({ as: "karen" });
});
after(() => t.close());

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;

async function anEnquiry({ as, phone, reach }: { as?: string; phone?: string; reach?: string }): Promise<string> {
  const input = {
    subject: "Hvem rydder sne på stien?",
    text: "Stien bag skolen er glat om morgenen.",
    area: "miljoe-og-teknik",
    name: "Karen Holm",
    ...(phone ? { phone } : {}),
    ...(reach ? { reach } : {}),
  };
  return String((await t.perform(send, as ? { as, input } : { input })).answer.reference);
}

async function press(client: Client, name: string | undefined, fields: Form, back?: string): Promise<Response> {
  const path = `/henvendelser/${reference}/svar`;
  const { _key, _token } = await client.open(path);
  return client.post(path, { _key, _token, ...(back ? { _back: back } : {}), ...(name ? { _press: name } : {}), ...fields });
}

const half = { text: "Vi har spurgt vejfolkene, og" };
const whole = { status: "answered", text: "Ja, stien bliver ryddet fra i morgen.\n\nVi kommer før klokken syv." };

/** How many rows there are of all that an answer writes. */
const rowsOf = (): Promise<string> =>
  within(t.world.write, asSystem, async (tx) => {
    const counts = [
      await tx.selectFrom("enquiries.answer").select("id").execute(),
      await tx.selectFrom("platform.event").select("id").execute(),
      await tx.selectFrom("platform.audit").select("id").execute(),
      await tx.selectFrom("platform.mail").select("id").execute(),
    ];
    return counts.map(({ length }) => length).join(" ");
  });
const drafts = async (): Promise<number> => (await t.world.read.selectFrom("drafts.draft").select("person").execute()).length;

test("half an answer is kept as a draft, found again, and nobody else sees it; the workbench names what it is about", async () => {
  const signe = await t.as("signe");
  const kept = await press(signe, "draft", half, "/arbejdsbord?tab=answer");
  assert.equal(kept.location, `/arbejdsbord?tab=answer&gjort=drafts.keep&om=${reference}`);
  assert.match(main((await signe.follow(kept)).text), /Kladden til »Hvem rydder sne på stien\?« er gemt/);
  assert.match(main((await signe.get(`/henvendelser/${reference}/svar`)).text), /Vi har spurgt vejfolkene, og<\/textarea>/);
  assert.doesNotMatch(main((await (await t.as("bo")).get(`/henvendelser/${reference}/svar`)).text), /vejfolkene/);
});

test("a look shows the answer as its sender reads it, and the mail, and writes nothing; what only colleagues read is not in it", async () => {
  await t.perform(addANote, { as: "signe", reference, input: { text: "canary-note" } });
  const signe = await t.as("signe");
  const before = await rowsOf();
  const look = await press(signe, "preview", whole);
  assert.equal(look.status, 200);
  const page = main(look.text);
  assert.match(page, /Intet er sendt endnu/);
  assert.match(page, /<p class="said">Ja, stien bliver ryddet fra i morgen\.<\/p>/);
  assert.match(page, /Svar: Hvem rydder sne på stien\?/);
  assert.doesNotMatch(page, /canary-note/);
  assert.equal(await rowsOf(), before, "nothing was written");
  const missing = await press(signe, "preview", { status: "investigating", text: "Vi ser på det i morgen." });
  assert.equal(missing.status, 422, "what sending would refuse, the look refuses");
  assert.match(main((await press(signe, "edit", whole)).text), /Vi kommer før klokken syv\.<\/textarea>/);
});

test("where no mail goes the look shows none and says how the answer is read", async () => {
  const kept = reference;
  reference = await anEnquiry({ phone: "12 34 56 78" });
  const page = main((await press(await t.as("signe"), "preview", whole)).text);
  assert.match(page, /Vi har ingen mailadresse/);
  assert.doesNotMatch(page, /Mailen, der følger med/);
  reference = kept;
});

test("who may not answer may not press the form's other buttons, and does not learn that there is an enquiry", async () => {
  for (const who of ["mehmet", "jens", "lone"]) {
    const other = await t.as(who);
    const { _token } = await other.open("/ideer/ny");
    for (const name of ["preview", "draft", "insert", "edit", "drop"])
      assert.equal(
        (await other.post(`/henvendelser/${reference}/svar`, { _key: "a-key-of-my-own", _token, _press: name, ...whole })).status,
        404,
        `${who} ${name}`,
      );
  }
});

test("a phrase is put at the end of what was typed", async () => {
  const signe = await t.as("signe");
  await signe.fill("/arbejdsbord/fraser", { title: "Sne", text: "Vi rydder de store veje først.", area: "" });
  const phrase = await t.world.read.selectFrom("drafts.phrase").select("id").where("title", "=", "Sne").executeTakeFirstOrThrow();
  assert.match(
    main((await press(signe, "insert", { ...half, _pick: phrase.id })).text),
    /vejfolkene, og\n\nVi rydder de store veje først\.<\/textarea>/,
  );
});

test("sent from the workbench, it leads back there, which says so and shows it among what was answered; the draft is gone", async () => {
  const signe = await t.as("signe");
  const sent = await press(signe, undefined, whole, "/arbejdsbord?tab=answer");
  assert.equal(sent.location, `/arbejdsbord?tab=answer&gjort=enquiries.answer&om=${reference}`);
  const desk = main((await signe.follow(sent)).text);
  assert.match(desk, /Du har svaret på »Hvem rydder sne på stien\?«/);
  assert.match(/id="answered"[\s\S]*/.exec(desk)?.[0] ?? "", /Hvem rydder sne på stien\?/);
  assert.equal(await drafts(), 0);
  const lone = main((await (await t.as("lone")).get("/arbejdsbord")).text);
  assert.doesNotMatch(lone, /Hvem rydder sne/, "another area reads nothing of it");
});

test("the secretariat follows up on an enquiry that was left lying, under its own tab", async () => {
  const late = await anEnquiry({ as: "karen" });
  t.clock.advance(40 * 24 * 60 * 60_000);
  await escalatePassed(t.world);
  const page = main((await (await t.as("lone")).get("/arbejdsbord?tab=follow-up")).text);
  assert.match(page, new RegExp(`/henvendelser/${late}"`));
  assert.match(page, /Miljø og Teknik \(Signe\)/);
});

test("when a sender is forgotten, nobody keeps half an answer to them", async () => {
  reference = await anEnquiry({ as: "karen" });
  await press(await t.as("signe"), "draft", half);
  assert.equal(await drafts(), 1);
  const karen = personOf(await t.actor("karen"))?.id ?? "";
  await t.world.write.transaction().execute((tx) => within(tx, asSystem, () => forgetSender(tx, karen, t.clock.now())));
  assert.equal(await drafts(), 0);
  await assert.rejects(t.perform(answer, { as: "signe", reference, input: whole }), "it is withdrawn");
});
