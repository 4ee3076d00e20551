// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { systemIds } from "#platform/clock/ids.ts";
import { openTestWorld } from "../../../test/test-world.ts";
import { insertLink, keptDays, tidyLinks } from "./link-store.ts";
import { privacy } from "./privacy.ts";
import { ensureMailbox } from "./store.ts";

test("a person's export has name, mailbox, memberships, roles and links; erased, nothing says who it was", async () => {
  const t = await openTestWorld();
  const visitor = t.visitor();
  await visitor.fill("/log-ind", { email: "karen@example.dk" });
  await t.runJobs();
  const { id } = await t.world.read.selectFrom("people.person").select("id").where("demo_key", "=", "karen").executeTakeFirstOrThrow();
  const exported = await t.world.write.transaction().execute(async (tx) => {
    const parts = [];
    for (const { export: give } of privacy) if (typeof give === "function") parts.push(...(await give(tx, id)));
    return JSON.stringify(parts);
  });
  for (const word of ["Karen Holm", "karen@example.dk", "log-in", "Din kode er"]) assert.match(exported, new RegExp(word));
  await t.world.write.transaction().execute(async (tx) => {
    for (const { erase } of privacy) if (typeof erase === "function") await erase(tx, id);
  });
  const { rows } = await t.world.readPool.query<{ text: string }>(
    "SELECT string_agg(all_rows.text, ' ') AS text FROM (SELECT person::text AS text FROM people.person UNION ALL SELECT mailbox::text FROM people.mailbox UNION ALL SELECT mail::text FROM platform.mail) AS all_rows",
  );
  assert.doesNotMatch(rows[0]?.text ?? "", /Karen Holm|karen@example\.dk/);
  assert.match(rows[0]?.text ?? "", /Mehmet/, "the others are still there");
  await t.close();
});

test("links that are over, and addresses nobody confirmed, are forgotten after thirty days; what a thing waits for stays", async () => {
  const t = await openTestWorld();
  const now = t.clock.now();
  const day = 24 * 60 * 60_000;
  const make = (address: string) =>
    t.world.write.transaction().execute(async (tx) => {
      const mailbox = await ensureMailbox(tx, address, "da", { ids: systemIds, now });
      await insertLink(tx, {
        id: systemIds.uuid(),
        token: systemIds.secret(32),
        mailbox,
        purpose: "follow",
        now,
        expiresAt: new Date(now.getTime() + day),
      });
      return mailbox;
    });
  await make("glemt@example.dk");
  const waits = await make("venter@example.dk");
  await t.world.write.schema
    .createTable("people.test_waits")
    .addColumn("mailbox", "uuid", (column) => column.references("people.mailbox.id"))
    .execute();
  await t.world.writePool.query("INSERT INTO people.test_waits VALUES ($1)", [waits]);
  const left = async () =>
    (
      await t.world.read
        .selectFrom("people.mailbox")
        .select("address")
        .where("address", "in", ["glemt@example.dk", "venter@example.dk", "karen@example.dk"])
        .orderBy("address")
        .execute()
    ).map((row) => row.address);
  await tidyLinks(t.world.write, new Date(now.getTime() + (keptDays + 1) * day - 1));
  assert.deepEqual(await left(), ["glemt@example.dk", "karen@example.dk", "venter@example.dk"]);
  await tidyLinks(t.world.write, new Date(now.getTime() + (keptDays + 1) * day + 1));
  assert.deepEqual(await left(), ["karen@example.dk", "venter@example.dk"]);
  await t.close();
});
