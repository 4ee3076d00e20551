// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OperatorError } from "#platform/config/sentence.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { carryOut } from "./admin-commands.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const refuses = (words: string[], sentence: RegExp) =>
  assert.rejects(carryOut(t.world, words), (error) => error instanceof OperatorError && sentence.test(error.sentence));

test("whoever is invited logs in with link and code, and is one of the secretariat", async () => {
  const said = (await carryOut(t.world, ["invite", "Anna.Berg@example.dk", "Anna", "Berg"])).join("\n");
  const link = /http:\/\/localhost:3000(\/log-ind\/link\/[\w-]{43})/.exec(said)?.[1] ?? "";
  const code = /code: (\d{6})/.exec(said)?.[1] ?? "";
  const anna = t.visitor();
  assert.equal((await anna.fill(link, {})).status, 422, "the link alone is not enough");
  const response = await anna.fill(link, { code });
  assert.match((await anna.follow(response)).text, /Hej, Anna[^]*Sekretariatet/);
});

test("inviting somebody again gives a new link and no second role", async () => {
  const again = await carryOut(t.world, ["invite", "lone@example.dk"]);
  assert.match(again.join("\n"), /\/log-ind\/link\//);
  const { rows } = await t.world.readPool.query(
    "SELECT count(*)::int AS count FROM people.role JOIN people.mailbox USING (person) WHERE address = 'lone@example.dk' AND role = 'secretariat'",
  );
  assert.equal(rows[0].count, 1);
});

test("an area gets another contact person and deputy", async () => {
  assert.deepEqual(await carryOut(t.world, ["contact", "boern-og-skole", "ny@example.dk", "bo@example.dk"]), [
    "ny@example.dk answers for boern-og-skole, and bo@example.dk steps in.",
  ]);
});

test("what is wrong is one sentence that says what to do", async () => {
  await refuses(["invite"], /Say whom to invite/);
  await refuses(["invite", "lone"], /not a mailbox/);
  await refuses(["contact", "havet", "a@example.dk", "b@example.dk"], /There is no area "havet": write one of [a-z, -]*boern-og-skole/);
  await refuses(["contact", "boern-og-skole", "a@example.dk", "a@example.dk"], /two different mailboxes/);
  await refuses(["fly"], /There is no command "fly"/);
});
