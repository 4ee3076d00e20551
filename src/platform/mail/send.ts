// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { Job } from "#platform/feature.ts";
import type { World } from "#platform/operations/world.ts";
import { deliver, type Delivery } from "./deliver.ts";
import { countSent, noteSent, noteTry, waitingMail, type Mail } from "./store.ts";
import { sendLater } from "./write-mail.ts";

const minute = 60_000;
const hour = 60 * minute;
/** After each try that did not go through; after the eighth it is given up. A day's outage of the mail server loses nothing. */
const pauses = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 8 * hour, 12 * hour] as const;
/** To one domain in a minute, so that the mails of an outage do not come as a storm and are not taken for one. */
const mostPerMinute = 20;
const lockClass = 731_003;

/** The job `mail.send`: sends one mail, or plans the next try. */
export const sendMail: Job = async (payload, world, helpers) => {
  const id = String(payload["mail"]);
  const mine = await helpers.withPgClient((client) => holding(client, id, () => sendOne(world, id)));
  if (!mine) await world.write.transaction().execute((tx) => sendLater(tx, { id, urgent: false }, soon(world, minute)));
};

/**
 * Two workers never send the same mail at the same time. A lock of the session, not of a row: a mail server may take ten
 * minutes (RFC 5321 §4.5.3.2), and an open transaction would hold up all that waits for older ones to end.
 */
async function holding(client: PoolClient, id: string, work: () => Promise<void>): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine", [lockClass, id]);
  if (!rows[0]?.mine) return false;
  try {
    await work();
  } finally {
    // Where the connection is lost, the lock is gone with it.
    await client.query("SELECT pg_advisory_unlock($1, hashtext($2))", [lockClass, id]).catch(() => {});
  }
  return true;
}

async function sendOne(world: World, id: string): Promise<void> {
  const mail = await waitingMail(world.write, id);
  if (!mail) return;
  if (await mustWait(world, mail)) {
    await world.write.transaction().execute((tx) => sendLater(tx, mail, soon(world, minute)));
    return;
  }
  await conclude(world, mail, await deliver(world, mail));
}

async function mustWait({ write, clock, config }: World, mail: Mail): Promise<boolean> {
  if (mail.urgent || config.smtpUrl === undefined) return false;
  const domain = mail.recipient.slice(mail.recipient.lastIndexOf("@") + 1);
  return (await countSent(write, domain, new Date(clock.now().getTime() - minute))) >= mostPerMinute;
}

async function conclude(world: World, mail: Mail, delivery: Delivery): Promise<void> {
  if (delivery.kind === "sent") {
    await world.failpoint("mail-sent");
    await patiently(() => noteSent(world.write, mail.id, world.clock.now()));
    return;
  }
  const pause = delivery.kind === "refused" ? undefined : pauses[mail.attempts];
  await world.write.transaction().execute(async (tx) => {
    await noteTry(tx, mail.id, { why: delivery.why, giveUp: pause === undefined, now: world.clock.now() });
    if (pause !== undefined) await sendLater(tx, mail, soon(world, pause));
  });
  world.log.warn({ mail: mail.id, attempt: mail.attempts + 1, why: delivery.why, givenUp: pause === undefined }, "mail not sent");
}

const soon = (world: World, milliseconds: number): Date => new Date(world.clock.now().getTime() + milliseconds);

/** The mail is out; if that is not noted, it goes a second time. So a database that is away for a moment is waited for. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (const pause of [250, 1_000, 2_000, 4_000, 8_000]) {
    try {
      await work();
      return;
    } catch {
      await wait(pause);
    }
  }
  await work();
}
