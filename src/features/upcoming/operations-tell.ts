// SPDX-License-Identifier: EUPL-1.2
import { operation } from "#platform/operations/operation.ts";
import { invalid, notFound } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { linksOf, type Tie } from "#platform/links/index.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { dropDraft } from "#features/drafts/index.ts";
import { Told, Weighed } from "./input.ts";
import { ownsListing } from "./rules.ts";
import { must } from "./steps.ts";
import { listing } from "./store.ts";
import { addClosure, weigh as sayFate } from "./store-write.ts";

/** What became of one answer. Nobody sees it before all is told; until then it can be written anew. */
export const weigh = operation({
  name: "upcoming.weigh",
  input: Weighed,
  on: listing,
  may: ownsListing,
  audit: "listing.answer-weighed",
  api: "POST /upcoming/:reference/fates",
  moves: [],
  async run({ tx, actor, input, on, now, note }) {
    const answer = await answerOf(tx, on.id, input.idea);
    if (!answer) throw notFound();
    must("weigh", on, now);
    const possibleIf = input.fate === "not" ? input.possibleIf : undefined;
    if (input.fate === "not" && possibleIf === undefined) throw invalid({ possibleIf: "required" });
    const { fate, because } = input;
    await sayFate(tx, { listing: on.id, idea: answer.id, fate, because, possibleIf, person: idOf(actor), now });
    note(on.id, { fate });
    return { reference: on.reference };
  },
});

/** One public answer to a listing, by its reference. */
export async function answerOf(db: Db | Tx, listing: string, reference: string): Promise<Tie | undefined> {
  const ties = await linksOf(db, listing, { relation: "answers", way: "from" });
  return ties.find((tie) => tie.reference === reference);
}

/**
 * "This is what we heard, and this is what we do." Each answer's fate is told with it: as an event of its own about the idea, which is
 * where its author hears of it.
 */
export const tell = operation({
  name: "upcoming.tell",
  input: Told,
  on: listing,
  may: ownsListing,
  audit: "listing.told",
  api: "POST /upcoming/:reference/closure",
  moves: ["listing"],
  async run({ tx, actor, input, on, now, tell: say, note }) {
    must("tell", on, now);
    await addClosure(tx, { id: on.id, ...input, person: idOf(actor), now });
    say({ name: "upcoming.told", thing: on.id });
    for (const { idea, fate, because, possibleIf } of on.fates) {
      say({ name: "answer.weighed", thing: idea, data: { fate, because, possibleIf, asked: on.id, area: on.area } });
    }
    await dropDraft(tx, { person: idOf(actor), form: "upcoming.tell", thing: on.id });
    note(on.id, { answers: on.answers });
    return { reference: on.reference };
  },
});
