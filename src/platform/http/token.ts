// SPDX-License-Identifier: EUPL-1.2
import { createHmac, timingSafeEqual } from "node:crypto";

const life = 24 * 60 * 60 * 1000;

/** The form's token: when it was shown, signed for this browser. */
export function makeToken(secret: Buffer, browser: string, now: Date): string {
  const shown = now.getTime().toString(36);
  return `${shown}.${sign(secret, browser, shown)}`;
}

/** Milliseconds since the form was shown; undefined when the token is another browser's, forged or a day old. */
export function ageOfToken(secret: Buffer, browser: string, token: unknown, now: Date): number | undefined {
  if (typeof token !== "string" || token.length > 120) return undefined;
  const [shown = "", signature = ""] = token.split(".");
  const expected = Buffer.from(sign(secret, browser, shown));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const age = now.getTime() - Number.parseInt(shown, 36);
  return age >= 0 && age <= life ? age : undefined;
}

const sign = (secret: Buffer, browser: string, shown: string): string =>
  createHmac("sha256", secret).update(`form\n${browser}\n${shown}`).digest("base64url");
