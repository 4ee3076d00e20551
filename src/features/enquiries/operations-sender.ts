// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import { spend } from "#platform/auth/budget.ts";
import type { Tx } from "#platform/db/connect.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { anyone, idOf, isOwner, loggedIn } from "#platform/operations/rule.ts";
import { claimCode, claimHash, confirmMailbox, ensureMailbox, useLink } from "#features/people/index.ts";
import { areaBySlug, calendarOf, promisedDays, suggestArea } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { whyNot } from "./enquiry.ts";
import { Claim, NewEnquiry, Nothing, reachOf, Token } from "./input.ts";
import { must } from "./steps.ts";
import { enquiry, enquiryByClaim, enquiryById } from "./store.ts";
import { addEnquiry, giveOwner, withdraw } from "./store-write.ts";

/** Somebody writes, or wants to be called. It lands in an inbox at once: nobody but its people reads it, so nobody need let it through. */
export const send = operation({
  name: "enquiries.send",
  input: NewEnquiry,
  may: anyone,
  audit: "enquiry.sent",
  api: "POST /enquiries",
  moves: ["enquiry"],
  budget: { what: "enquiries.send", most: 10, seconds: 60 * 60 },
  reveal: (answer, secret) => (answer["claimable"] === true ? { receipt: claimCode(secret("claim")) } : {}),
  async run({ tx, actor, input, now, ids, lang, secret, tell, note }) {
    const sender = personOf(actor)?.id;
    const { email, phone = input.phone } = reachOf(input.reach);
    if (sender === undefined && email === undefined && phone === undefined) throw invalid({ reach: "required" });
    const area = await areaFor(tx, input);
    const mailbox = sender === undefined && email !== undefined ? await ensureMailbox(tx, email, lang, { ids, now }) : undefined;
    const id = ids.uuid();
    const reference = await addEnquiry(tx, {
      id,
      subject: input.subject,
      text: input.text,
      name: input.name,
      phone,
      callWhen: input.callWhen,
      mailbox,
      owner: sender,
      claimHash: sender === undefined ? claimHash(claimCode(secret("claim"))) : undefined,
      area: area.id,
      now,
      ...promisedDays(now, area, await calendarOf(tx)),
    });
    tell({ name: "enquiries.sent", thing: id, data: { lang } });
    note(id, { mailbox: mailbox !== undefined, phone: phone !== undefined });
    return { reference, claimable: sender === undefined };
  },
});

/** The area that the writer chose, or the one that the words point to. */
async function areaFor(tx: Tx, { subject, text, area: chosen }: { subject: string; text: string; area?: string | undefined }) {
  const words = `${subject}\n${text}`;
  const area =
    chosen === undefined ? await suggestArea(tx, { text: words, themes: await suggestThemes(tx, words) }) : await areaBySlug(tx, chosen);
  if (!area) throw invalid({ area: "wrong" });
  return area;
}

/** The sender says yes from the mail. No session: the link confirms this one thing. */
export const confirm = operation({
  name: "enquiries.confirm",
  input: Token,
  may: anyone,
  audit: "enquiry.confirmed",
  api: "POST /enquiries/confirmations",
  moves: ["enquiry"],
  async run({ tx, input, now, ids, tell, note }) {
    const link = await useLink(tx, { token: input.token, purpose: "confirm-enquiry", now });
    const on = link?.thing ? await enquiryById(tx, link.thing, { lock: true }) : undefined;
    if (!link || !on) throw new Refusal(409, "link-gone");
    must("confirm", on);
    await giveOwner(tx, on.id, await confirmMailbox(tx, link.mailbox, on.name ?? undefined, { ids, now }));
    tell({ name: "enquiries.confirmed", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});

/** Wrong codes count too, so a wrong one is an answer and no refusal: a refusal would undo the counting. */
const tries = { what: "enquiries.claim", most: 10, seconds: 60 * 60 };

/** Takes home an enquiry that was sent without logging in. An unknown reference and a wrong code get the same answer. */
export const claim = operation({
  name: "enquiries.claim",
  input: Claim,
  may: loggedIn,
  audit: "enquiry.claim-tried",
  api: "POST /enquiries/claims",
  moves: ["enquiry"],
  async run({ tx, actor, input, now, note }) {
    const person = idOf(actor);
    await spend(tx, person, tries, now);
    const on = await enquiryByClaim(tx, input.reference, claimHash(input.code));
    if (!on || whyNot("claim", on) !== undefined) return { claimed: false };
    await giveOwner(tx, on.id, person);
    note(on.id, { claimed: true });
    return { claimed: true, reference: on.reference };
  },
});

/** The sender takes it back: nothing is awaited any more. */
export const takeBack = operation({
  name: "enquiries.withdraw",
  input: Nothing,
  on: enquiry,
  may: isOwner,
  audit: "enquiry.withdrawn",
  api: "POST /enquiries/:reference/withdrawal",
  moves: ["enquiry"],
  async run({ tx, actor, on, now, tell, note }) {
    must("withdraw", on);
    await withdraw(tx, { enquiry: on.id, person: idOf(actor), now });
    tell({ name: "enquiries.withdrawn", thing: on.id });
    note(on.id);
    return { reference: on.reference };
  },
});
