// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac } from "node:crypto";

/** A log-in link lives this long from the moment it was asked for (ASVS 6.5.5: at most ten minutes). */
export const logInMinutes = 10;
/** Wrong codes that a link bears before it is dead, whatever comes after. */
export const mostAttempts = 5;
/** Log-in mails to one mailbox: at most so many within so many minutes. Whoever asks, and from wherever. */
export const mailBudgets = [
  { most: 3, minutes: 15 },
  { most: 6, minutes: 24 * 60 },
] as const;

/** The secret part of a mailed link, found again from its id; only its hash is kept. Out: 43 characters (256 bits). */
export const linkToken = (secret: Buffer, id: string): string => createHmac("sha256", secret).update(`link\n${id}`).digest("base64url");

/** The six digits that stand in the same mail. */
export const linkCode = (secret: Buffer, id: string): string => sixDigits(createHmac("sha256", secret).update(`code\n${id}`).digest());

/** Six digits of 48 random bits: the rounding makes no digit more likely by more than 1 in 10⁸. */
export const sixDigits = (random: Buffer): string => String(random.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

export const hashOfBrowser = (browser: string): Buffer => sha256(`browser\n${browser}`);
/** Bound to its link. A million codes are soon tried by whoever holds the database; five tries and ten minutes hold the rest. */
export const hashOfCode = (id: string, code: string): Buffer => sha256(`code\n${id}\n${code}`);

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Digits as people type them: "123 456", "123-456". */
export const plainCode = (typed: string): string => typed.replace(/[\s.-]/g, "");

export type Link = { expiresAt: Date; usedAt: Date | null; attempts: number };
export type LinkState = "open" | "used" | "spent" | "expired";

/** Used before expired: who presses twice should hear that it worked. */
export function stateOf({ expiresAt, usedAt, attempts }: Link, now: Date): LinkState {
  if (usedAt !== null) return "used";
  if (attempts >= mostAttempts) return "spent";
  return now < expiresAt ? "open" : "expired";
}

export type LogInLink = Link & { id: string; browserHash: Buffer; codeHash: Buffer };

/**
 * Whether a log-in link lets somebody in: with one press in the browser that asked, with the code of the mail in any
 * other. In: the code typed, if any.
 */
export function judge(
  link: LogInLink,
  { browser, code, now }: { browser: string; code: string | undefined; now: Date },
): "in" | "code-needed" | "code-wrong" | "gone" {
  if (stateOf(link, now) !== "open") return "gone";
  if (isBrowserOf(link, browser)) return "in";
  if (code === undefined) return "code-needed";
  return hasCode(link, code) ? "in" : "code-wrong";
}

export const isBrowserOf = (link: LogInLink, browser: string): boolean => browser !== "" && link.browserHash.equals(hashOfBrowser(browser));
export const hasCode = (link: LogInLink, code: string): boolean => link.codeHash.equals(hashOfCode(link.id, plainCode(code)));

/** Whether one more mail may go to a mailbox. In: when the earlier ones of the last day went. */
export const mayMail = (earlier: readonly Date[], now: Date): boolean =>
  mailBudgets.every(({ most, minutes }) => earlier.filter((at) => at.getTime() > now.getTime() - minutes * 60_000).length < most);

/** What to call somebody who has not said it yet: the first part of the mailbox. */
export function nameFromMailbox(address: string): string {
  const words = (address.split("@", 1)[0] ?? "").split(/[._+-]+/).filter((word) => word !== "" && !/^\d+$/.test(word));
  const name = words.map((word) => word.charAt(0).toLocaleUpperCase("da") + word.slice(1)).join(" ");
  return name || (address.split("@", 1)[0] ?? address);
}
