// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Job } from "#platform/feature.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { hashOfCode, linkCode, linkToken, logInMinutes } from "./link.ts";
import { insertLink, mayBeMailed, tidyLinks } from "./link-store.ts";
import { logInMail } from "./mails.ts";
import { paths } from "./paths.ts";
import { mailboxOf } from "./store.ts";

const asked = z.object({
  link: z.uuid(),
  mailbox: z.uuid(),
  browser: z.string(),
  lang: z.enum(["da", "en"]),
  asked: z.coerce.date(),
  back: z.string().optional(),
});

/**
 * Makes the log-in link and mails it. Done again after a fall it finds the same link and the same mail. Over the mailbox's
 * budget, or when the ten minutes went by while we were away, there is neither.
 */
export const mailLogInLink: Job = async (payload, world) => {
  const { link: id, mailbox, browser, lang, asked: now, back } = asked.parse(payload);
  const expiresAt = new Date(now.getTime() + logInMinutes * 60_000);
  if (expiresAt <= world.clock.now()) return;
  const token = linkToken(world.secret, id);
  const code = linkCode(world.secret, id);
  await world.write.transaction().execute(async (tx) => {
    const to = await mailboxOf(tx, mailbox);
    if (!to || !(await mayBeMailed(tx, { mailbox, purpose: "log-in", now }))) return;
    await insertLink(tx, {
      id,
      token,
      mailbox,
      purpose: "log-in",
      now,
      expiresAt,
      browserHash: Buffer.from(browser, "hex"),
      codeHash: hashOfCode(id, code),
    });
    const { subject, body } = logInMail(lang, {
      code,
      href: `${world.config.baseUrl}${paths.link(lang, { token })}${back === undefined ? "" : `?tilbage=${encodeURIComponent(back)}`}`,
    });
    await writeMail(
      tx,
      { dedupe: `log-in/${id}`, to: to.address, lang, subject, body, urgent: true },
      { ids: world.ids, now: world.clock.now() },
    );
  });
};

/** Each night: links that are long over, and addresses that nobody ever confirmed. */
export const tidy: Job = async (_payload, world) => tidyLinks(world.write, world.clock.now());

export const jobs: Record<string, Job> = { "people.mail-log-in-link": mailLogInLink, "people.tidy": tidy };
export const crontab: Record<string, string> = { "30 1 * * *": "people.tidy" };
