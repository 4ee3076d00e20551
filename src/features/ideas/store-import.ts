// SPDX-License-Identifier: EUPL-1.2
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { addThing } from "#platform/db/things.ts";

export type BroughtInIdea = {
  id: string;
  title: string;
  text: string;
  mailbox: string | undefined;
  locality: string | undefined;
  area: string;
  themes: string[];
  lookBy: LocalDay;
  acknowledgeBy: LocalDay;
  answerBy: LocalDay;
  /** When it was written where it came from: its place in the list. The clock runs from `now`. */
  writtenAt: Date;
  now: Date;
};

/** A public idea of nobody's. Out: its reference, of the year in which it came. */
export function addBroughtIn(tx: Tx, { id, title, text, mailbox, writtenAt, now, ...idea }: BroughtInIdea): Promise<string> {
  const own = tx.insertInto("ideas.idea").values({
    id,
    title,
    text,
    mailbox: mailbox ?? null,
    submitted_at: now,
    look_by: idea.lookBy,
    acknowledge_by: idea.acknowledgeBy,
    answer_by: idea.answerBy,
    due_by: idea.answerBy,
    listed_at: writtenAt,
  });
  const { locality, area, themes } = idea;
  const year = Number(localDayOf(now).slice(0, 4));
  return addThing(
    tx,
    { id, kind: "idea", letter: "I", visibility: "public", locality, area, themes, title, body: text, now: writtenAt, year },
    own,
  );
}
