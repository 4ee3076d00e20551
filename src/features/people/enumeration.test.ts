// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pg from "pg";
import { z } from "zod";
import { email } from "#platform/forms/fields.ts";
import { operation } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { addThing } from "#platform/db/things.ts";
import { systemIds } from "#platform/clock/ids.ts";
import type { Client, Response } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";

const said: string[] = [];
const real = pg.Client.prototype.query;
let t: TestWorld;

before(async () => {
  // Every statement of every connection, as the database gets it.
  Object.defineProperty(pg.Client.prototype, "query", {
    configurable: true,
    writable: true,
    value(this: pg.Client, ...all: unknown[]): unknown {
      const [first] = all;
      said.push(
        typeof first === "string" ? first : typeof first === "object" && first !== null && "text" in first ? String(first.text) : "?",
      );
      return Reflect.apply(real, this, all);
    },
  });
  t = await openTestWorld();
});
after(async () => {
  await t.close();
  Object.defineProperty(pg.Client.prototype, "query", { configurable: true, writable: true, value: real });
});

/** What an outsider, and what the database, sees of one piece of work. */
async function seen(work: () => Promise<Response>): Promise<{ answer: unknown; statements: string[] }> {
  said.length = 0;
  const { status, location, text, headers } = await work();
  const { date: _, "set-cookie": __, ...rest } = headers;
  return { answer: { status, location, text: masked(text), headers: rest }, statements: [...said] };
}

/** Key and token are random for everybody. */
const masked = (html: string): string => html.replace(/(name="_(?:key|token)" value=")[^"]*/g, "$1");

/** The kinds of jobs that are waiting, with the names (not the values) of what they carry. Then they are carried out. */
async function jobsMade(): Promise<unknown[]> {
  const { rows } = await t.world.readPool.query<Record<string, unknown>>(
    "SELECT identifier, (SELECT array_agg(key ORDER BY key) FROM json_object_keys(payload) AS key) AS keys, max_attempts, priority FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id ORDER BY job.id",
  );
  await t.runJobs();
  return rows;
}

async function compare(known: string, unknown: string, send: (visitor: Client, to: string) => Promise<Response>): Promise<void> {
  await send(t.visitor(), "warm-up@example.dk");
  await jobsMade();
  const one = await seen(() => send(t.visitor(), known));
  const oneJobs = await jobsMade();
  const other = await seen(() => send(t.visitor(), unknown));
  const otherJobs = await jobsMade();
  assert.deepEqual(one.answer, other.answer, "status, headers and bytes");
  assert.deepEqual(one.statements, other.statements, "number and kind of statements");
  assert.ok(one.statements.length > 3, "the statements were seen");
  assert.deepEqual(oneJobs, otherJobs, "jobs");
  assert.ok(oneJobs.length > 0, "a job was seen");
}

test("X29 asking to log in tells nobody whether a mailbox is known here", async () => {
  await compare("karen@example.dk", "aldrig.set@example.dk", (visitor, to) => visitor.fill("/log-ind", { email: to }));
});

test("X29 the page after it is the same, byte for byte", async () => {
  const page = async (to: string) => {
    const visitor = t.visitor();
    const { answer } = await seen(async () => visitor.follow(await visitor.fill("/log-ind", { email: to })));
    return answer;
  };
  t.clock.advance(1_000);
  const now = t.clock.now();
  const known = await page("karen@example.dk");
  t.clock.set(now);
  assert.deepEqual(known, await page("heller.ikke@example.dk"));
});

test("X29 nor does it show that a mailbox has had its mails for today", async () => {
  const full = "fuld@example.dk";
  for (let times = 0; times < 4; times += 1) await t.visitor().fill("/log-ind", { email: full });
  await t.runJobs();
  assert.equal((await t.mails()).filter(({ recipient }) => recipient === full).length, 3);
  await compare(full, "tom@example.dk", (visitor, to) => visitor.fill("/log-ind", { email: to }));
});

test("X29 asking to follow something tells it neither", async () => {
  const now = t.clock.now();
  const reference = await t.world.write.transaction().execute((tx) =>
    addThing(tx, {
      id: systemIds.uuid(),
      kind: "idea",
      letter: "I",
      visibility: "public",
      locality: undefined,
      area: undefined,
      themes: [],
      title: "Et skilt",
      body: "",
      now,
      year: 2026,
    }),
  );
  await compare("karen@example.dk", "slet.ikke@example.dk", (visitor, to) => visitor.fill(`/foelg/${reference}`, { email: to }));
});

test("red control for X29: an operation that looks first whether the mailbox is there is found out", async () => {
  const leaky = operation({
    name: "test.leaky",
    input: z.object({ email: email() }),
    may: anyone,
    audit: "test",
    api: false,
    moves: [],
    async run({ tx, input }) {
      const known = await tx.selectFrom("people.mailbox").select("id").where("address", "=", input.email).executeTakeFirst();
      if (known) await tx.updateTable("people.mailbox").set({ lang: "da" }).where("id", "=", known.id).execute();
      return {};
    },
  });
  const statements = async (to: string) => {
    said.length = 0;
    await t.perform(leaky, { input: { email: to } });
    return [...said];
  };
  await statements("karen@example.dk");
  assert.notDeepEqual(await statements("karen@example.dk"), await statements("ukendt@example.dk"));
});
