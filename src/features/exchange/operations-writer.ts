// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import { spend } from "#platform/auth/budget.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import { lookDaysOf } from "#platform/municipality/facts.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { follow } from "#features/dialogue/index.ts";
import { claimCode, claimHash, confirmMailbox, useLink } from "#features/people/index.ts";
import { calendarOf } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { Claim, Edited, NewPost, Nothing, Token } from "./input.ts";
import { whoHas } from "./link-holder.ts";
import { mustBeLookedAt, renewedUntil } from "./post.ts";
import { anyone, hasOrBrokers, hasPost, loggedIn } from "./rules.ts";
import { sendPost, wordsGiven, wrongDays } from "./send-post.ts";
import { must, open, type Moment } from "./steps.ts";
import { post, postByClaim, postByThing, type Post } from "./store.ts";
import { putIntoMatching } from "./store-matching.ts";
import { isKnownParty } from "./store-party.ts";
import { close, edit, giveOwner, renew, resubmit, setPaused, takenNow } from "./store-write.ts";

const kinds = ["offer", "need"];

/** Somebody gives something, or asks for it. */
export const submit = operation({
  name: "exchange.submit",
  input: NewPost,
  may: anyone,
  audit: "post.submitted",
  api: "POST /posts",
  moves: kinds,
  budget: { what: "exchange.submit", most: 10, seconds: 60 * 60 },
  reveal: (answer, secret) => (answer["claimable"] === true ? { receipt: claimCode(secret("claim")) } : {}),
  run: (act) => sendPost(act),
});

/** The writer says yes from the mail. The post is theirs; a new party's still waits for somebody to look. */
export const confirm = operation({
  name: "exchange.confirm",
  input: Token,
  may: anyone,
  audit: "post.confirmed",
  api: "POST /posts/confirmations",
  moves: kinds,
  async run({ tx, input, now, ids, tell, note }) {
    const link = await useLink(tx, { token: input.token, purpose: "confirm-post", now });
    const on = link?.thing ? await postByThing(tx, link.thing) : undefined;
    if (!link || !on) throw new Refusal(409, "link-gone");
    must("confirm", on, now);
    const person = await confirmMailbox(tx, link.mailbox, on.shownName ?? undefined, { ids, now });
    const isOpen = await takeHome({ tx, now, tell }, on, person);
    note(on.id);
    return { reference: on.reference, public: isOpen };
  },
});

/** Out: whether others see it now. */
async function takeHome(moment: Moment, on: Post, person: string): Promise<boolean> {
  const { tx, now } = moment;
  const known = await isKnownParty(tx, { person, organisation: undefined });
  await giveOwner(tx, on.id, person);
  await follow(tx, { thing: on.id, person, now });
  await putIntoMatching(tx, on.id);
  // Whom somebody has let through as themselves is not known as the voice of an organisation that stands in no register.
  const opens = !on.refused && on.organisation === null && !mustBeLookedAt({ known, works: false });
  if (opens) await open(moment, on, "confirmed");
  return on.published || opens;
}

/** Wrong codes count too, so a wrong one is an answer and no refusal: a refusal would undo the counting. */
const tries = { what: "exchange.claim", most: 10, seconds: 60 * 60 };

/** Takes home a post that was sent without logging in. An unknown reference and a wrong code get the same answer. */
export const claim = operation({
  name: "exchange.claim",
  input: Claim,
  may: loggedIn,
  audit: "post.claim-tried",
  api: "POST /posts/claims",
  moves: kinds,
  async run({ tx, actor, input, now, tell, note }) {
    const person = personOf(actor)?.id;
    if (person === undefined) throw new Refusal(403, "forbidden");
    await spend(tx, person, tries, now);
    const on = await postByClaim(tx, input.reference, claimHash(input.code));
    if (!on || on.owned || on.closed === "withdrawn") return { claimed: false };
    await takeHome({ tx, now, tell }, on, person);
    note(on.id, { claimed: true });
    return { claimed: true, reference: on.reference };
  },
});

/** The writer changes what it says. What was not let through is looked at again. */
export const change = operation({
  name: "exchange.edit",
  input: Edited,
  on: post,
  may: hasOrBrokers,
  audit: "post.edited",
  api: "POST /posts/:reference/edits",
  moves: kinds,
  async run({ tx, actor, input, on, now, tell, note }) {
    must("edit", on, now);
    const wrong = wrongDays(input, on.expiresOn, localDayOf(now));
    delete wrong["expiresOn"];
    if (input.quantity !== undefined && input.quantity < (await takenNow(tx, on.id))) wrong["quantity"] = "below-taken";
    if (Object.keys(wrong).length > 0) throw invalid(wrong);
    const themes = await suggestThemes(tx, `${input.title}\n${input.text}`);
    await edit(tx, {
      post: on.id,
      before: on,
      ordinal: on.edits + 1,
      person: personOf(actor)?.id,
      now,
      ...(await wordsGiven(tx, input, themes)),
    });
    if (on.refused) {
      await resubmit(tx, on.id, addWorkingDays(now, await lookDaysOf(tx), await calendarOf(tx)).day, now);
      tell({ name: "exchange.resubmitted", thing: on.id });
    }
    await putIntoMatching(tx, on.id);
    note(on.id, { again: on.refused });
    return { reference: on.reference };
  },
});

/** Out of the list for a while. */
export const pause = operation({
  name: "exchange.pause",
  input: Nothing,
  on: post,
  may: hasPost,
  audit: "post.paused",
  api: "POST /posts/:reference/pause",
  moves: kinds,
  async run({ tx, on, now, note }) {
    must("pause", on, now);
    await setPaused(tx, on.id, now);
    await putIntoMatching(tx, on.id);
    note(on.id);
    return { reference: on.reference };
  },
});

/** Into the list again, from a pause or from "done". */
export const resume = operation({
  name: "exchange.resume",
  input: Nothing,
  on: post,
  may: hasPost,
  audit: "post.resumed",
  api: "POST /posts/:reference/resumption",
  moves: kinds,
  async run({ tx, on, now, note }) {
    must("resume", on, now);
    if (on.closed === "fulfilled") await close(tx, on.id, null, now);
    else await setPaused(tx, on.id, null);
    await putIntoMatching(tx, on.id);
    note(on.id);
    return { reference: on.reference };
  },
});

/** As long again, also after its last day. */
export const prolong = operation({
  name: "exchange.renew",
  input: Nothing,
  on: post,
  may: hasOrBrokers,
  audit: "post.renewed",
  api: "POST /posts/:reference/renewals",
  moves: kinds,
  async run({ tx, actor, on, now, note }) {
    const until = await prolonged({ tx, now }, on, personOf(actor)?.id);
    note(on.id, { until });
    return { reference: on.reference };
  },
});

/** The same by the button of a mail, without logging in: the link proves whose mailbox it is, and opens nothing else. */
export const prolongByLink = operation({
  name: "exchange.renew-by-link",
  input: Token,
  may: anyone,
  audit: "post.renewed",
  api: "POST /posts/renewals",
  moves: kinds,
  async run({ tx, input, now, note }) {
    const link = await useLink(tx, { token: input.token, purpose: "renew-post", now });
    const on = link?.thing ? await postByThing(tx, link.thing) : undefined;
    const has = link && on && (await whoHas(tx, on, link.mailbox));
    if (!has) throw new Refusal(409, "link-gone");
    const until = await prolonged({ tx, now }, on, has.person);
    note(on.id, { until });
    return { reference: on.reference };
  },
});

async function prolonged({ tx, now }: Pick<Moment, "tx" | "now">, on: Post, person: string | undefined): Promise<string> {
  must("renew", on, now);
  const to = renewedUntil(localDayOf(now), on.expiresOn);
  await renew(tx, { post: on.id, from: on.expiresOn, to, person, now });
  await putIntoMatching(tx, on.id);
  return to;
}

/** Found, or given away. It leaves the list and can be taken up again. */
export const fulfil = operation({
  name: "exchange.fulfil",
  input: Nothing,
  on: post,
  may: hasOrBrokers,
  audit: "post.fulfilled",
  api: "POST /posts/:reference/fulfilment",
  moves: kinds,
  async run({ tx, on, now, tell, note }) {
    must("fulfil", on, now);
    await close(tx, on.id, "fulfilled", now);
    await putIntoMatching(tx, on.id);
    tell({ name: "exchange.fulfilled", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** The writer takes it back for good. */
export const takeBack = operation({
  name: "exchange.withdraw",
  input: Nothing,
  on: post,
  may: hasPost,
  audit: "post.withdrawn",
  api: "POST /posts/:reference/withdrawal",
  moves: kinds,
  async run({ tx, on, now, tell, note }) {
    must("withdraw", on, now);
    await close(tx, on.id, "withdrawn", now);
    await putIntoMatching(tx, on.id);
    tell({ name: "exchange.withdrawn", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

export const writerOperations = [submit, confirm, claim, change, pause, resume, prolong, prolongByLink, fulfil, takeBack];
