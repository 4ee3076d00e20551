// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import { spend } from "#platform/auth/budget.ts";
import { operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { anyone, idOf, isOwner, loggedIn } from "#platform/operations/rule.ts";
import { follow } from "#features/dialogue/index.ts";
import { claimCode, claimHash, confirmMailbox, useLink } from "#features/people/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { localityWhere, wholeMunicipality } from "#features/places/index.ts";
import { becomesPublic, whyNot } from "./idea.ts";
import { Claim, Edited, NewIdea, Nothing, Token } from "./input.ts";
import { sendIdea } from "./send-idea.ts";
import { must, open, type Moment } from "./steps.ts";
import { idea, ideaByClaim, ideaByThing, type Idea } from "./store.ts";
import { lockMerging } from "./store-merge.ts";
import { edit } from "./store-edits.ts";
import { giveOwner, withdraw } from "./store-write.ts";

/** Somebody has an idea. Public at once with a known author; else it waits for the author's yes, or for somebody to look. */
export const submit = operation({
  name: "ideas.submit",
  input: NewIdea,
  may: anyone,
  audit: "idea.submitted",
  api: "POST /ideas",
  moves: ["idea"],
  budget: { what: "ideas.submit", most: 10, seconds: 60 * 60 },
  reveal: (answer, secret) => (answer["claimable"] === true ? { receipt: claimCode(secret("claim")) } : {}),
  run: (act) => sendIdea(act),
});

/** The author says yes from the mail. No session: the link confirms this one thing. */
export const confirm = operation({
  name: "ideas.confirm",
  input: Token,
  may: anyone,
  audit: "idea.confirmed",
  api: "POST /ideas/confirmations",
  moves: ["idea"],
  async run({ tx, input, now, ids, tell, note }) {
    const link = await useLink(tx, { token: input.token, purpose: "confirm-idea", now });
    const on = link?.thing ? await ideaByThing(tx, link.thing) : undefined;
    if (!link || !on) throw new Refusal(409, "link-gone");
    must("confirm", on);
    const person = await confirmMailbox(tx, link.mailbox, on.shownName ?? undefined, { ids, now });
    await take({ tx, now, tell }, on, person);
    note(on.id);
    return { reference: on.reference, public: on.public || becomesPublic(on) };
  },
});

async function take(moment: Moment, on: Idea, person: string): Promise<void> {
  await giveOwner(moment.tx, on.id, person);
  await follow(moment.tx, { thing: on.id, person, now: moment.now });
  await open(moment, on, "confirmed");
}

/** Wrong codes count too, so a wrong one is an answer and no refusal: a refusal would undo the counting. */
const tries = { what: "ideas.claim", most: 10, seconds: 60 * 60 };

/** Takes home an idea that was sent without logging in. An unknown reference and a wrong code get the same answer. */
export const claim = operation({
  name: "ideas.claim",
  input: Claim,
  may: loggedIn,
  audit: "idea.claim-tried",
  api: "POST /ideas/claims",
  moves: ["idea"],
  async run({ tx, actor, input, now, tell, note }) {
    const person = personOf(actor)?.id;
    if (person === undefined) throw new Refusal(403, "forbidden");
    await spend(tx, person, tries, now);
    const on = await ideaByClaim(tx, input.reference, claimHash(input.code));
    if (!on || whyNot("claim", on) !== undefined) return { claimed: false };
    await take({ tx, now, tell }, on, person);
    note(on.id, { claimed: true });
    return { claimed: true, reference: on.reference };
  },
});

/** The author changes the words; what stood there before is kept for everybody to read. Themes follow the words, the area does not. */
export const change = operation({
  name: "ideas.edit",
  input: Edited,
  on: idea,
  may: isOwner,
  audit: "idea.edited",
  api: "POST /ideas/:reference/edits",
  moves: ["idea"],
  async run({ tx, actor, input, on, now, tell, note }) {
    must("edit", on);
    const same =
      input.title === on.title &&
      input.text === on.text &&
      input.halfDone === on.halfDone &&
      input.where === (on.localitySlug ?? wholeMunicipality);
    if (same) throw new Refusal(409, "unchanged");
    const locality = await localityWhere(tx, input.where);
    const themes = (await suggestThemes(tx, `${input.title}\n${input.text}`)).map(({ id }) => id);
    await edit(tx, { ...input, idea: on.id, ordinal: on.edits + 1, locality, themes, person: idOf(actor), now });
    tell({ name: "ideas.edited", thing: on.id });
    note(on.id, { version: on.edits + 2 });
    return { reference: on.reference };
  },
});

/** The author takes the idea back: it is no longer shown, and nothing is awaited any more. */
export const takeBack = operation({
  name: "ideas.withdraw",
  input: Nothing,
  on: idea,
  may: isOwner,
  audit: "idea.withdrawn",
  api: "POST /ideas/:reference/withdrawal",
  moves: ["idea"],
  async run({ tx, actor, on, now, tell, note }) {
    // Nothing goes into what is being taken back.
    await lockMerging(tx);
    must("withdraw", on);
    await withdraw(tx, { idea: on.id, person: idOf(actor), now });
    tell({ name: "ideas.withdrawn", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});
