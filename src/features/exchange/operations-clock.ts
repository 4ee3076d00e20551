// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { z } from "zod";
import { operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { Nothing } from "./input.ts";
import { helpAfterDays, shownStatus, warnedDays } from "./post.ts";
import { onlySystem } from "./rules.ts";
import { post } from "./store.ts";
import { addFollowUp } from "./store-follow-up.ts";
import { putIntoMatching } from "./store-matching.ts";
import { addWarning, setExpired } from "./store-write.ts";

/** The last day comes in fourteen or three days: its writer is told, once for each. */
export const warn = operation({
  name: "exchange.warn",
  input: z.object({ daysBefore: z.union([z.literal(warnedDays[0]), z.literal(warnedDays[1])]) }),
  on: post,
  may: onlySystem,
  audit: "post.expiry-warned",
  api: false,
  moves: [],
  async run({ tx, input, on, now, tell, note }) {
    const today = localDayOf(now);
    const { daysBefore } = input;
    if (shownStatus(on, today) !== "open" || addDays(on.expiresOn, -daysBefore) > today) throw new Refusal(409, "not-yet");
    if (await addWarning(tx, { post: on.id, expiresOn: on.expiresOn, daysBefore, now }))
      tell({ name: "exchange.expires", thing: on.id, data: { daysBefore } });
    note(on.id, { daysBefore });
    return { reference: on.reference };
  },
});

/** The last day has been: it leaves the list, and its writer can prolong it from the mail. */
export const expire = operation({
  name: "exchange.expire",
  input: Nothing,
  on: post,
  may: onlySystem,
  audit: "post.expired",
  api: false,
  moves: ["offer", "need"],
  async run({ tx, on, now, tell, note }) {
    if (on.expiresOn >= localDayOf(now) || on.closed !== null || !on.published) throw new Refusal(409, "not-yet");
    await setExpired(tx, on.id, now);
    await putIntoMatching(tx, on.id);
    if (await addWarning(tx, { post: on.id, expiresOn: on.expiresOn, daysBefore: 0, now }))
      tell({ name: "exchange.expires", thing: on.id, data: { daysBefore: 0 } });
    note(on.id);
    return { reference: on.reference };
  },
});

/** Days in which a broker begins to ask around. */
export const brokerDays = 7;

/** Nobody has answered in fourteen days: a broker is asked to, and whoever follows the place hears of it. */
export const callForHelp = operation({
  name: "exchange.call-for-help",
  input: Nothing,
  on: post,
  may: onlySystem,
  audit: "post.unanswered",
  api: false,
  moves: ["offer", "need"],
  async run({ tx, on, now, ids, tell, note }) {
    const today = localDayOf(now);
    const since = on.publishedAt === null ? today : localDayOf(on.publishedAt);
    if (on.contacts > 0 || shownStatus(on, today) !== "open" || addDays(since, helpAfterDays) > today) throw new Refusal(409, "not-yet");
    const fresh = await addFollowUp(tx, { id: ids.uuid(), thing: on.id, why: "no-contact", dueOn: addDays(today, brokerDays), now });
    if (fresh) tell({ name: "exchange.unanswered", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

export const clockOperations = [warn, expire, callForHelp];
