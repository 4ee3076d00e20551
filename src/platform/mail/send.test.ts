// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { deadLetters } from "#platform/jobs/dead-letters.ts";
import { runJobsOnce } from "#platform/jobs/run-once.ts";
import { openSmallWorld, type SmallWorld } from "../../../test/small-world.ts";
import { startWorker } from "#platform/jobs/worker.ts";
import { emptyMails } from "./empty.ts";
import { openMailServer, type Letter, type Manner } from "./testing.ts";
import { writeMail, type NewMail } from "./write-mail.ts";

const minute = 60_000;
const hour = 60 * minute;
const from = "Prøveby Kommune <medborger@proeveby.example>";

async function open(t: TestContext, manner?: (to: string, time: number) => Manner, more = "") {
  const server = await openMailServer(manner);
  const world = await openSmallWorld({
    config: { smtpUrl: `${server.url}${more}`, mailFrom: from, baseUrl: "https://medborger.proeveby.example" },
  });
  t.after(async () => {
    server.answerSlow();
    await world.close();
    await server.down();
  });
  return { server, world };
}

const write = (world: SmallWorld, to: string, more: Partial<NewMail> = {}): Promise<void> =>
  world.write.transaction().execute((tx) =>
    writeMail(
      tx,
      {
        dedupe: `test/${to}`,
        to,
        lang: "da",
        subject: `Svar til ${to}`,
        body: { greeting: "Hej", paragraphs: ["Der er svar."], footer: [] },
        ...more,
      },
      { ids: world.ids, now: world.clock.now() },
    ),
  );

/** Moves the clock in steps and does what is due at each. */
async function pass(world: SmallWorld, time: number, step: number): Promise<void> {
  for (let gone = 0; gone < time; gone += step) {
    await runJobsOnce(world);
    world.clock.advance(step);
  }
  await runJobsOnce(world);
}

/** Letters beyond the first for one recipient, and whether a mailbox would see that they are the same. */
function extras(letters: Letter[]): { to: string; known: boolean }[] {
  const first = new Map<string, string>();
  return letters.flatMap(({ to, subject, messageId }) => {
    const before = first.get(`${to} ${subject}`);
    if (before === undefined) first.set(`${to} ${subject}`, messageId);
    return before === undefined ? [] : [{ to, known: before === messageId }];
  });
}

const taken = (letters: Letter[]): string[] => [...new Set(letters.map(({ to }) => to))].toSorted();

test("X11: a mail goes with both faces and every header that a mailbox needs, dated by the clock", async (t) => {
  const { server, world } = await open(t);
  await write(world, "karen@example.dk", {
    unsubscribe: "https://medborger.proeveby.example/nej-tak/abc",
    subject: "Svar\r\nBcc: alle@example.dk",
  });
  await runJobsOnce(world);
  const [letter] = server.letters;
  const mail = await world.read.selectFrom("platform.mail").selectAll().executeTakeFirstOrThrow();
  assert.equal(letter?.messageId, `<${mail.id}@medborger.proeveby.example>`);
  assert.equal(letter?.subject, "Svar Bcc: alle@example.dk");
  const head = letter?.raw.split("\r\n\r\n", 1)[0] ?? "";
  assert.ok(!/^Bcc:/im.test(head));
  for (const line of [
    /^Date: Mon, 23 Nov 2026 08:00:00 \+0000$/m,
    /^Auto-Submitted: auto-generated$/m,
    /^List-Unsubscribe: <https:\/\/medborger\.proeveby\.example\/nej-tak\/abc>$/m,
    /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m,
    /^To: karen@example\.dk$/m,
    /^Content-Language: da$/m,
    /^From: =\?UTF-8\?.* <medborger@proeveby\.example>$/m,
  ])
    assert.match(head.replaceAll("\r\n", "\n"), line);
  assert.match(letter?.raw ?? "", /text\/plain/);
  assert.match(letter?.raw ?? "", /text\/html/);
  assert.equal(mail.sent_at?.toISOString(), world.clock.now().toISOString());
});

test("X11: the mail server is down for 24 hours: no mail is lost and none comes twice", async (t) => {
  const { server, world } = await open(t);
  await server.down();
  const all = Array.from({ length: 15 }, (_, n) => `borger${n}@by${n % 5}.example`);
  for (const to of all) await write(world, to);
  await pass(world, 24 * hour, 20 * minute);
  assert.equal(server.letters.length, 0);
  assert.deepEqual(await deadLetters(world.read), []);
  await server.up();
  await pass(world, hour, minute);
  assert.deepEqual(taken(server.letters), all.toSorted());
  assert.deepEqual(extras(server.letters), []);
});

test("X11: a server that says later, never, hangs up, or is slow: nothing lost, nothing twice but what was cut off, and that is known as the same", async (t) => {
  const { server, world } = await open(t, (to, time) => {
    if (to.startsWith("later")) return time <= 3 ? "later" : "take";
    if (to.startsWith("never")) return "never";
    if (to.startsWith("refuse")) return "refuse";
    if (to.startsWith("cut")) return time === 1 ? "cut" : "take";
    return "take";
  });
  const kinds = ["take", "later", "never", "refuse", "cut"];
  for (const kind of kinds) for (let n = 0; n < 4; n += 1) await write(world, `${kind}${n}@${kind}.example`);
  await pass(world, 2 * hour, minute);
  const expected = ["take", "later", "cut"].flatMap((kind) => [0, 1, 2, 3].map((n) => `${kind}${n}@${kind}.example`)).toSorted();
  assert.deepEqual(taken(server.letters), expected);
  assert.deepEqual(
    extras(server.letters).toSorted((a, b) => a.to.localeCompare(b.to)),
    [0, 1, 2, 3].map((n) => ({ to: `cut${n}@cut.example`, known: true })),
  );
  const dead = await deadLetters(world.read);
  assert.equal(dead.length, 8);
  for (const { job, attempts, why } of dead)
    assert.match(`${job} ${attempts} ${why}`, /^mail\.send 1 (EENVELOPE RCPT TO 550|EMESSAGE DATA 554)$/);
  assert.ok(!JSON.stringify([world.lines, dead]).includes(".example"), "neither log nor dead letter tells an address");
});

test("X11: a server that takes its time is waited for; one that takes too long may have it twice, known as the same", async (t) => {
  const { server, world } = await open(t, (_to, time) => (time === 1 ? "slow" : "take"), "/?socketTimeout=150");
  await write(world, "karen@example.dk");
  await pass(world, 2 * minute, minute);
  assert.deepEqual(extras(server.letters), [{ to: "karen@example.dk", known: true }]);

  const patient = await open(t, () => "slow");
  await write(patient.world, "karen@example.dk");
  const answering = setInterval(patient.server.answerSlow, 20);
  await pass(patient.world, 2 * minute, minute);
  clearInterval(answering);
  assert.equal(patient.server.letters.length, 1);
});

test("X11: a server that never takes it is given up after eight tries, the first after a minute and the last after a day", async (t) => {
  const { world } = await open(t, () => "later");
  await write(world, "karen@example.dk");
  const tries: number[] = [];
  const begun = world.clock.now().getTime();
  for (let n = 0; n < 26 * 60 && tries.length < 8; n += 1) {
    await runJobsOnce(world);
    const { attempts } = await world.read.selectFrom("platform.mail").select("attempts").executeTakeFirstOrThrow();
    if (attempts > tries.length) tries.push((world.clock.now().getTime() - begun) / minute);
    world.clock.advance(minute);
  }
  assert.deepEqual(tries, [0, 1, 6, 21, 81, 261, 741, 1461]);
  assert.equal((await deadLetters(world.read)).length, 1);
});

test("after an outage a domain gets at most 20 a minute; log-in mails go first and at once", async (t) => {
  const { server, world } = await open(t);
  for (let n = 0; n < 45; n += 1) await write(world, `borger${n}@stor.example`);
  await write(world, "karen@stor.example", { urgent: true });
  await write(world, "ole@lille.example");
  const counts: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    await runJobsOnce(world);
    counts.push(server.letters.length);
    world.clock.advance(minute);
  }
  assert.equal(server.letters[0]?.to, "karen@stor.example");
  assert.deepEqual(counts, [21, 41, 47]);
});

test("two workers send each mail once", async (t) => {
  const { server, world } = await open(t);
  for (let n = 0; n < 30; n += 1) await write(world, `borger${n}@by${n % 3}.example`);
  const workers = [await startWorker(world), await startWorker(world)];
  while ((await world.read.selectFrom("platform.mail").select("id").where("sent_at", "is", null).execute()).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(workers.map((worker) => worker.stop()));
  assert.equal(server.letters.length, 30);
  assert.deepEqual(extras(server.letters), []);
});

test("the same mail is written once; without its dedupe key it would come twice, and this test would see it", async (t) => {
  const { server, world } = await open(t);
  for (let n = 0; n < 2; n += 1) await write(world, "karen@example.dk");
  await runJobsOnce(world);
  assert.deepEqual(extras(server.letters), []);
  await write(world, "karen@example.dk", { dedupe: "test/another" });
  await runJobsOnce(world);
  assert.deepEqual(extras(server.letters), [{ to: "karen@example.dk", known: false }]);
});

test("a mail written in a transaction that is undone is neither kept nor sent", async (t) => {
  const { server, world } = await open(t);
  await assert.rejects(
    world.write.transaction().execute(async (tx) => {
      await writeMail(
        tx,
        { dedupe: "test/undone", to: "karen@example.dk", lang: "da", subject: "S", body: { greeting: "Hej", paragraphs: [], footer: [] } },
        { ids: world.ids, now: world.clock.now() },
      );
      throw new Error("undone");
    }),
    /undone/,
  );
  await runJobsOnce(world);
  assert.equal(server.letters.length, 0);
});

test("where no mail server is set, a demo keeps the mail to be read, and a real site goes on trying", async (t) => {
  for (const [demo, sent] of [
    [true, true],
    [false, false],
  ] as const) {
    const world = await openSmallWorld({ config: { smtpUrl: undefined, demo } });
    t.after(() => world.close());
    await write(world, "karen@example.dk");
    await runJobsOnce(world);
    const mail = await world.read.selectFrom("platform.mail").select(["sent_at", "last_error"]).executeTakeFirstOrThrow();
    assert.equal(mail.sent_at !== null, sent);
    assert.equal(mail.last_error, sent ? null : "SMTP_URL is not set");
  }
});

test("a mail's words are erased a week after it was sent, and not a minute before", async (t) => {
  const { world } = await open(t);
  await write(world, "karen@example.dk");
  await runJobsOnce(world);
  const plain = async () => (await world.read.selectFrom("platform.mail").select("plain").executeTakeFirstOrThrow()).plain;
  world.clock.advance(7 * 24 * hour - minute);
  await emptyMails(world);
  assert.match(await plain(), /Der er svar/);
  world.clock.advance(2 * minute);
  await emptyMails(world);
  assert.equal(await plain(), "");
  await write(world, "karen@example.dk");
  assert.equal(await plain(), "");
});
