// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addAnswer, addRequest, markMailed } from "./store.ts";

type Told = {
  tx: Tx;
  ids: Ids;
  now: Date;
  occasion: string;
  thing: string;
  person: string;
  area: string;
  at: Date;
  score: number;
  line: string | undefined;
};

const twoDays = 2 * 24 * 60 * 60_000;

/** Tells that somebody of the demo was asked how it went, and what they said two days later. */
export async function tellHowItWent({ tx, ids, now, occasion, thing, person, area, at, score, line }: Told): Promise<void> {
  const id = ids.uuid();
  if (!(await addRequest(tx, { id, occasion, thing, person, area, now: at }))) return;
  const said = new Date(at.getTime() + twoDays);
  if (said >= now) return;
  await markMailed(tx, id, said);
  await addAnswer(tx, { request: id, score, line, now: said });
}
