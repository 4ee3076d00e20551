// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import { optionalText } from "#platform/forms/fields.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { addRequest, addRequestAndAnswer } from "./store.ts";

/** What one answers with: one to five, and a line if one likes. */
export const answerFields = { score: z.coerce.number().int().min(1).max(5), line: optionalText({ max: 500 }) };

/** Who is asked, on which occasion ("slice.what-happened"), about what; `area`: whose numbers it counts in, null for nobody's. */
export type Asked = { ids: Ids; now: Date; occasion: string; thing: string; person: string; area: string | null };

/** Asks somebody in the transaction of another slice, once for each occasion. Out: whether it is new. Two days later a mail asks who has said nothing. */
export const askNow = (tx: Tx, { ids, ...asked }: Asked): Promise<boolean> => addRequest(tx, { id: ids.uuid(), ...asked });

/** Answers for somebody in the transaction of another slice, asking first where that was not done. A second answer is refused (`already`, 409). */
export async function giveAnswer(tx: Tx, { ids, ...given }: Asked & { score: number; line?: string | undefined }): Promise<void> {
  if (!(await addRequestAndAnswer(tx, { id: ids.uuid(), ...given, line: given.line }))) throw new Refusal(409, "already");
}
