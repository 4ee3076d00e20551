// SPDX-License-Identifier: EUPL-1.2
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { FollowedUp, Looked, Nothing, Reason } from "./input.ts";
import { brokers } from "./rules.ts";
import { must, open } from "./steps.ts";
import { post } from "./store.ts";
import { closeFollowUp } from "./store-follow-up.ts";
import { putIntoMatching } from "./store-matching.ts";
import { addLook, close, undoRemoval } from "./store-write.ts";

const kinds = ["offer", "need"];

/** Somebody has looked at a new party's post, and lets it through or says why not. */
export const look = operation({
  name: "exchange.look",
  input: Looked,
  on: post,
  may: brokers,
  audit: "post.looked-at",
  api: "POST /posts/:reference/look",
  moves: kinds,
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("look", on, now);
    const letThrough = input.letThrough === "yes";
    if (!letThrough && input.reason === undefined) throw invalid({ reason: "required" });
    const reason = letThrough ? undefined : input.reason;
    await addLook(tx, { id: ids.uuid(), post: on.id, letThrough, reason, person: idOf(actor), now });
    if (letThrough) await open({ tx, now, tell }, on, "looked");
    else tell({ name: "exchange.not-let-through", thing: on.id });
    note(on.id, { letThrough });
    return { reference: on.reference, letThrough };
  },
});

/** Taken off the list, with a reason that its writer reads. */
export const remove = operation({
  name: "exchange.remove",
  input: Reason,
  on: post,
  may: brokers,
  audit: "post.removed",
  api: "POST /posts/:reference/removal",
  moves: kinds,
  async run({ tx, actor, input, on, now, ids, tell, note }) {
    must("remove", on, now);
    await addLook(tx, { id: ids.uuid(), post: on.id, letThrough: false, reason: input.reason, person: idOf(actor), now });
    await close(tx, on.id, "removed", now);
    await putIntoMatching(tx, on.id);
    tell({ name: "exchange.removed", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** What was taken off is again what it was: in the list, or fulfilled. */
export const putBack = operation({
  name: "exchange.put-back",
  input: Nothing,
  on: post,
  may: brokers,
  audit: "post.put-back",
  api: "POST /posts/:reference/return",
  moves: kinds,
  async run({ tx, on, now, tell, note }) {
    must("put-back", on, now);
    await undoRemoval(tx, on.id);
    await putIntoMatching(tx, on.id);
    tell({ name: "exchange.put-back", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** A broker has done what there was to do about a post, and says what: the log. */
export const followUpPost = operation({
  name: "exchange.follow-up-post",
  input: FollowedUp,
  on: post,
  may: brokers,
  audit: "post.followed-up",
  api: "POST /posts/:reference/follow-ups",
  moves: [],
  async run({ tx, actor, input, on, now, note }) {
    if (!(await closeFollowUp(tx, { thing: on.id, why: input.why, note: input.note, person: idOf(actor), now })))
      throw new Refusal(409, "nothing-open");
    note(on.id, { why: input.why });
    return { reference: on.reference };
  },
});

export const brokerOperations = [look, remove, putBack, followUpPost];
