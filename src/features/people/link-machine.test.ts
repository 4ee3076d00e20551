// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { anonymous } from "#platform/auth/actor.ts";
import { systemIds } from "#platform/clock/ids.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Answer, Operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { makeLink, peekLink, useLink, insertLink } from "./link-store.ts";
import { hashOfBrowser, hashOfCode } from "./link.ts";
import { logInWithCode, logInWithLink } from "./log-in.ts";
import { ensureMailbox } from "./store.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

const browsers = ["asks", "other"];
type Told = { id: string; token: string; code: string; mailbox: string };
/** What we believe of the one link: told in plain words, beside the database. */
type Belief = { attempts: number; used: boolean; minutes: number };

const isOpen = ({ attempts, used, minutes }: Belief): boolean => !used && attempts < 5 && minutes < 10;

async function newLink(): Promise<Told> {
  const now = t.clock.now();
  const id = systemIds.uuid();
  const link = { id, token: systemIds.secret(32), code: systemIds.digits(6) };
  const mailbox = await t.world.write.transaction().execute(async (tx) => {
    const box = await ensureMailbox(tx, `${id}@example.dk`, "da", { ids: systemIds, now });
    await insertLink(tx, {
      ...link,
      mailbox: box,
      purpose: "log-in",
      now,
      expiresAt: new Date(now.getTime() + 600_000),
      browserHash: hashOfBrowser(`asks-${id}`),
      codeHash: hashOfCode(id, link.code),
    });
    return box;
  });
  return { ...link, mailbox };
}

const wrong = (code: string): string => (code === "000000" ? "000001" : "000000");

async function attempt(operation: Operation, browser: string, input: unknown): Promise<Answer | number> {
  const request = { actor: anonymous(browser), lang: "da" as const, input, key: systemIds.uuid() };
  return mutate(t.world, operation, request).then(
    ({ answer }) => answer,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status;
      throw error;
    },
  );
}

type Step = { minutes: number; by: "link" | "code"; browser: string; right: boolean | undefined };
const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.constantFrom(0, 0, 0, 1, 4),
  by: fc.constantFrom("link", "code"),
  browser: fc.constantFrom(...browsers),
  right: fc.constantFrom(true, false, undefined),
});

/** What should come of a step, and what it leaves. */
function expected(belief: Belief, { by, browser, right }: Step): "in" | "gone" | "code" | 422 {
  if (by === "code" && right === undefined) return 422;
  if (!isOpen(belief) || (by === "code" && browser === "other")) return "gone";
  if (by === "link" && browser === "asks") return "in";
  return right === undefined ? 422 : right ? "in" : "code";
}

async function sessions(mailbox: string): Promise<number> {
  const { rows } = await t.world.readPool.query(
    "SELECT count(*) FROM platform.session JOIN people.mailbox USING (person) WHERE mailbox.id = $1",
    [mailbox],
  );
  return Number(rows[0].count);
}

test("X28 whatever is tried in whatever order, a link lets in once, within ten minutes, after at most four wrong codes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const link = await newLink();
      const belief: Belief = { attempts: 0, used: false, minutes: 0 };
      for (const one of steps) {
        t.clock.advance(one.minutes * 60_000);
        belief.minutes += one.minutes;
        const want = expected(belief, one);
        const code = one.right === undefined ? {} : { code: one.right ? link.code : wrong(link.code) };
        const browser = `${one.browser}-${link.id}`;
        const got =
          one.by === "code"
            ? await attempt(logInWithCode, browser, code)
            : await attempt(logInWithLink, browser, { token: link.token, name: "Karen", ...code });
        assert.deepEqual(typeof got === "number" ? got : got["ok"] === true ? "in" : got["why"], want);
        if (want === "in") belief.used = true;
        if (want === "code") belief.attempts += 1;
      }
      assert.equal(await sessions(link.mailbox), belief.used ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

test("X28 twenty presses at the same moment make exactly one session", async () => {
  const link = await newLink();
  const got = await Promise.all(
    Array.from({ length: 20 }, () => attempt(logInWithLink, `asks-${link.id}`, { token: link.token, name: "Karen" })),
  );
  assert.equal(got.filter((answer) => typeof answer !== "number" && answer["ok"] === true).length, 1);
  assert.equal(await sessions(link.mailbox), 1);
});

test("X28 a wrong code is counted though it is refused, and a repeat of the same request is counted once", async () => {
  const link = await newLink();
  const request = {
    actor: anonymous("another"),
    lang: "da" as const,
    input: { token: link.token, code: wrong(link.code) },
    key: systemIds.uuid(),
  };
  await mutate(t.world, logInWithLink, request);
  await mutate(t.world, logInWithLink, request);
  const { attempts } = await t.world.read
    .selectFrom("people.mail_link")
    .select("attempts")
    .where("id", "=", link.id)
    .executeTakeFirstOrThrow();
  assert.equal(attempts, 1);
});

test("one guess in one browser is tried on the links to one mailbox only", async () => {
  const browser = hashOfBrowser("collector");
  const now = t.clock.now();
  const links = await t.world.write.transaction().execute(async (tx) => {
    const made = [];
    for (const name of ["first", "second", "third"]) {
      const mailbox = await ensureMailbox(tx, `${name}@example.dk`, "da", { ids: systemIds, now });
      const id = systemIds.uuid();
      await insertLink(tx, {
        id,
        token: systemIds.secret(32),
        mailbox,
        purpose: "log-in",
        now,
        expiresAt: new Date(now.getTime() + 600_000),
        browserHash: browser,
        codeHash: hashOfCode(id, "111111"),
      });
      made.push(id);
    }
    return made;
  });
  assert.deepEqual(await attempt(logInWithCode, "collector", { code: "222222" }), { ok: false, why: "code" });
  const rows = await t.world.read.selectFrom("people.mail_link").select("attempts").where("id", "in", links).orderBy("id").execute();
  assert.deepEqual(
    rows.map((row) => row.attempts),
    [0, 0, 1],
  );
});

test("a link that confirms one thing works once, until its deadline, for that purpose only, and gives no session", async () => {
  const now = t.clock.now();
  const secret = randomBytes(32);
  const make = (address: string) =>
    t.world.write.transaction().execute(async (tx) => {
      const mailbox = await ensureMailbox(tx, address, "da", { ids: systemIds, now });
      return {
        mailbox,
        ...(await makeLink(tx, {
          mailbox,
          purpose: "follow",
          expiresAt: new Date(now.getTime() + 86_400_000),
          ids: systemIds,
          secret,
          now,
        })),
      };
    });
  const use = (token: string, purpose: string, at: Date) =>
    t.world.write.transaction().execute((tx) => useLink(tx, { token, purpose, now: at }));
  const { mailbox, token } = await make("confirms@example.dk");
  assert.equal((await peekLink(t.world.read, { token, purpose: "follow", now }))?.state, "open");
  assert.equal(await use(token, "unfollow", now), undefined, "another purpose");
  assert.deepEqual(await use(token, "follow", now), { mailbox, thing: null });
  assert.equal(await use(token, "follow", now), undefined, "twice");
  assert.equal((await peekLink(t.world.read, { token, purpose: "follow", now }))?.state, "used");
  const late = await make("late@example.dk");
  assert.equal(await use(late.token, "follow", new Date(now.getTime() + 86_400_000)), undefined, "too late");
  assert.equal(await sessions(mailbox), 0);
  assert.equal(typeof (await attempt(logInWithLink, "x", { token })) === "number" ? "refused" : "answered", "answered");
  assert.deepEqual(await attempt(logInWithLink, "x", { token }), { ok: false, why: "gone" });
});
