// SPDX-License-Identifier: EUPL-1.2
import { operation } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { Looked, Nothing, Reason } from "./input.ts";
import { brokers } from "./rules.ts";
import { must, open } from "./steps.ts";
import { post } from "./store.ts";
import { putIntoMatching } from "./store-matching.ts";
import { addLook, close } from "./store-write.ts";

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

/** What was taken off stands in the list again. */
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
    await close(tx, on.id, null, now);
    await putIntoMatching(tx, on.id);
    tell({ name: "exchange.put-back", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

export const brokerOperations = [look, remove, putBack];
