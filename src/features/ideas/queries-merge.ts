// SPDX-License-Identifier: EUPL-1.2
import type { Db } from "#platform/db/connect.ts";
import { query } from "#platform/operations/operation.ts";
import { loggedIn } from "#platform/operations/rule.ts";
import { Nothing } from "./input.ts";
import { isAskedToMerge } from "./rules.ts";
import { shownBy } from "./shown.ts";
import { idea, ideaById } from "./store.ts";
import { openMergeOf } from "./store-merge.ts";

/** The form in which somebody proposes that this idea goes into another. */
export const beforeMerging = query({
  name: "ideas.before-merging",
  input: Nothing,
  on: idea,
  may: loggedIn,
  api: false,
  run: ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

/** What an author is asked: both ideas, who proposes it and why, and until when. */
export const beforeReplyingToMerge = query({
  name: "ideas.before-replying-to-merge",
  input: Nothing,
  on: idea,
  may: isAskedToMerge,
  api: false,
  async run({ db, on, actor, now }) {
    const [shown, merge] = await Promise.all([shownBy(db, on, actor, now), openMergeOf(db, on.id)]);
    return { ...shown, proposal: merge && (await proposalOf(db, merge)) };
  },
});

async function proposalOf(db: Db, merge: NonNullable<Awaited<ReturnType<typeof openMergeOf>>>) {
  const whole = await ideaById(db, merge.whole);
  if (!whole?.public || whole.withdrawn) return undefined;
  const { reference, title, text, shownName, onBehalf, onBehalfKind } = whole;
  const { side, reason, lapsesOn } = merge;
  return { side, reason, lapsesOn, whole: { reference, title, text, shownName, onBehalf, onBehalfKind } };
}

export const mergeQueries = [beforeMerging, beforeReplyingToMerge];
