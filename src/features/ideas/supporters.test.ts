// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ideaIn } from "../../../test/matrix/stage.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { proposeMerge, replyToMerge } from "./operations.ts";
import { linkIn } from "./testing.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

test("who supports and follows hears of a joining and of the answer, by page and by mail alike; who only supports is told so and hears nothing", async () => {
  const [reference, whole] = [await ideaIn(t, "public"), await ideaIn(t, "public")];
  const tick = { follow: "on" };
  const both = await (await t.as("jens")).fill(`/stoet/${reference}`, tick);
  assert.match((await (await t.as("jens")).follow(both)).text, /Du følger også med, så du hører, når der sker noget/);
  const only = await t.as("mehmet");
  assert.match((await only.get(`/stoet/${reference}`)).text, /Skriv også til mig, når der kommer svar/);
  assert.match((await only.follow(await only.fill(`/stoet/${reference}`, {}))).text, /Vi skriver kun til dem, der følger med/);
  assert.match((await only.get(`/ideer/${reference}`)).text, /Du støtter med\. Følg også, så hører du svaret\./);
  const fromMail = async (mailbox: string, values: Record<string, string>) => {
    await t.visitor().fill(`/stoet/${reference}`, { email: mailbox });
    const visitor = t.visitor();
    await t.runJobs();
    const mail = (await t.mails()).filter(({ recipient }) => recipient === mailbox).at(-1);
    const yes = linkIn(mail?.plain ?? "", "/stoet/ja/");
    return (await visitor.follow(await visitor.fill(yes, values))).text;
  };
  assert.doesNotMatch(await fromMail("hoerer@example.dk", tick), /Følg den også/);
  assert.match(await fromMail("taeller@example.dk", {}), /Vi skriver kun til dem, der følger med[^]*Følg den også/);
  assert.match((await t.mails()).find(({ recipient }) => recipient === "taeller@example.dk")?.plain ?? "", /Vil du også høre svaret/);

  const before = (await t.mails()).length;
  const reason = "De to idéer handler om den samme bænk.";
  await t.perform(proposeMerge, { as: "signe", reference, input: { into: whole, reason } });
  await t.perform(replyToMerge, { as: "karen", reference, input: { yes: "yes" } });
  await t.runJobs();
  const heard = (await t.mails()).slice(before).map(({ recipient }) => recipient);
  for (const who of ["karen@example.dk", "jens@example.dk", "hoerer@example.dk"]) assert.ok(heard.includes(who), who);
  for (const who of ["mehmet@example.dk", "taeller@example.dk"]) assert.ok(!heard.includes(who), who);
});
