// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import type { Tx } from "#platform/db/connect.ts";

const life = 12 * 60 * 60 * 1000;

/** Only the hash of a token is kept (SHA-256 of 256 random bits needs no salt). */
export const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Starts a session of twelve hours. In: the token of the cookie, 256 random bits, kept nowhere else. */
export const startSession = (tx: Tx, { person, token, now }: { person: string; token: string; now: Date }): Promise<unknown> =>
  tx
    .insertInto("platform.session")
    .values({ token_hash: hashOfToken(token), person, created_at: now, expires_at: new Date(now.getTime() + life) })
    .execute();

export const endSession = (tx: Tx, token: string, now: Date): Promise<unknown> =>
  tx
    .updateTable("platform.session")
    .set({ ended_at: now })
    .where("token_hash", "=", hashOfToken(token))
    .where("ended_at", "is", null)
    .execute();

/** Log-out everywhere, suspension: the person's next request is nobody's. */
export const endAllSessions = (tx: Tx, person: string, now: Date): Promise<unknown> =>
  tx.updateTable("platform.session").set({ ended_at: now }).where("person", "=", person).where("ended_at", "is", null).execute();
