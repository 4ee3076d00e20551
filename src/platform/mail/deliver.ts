// SPDX-License-Identifier: EUPL-1.2
import { createTransport } from "nodemailer";
import type Mailer from "nodemailer/lib/mailer/index.js";
import type { World } from "#platform/operations/world.ts";
import type { Mail } from "./store.ts";

/** `sent`: a server has taken it. `refused`: no server will. `later`: it may go next time; whether it went now may be unknown. */
export type Delivery = { kind: "sent" } | { kind: "refused"; why: string } | { kind: "later"; why: string };

/** Hands one mail to the server. Where a demo has none, the mail is only to be read at /dev/mail, and is as good as sent. */
export async function deliver({ config, clock }: World, mail: Mail): Promise<Delivery> {
  if (config.smtpUrl === undefined) return config.demo ? { kind: "sent" } : { kind: "later", why: "SMTP_URL is not set" };
  const transport = createTransport({
    url: config.smtpUrl,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // Resolves with the server's 250 after DATA; how slowly it says goodbye is of no concern.
    await transport.sendMail(letter(mail, { from: config.mailFrom, host: new URL(config.baseUrl).hostname, now: clock.now() }));
    return { kind: "sent" };
  } catch (error) {
    return failed(error);
  } finally {
    transport.close();
  }
}

type Sender = { from: string; host: string; now: Date };

/** The same mail has the same Message-ID each time it is tried, so that a mailbox that got it twice shows it once. */
const letter = (mail: Mail, { from, host, now }: Sender): Mailer.Options => ({
  from,
  to: { name: "", address: mail.recipient },
  subject: mail.subject,
  text: mail.plain,
  html: mail.html,
  date: now,
  messageId: `<${mail.id}@${host}>`,
  headers: {
    // RFC 3834: out-of-office replies stay away.
    "Auto-Submitted": "auto-generated",
    "Content-Language": mail.lang,
    // RFC 8058: one click says no.
    ...(mail.unsubscribe === null
      ? {}
      : { "List-Unsubscribe": `<${mail.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
  },
});

/**
 * What a failure means (RFC 5321 §4.2.1). A 5xx to the recipient or to the words is for good. A 5xx to our log-in or our
 * sender is our own setting, which somebody will put right. All else passes.
 */
function failed(error: unknown): Delivery {
  const { code, command, status } = parts(error);
  const why = [code, command, status].filter(Boolean).join(" ") || "unknown";
  const about = command === "RCPT TO" || command === "DATA" || command === "API";
  const forGood = command === "API" ? code === "EENVELOPE" : about && status >= 500;
  return forGood ? { kind: "refused", why } : { kind: "later", why };
}

/** Codes only: the server's sentence often repeats the address. */
function parts(error: unknown): { code: string; command: string; status: number } {
  const field = (name: string): unknown => (typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined);
  const word = (name: string): string => {
    const value = field(name);
    return typeof value === "string" ? value : "";
  };
  return { code: word("code"), command: word("command"), status: Number(field("responseCode") ?? 0) };
}
