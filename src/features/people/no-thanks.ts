// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { peekLink, sameLink, type Peeked } from "./link-store.ts";

/** A mail may lie in an inbox for years; the "no thanks" in it should still work. */
const noDays = 3 * 365;

/** The token by which a mailbox says no: the same in every mail of a purpose, about one thing or about none. */
export async function noToken(
  tx: Tx,
  { mailbox, purpose, thing }: { mailbox: string; purpose: string; thing?: string },
  { secret, ids, now }: { secret: Buffer; ids: Ids; now: Date },
): Promise<string> {
  const expiresAt = new Date(now.getTime() + noDays * 24 * 60 * 60_000);
  const { token } = await sameLink(tx, { mailbox, purpose, thing, expiresAt, ids, secret, now });
  return token;
}

/** What is sent where somebody presses "no thanks": by hand, or by their mail program (RFC 8058). */
export const NoThanks = z.object({
  token: z.string().max(120),
  "List-Unsubscribe": z.literal("One-Click").optional(),
});

/** Whose mailbox says no, as often as it is pressed; refused where the link is gone. */
export async function whoSaysNo(tx: Tx, { token, purpose, now }: { token: string; purpose: string; now: Date }): Promise<Peeked> {
  const link = await peekLink(tx, { token, purpose, now });
  if (link?.state !== "open") throw new Refusal(409, "link-gone");
  return link;
}
