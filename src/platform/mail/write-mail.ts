// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { lookOf } from "#platform/municipality/look.ts";
import type { MailBody } from "./body.ts";
import { renderMail } from "./render-mail.ts";

export type NewMail = {
  /** What about and to whom, e.g. `idea-answered/<event id>/<person id>`: the same is never written twice. */
  dedupe: string;
  /** One mailbox. */
  to: string;
  lang: Lang;
  subject: string;
  body: MailBody;
  /** Where one click says no (RFC 8058), for mails that a person can say no to. */
  unsubscribe?: string;
  /** Log-in and confirmation: goes before all others and is never held back. */
  urgent?: boolean;
};

/**
 * Writes a mail and asks for its sending, in the transaction of what it tells about: both happen or neither.
 * A second one with the same `dedupe` does nothing.
 */
export async function writeMail(tx: Tx, mail: NewMail, { ids, now }: { ids: Ids; now: Date }): Promise<void> {
  const subject = mail.subject.replace(/\s+/g, " ").trim();
  const { plain, html } = renderMail(mail.lang, subject, mail.body, await lookOf(tx));
  await sql`
    WITH written AS (
      INSERT INTO platform.mail (id, dedupe, recipient, lang, subject, plain, html, unsubscribe, urgent, created_at)
      VALUES (${ids.uuid()}, ${mail.dedupe}, ${mail.to}, ${mail.lang}, ${subject}, ${plain}, ${html}, ${mail.unsubscribe ?? null}, ${mail.urgent ?? false}, ${now})
      ON CONFLICT (dedupe) DO NOTHING
      RETURNING id, urgent
    )
    SELECT graphile_worker.add_job('mail.send', json_build_object('mail', id), max_attempts => 8, priority => ${urgency()}) FROM written
  `.execute(tx);
}

/** graphile-worker takes the lowest number first. */
const urgency = () => sql`CASE WHEN urgent THEN -10 ELSE 0 END`;

/** Asks for another go at a time of our own choosing. */
export async function sendLater(tx: Tx, { id, urgent }: { id: string; urgent: boolean }, at: Date): Promise<void> {
  await sql`
    SELECT graphile_worker.add_job('mail.send', json_build_object('mail', ${id}::text), run_at => ${at}::timestamptz, max_attempts => 8, priority => ${urgent ? -10 : 0})
  `.execute(tx);
}
