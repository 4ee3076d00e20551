// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { anyone, idOf, isOwner } from "#platform/operations/rule.ts";
import { confirmMailbox, useLink } from "#features/people/index.ts";
import { localityBySlug, wholeMunicipality } from "#features/places/index.ts";
import { Nothing, Proposal, Token, Yes, YesByLink } from "./input.ts";
import { speaksForArea } from "./rules.ts";
import { must } from "./steps.ts";
import { enquiry, enquiryById, type Enquiry } from "./store.ts";
import { addProposal, agree, decline, giveOwner } from "./store-write.ts";

/** Asks the sender whether this may become an idea that all can read, in these words. Nothing is public before their yes. */
export const ask = operation({
  name: "enquiries.ask-for-idea",
  input: Proposal,
  on: enquiry,
  may: speaksForArea,
  audit: "enquiry.asked-for-idea",
  api: "POST /enquiries/:reference/proposal",
  moves: ["enquiry"],
  async run({ tx, actor, input: { title, text, where }, on, now, tell, note }) {
    must("ask", on);
    const locality = await localityOf(tx, where);
    await addProposal(tx, { enquiry: on.id, title, text, locality, person: idOf(actor), now });
    tell({ name: "enquiries.asked-for-idea", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

async function localityOf(tx: Tx, where: string): Promise<string | undefined> {
  if (where === wholeMunicipality) return undefined;
  const locality = await localityBySlug(tx, where);
  if (!locality) throw invalid({ where: "wrong" });
  return locality.id;
}

/** The sender's yes, logged in. */
export const sayYes = operation({
  name: "enquiries.say-yes",
  input: Yes,
  on: enquiry,
  may: isOwner,
  audit: "enquiry.became-idea",
  api: "POST /enquiries/:reference/proposal/yes",
  moves: ["enquiry"],
  run: ({ on, ...act }) => yes(act, on),
});

/** The sender's yes by the mailed link. The mailbox is theirs by that. */
export const sayYesByLink = operation({
  name: "enquiries.say-yes-by-link",
  input: YesByLink,
  may: anyone,
  audit: "enquiry.became-idea",
  api: "POST /enquiries/proposals/yes",
  moves: ["enquiry"],
  run: async ({ on: _, ...act }) => yes(act, await byLink(act, act.input.token)),
});

export const sayNo = operation({
  name: "enquiries.say-no",
  input: Nothing,
  on: enquiry,
  may: isOwner,
  audit: "enquiry.stays-private",
  api: "POST /enquiries/:reference/proposal/no",
  moves: ["enquiry"],
  run: ({ on, ...act }) => no(act, on),
});

export const sayNoByLink = operation({
  name: "enquiries.say-no-by-link",
  input: Token,
  may: anyone,
  audit: "enquiry.stays-private",
  api: "POST /enquiries/proposals/no",
  moves: ["enquiry"],
  run: async ({ on: _, ...act }) => no(act, await byLink(act, act.input.token)),
});

type Moment = Pick<Act<unknown, unknown>, "tx" | "now" | "ids" | "tell" | "note">;

/** What a mailed link is about; whoever holds it is its sender from now on. */
async function byLink({ tx, now, ids }: Moment, token: string): Promise<Enquiry> {
  const link = await useLink(tx, { token, purpose: "enquiry-idea", now });
  const on = link?.thing ? await enquiryById(tx, link.thing, { lock: true }) : undefined;
  if (!link || !on) throw new Refusal(409, "link-gone");
  if (on.owned) return on;
  const person = await confirmMailbox(tx, link.mailbox, on.name ?? undefined, { ids, now });
  await giveOwner(tx, on.id, person);
  return { ...on, owned: true, ownerPerson: person };
}

type Said = { title: string; text: string; where: string; name?: string | undefined };

/** From here another slice makes the idea (`agreed` in the manifest): what happened is told without a word of it. */
async function yes({ tx, now, input, tell, note }: Moment & { input: Said }, on: Enquiry) {
  must("say", on);
  const locality = await localityOf(tx, input.where);
  await agree(tx, { enquiry: on.id, title: input.title, text: input.text, locality, name: input.name, now });
  tell({ name: "thing.agreed-to-be-idea", thing: on.id });
  tell({ name: "enquiries.became-idea", thing: on.id });
  note(on.id);
  return { reference: on.reference };
}

async function no({ tx, now, tell, note }: Moment, on: Enquiry) {
  must("say", on);
  await decline(tx, { enquiry: on.id, now });
  tell({ name: "enquiries.stays-private", thing: on.id });
  note(on.id);
  return { reference: on.reference };
}
