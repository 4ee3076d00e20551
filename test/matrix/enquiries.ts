// SPDX-License-Identifier: EUPL-1.2
import { answer, ask, send, takeBack } from "#features/enquiries/operations.ts";
import type { TestWorld } from "../test-world.ts";
import { otherArea } from "./stage.ts";
import type { Case } from "./cases.ts";

const anEnquiry = {
  subject: "Hvem ejer hegnet ved skolen?",
  text: "Det er faldet sammen, og jeg ved ikke, hvem jeg skal sige det til.",
  area: "miljoe-og-teknik",
};
const ideaWords = { title: "Et nyt hegn ved skolen", text: "Hegnet kunne sættes op af os selv en lørdag.", where: "langaa" };
const ofKaren = { as: "karen", input: { ...anEnquiry, phone: "12 34 56 78" } };

/** An enquiry of Karen's in a state. Late: the secretariat was told that a day had passed. Out: its reference. */
export async function enquiryIn(t: TestWorld, state: string): Promise<string> {
  const reference = String((await t.perform(send, ofKaren)).answer.reference);
  if (state === "answered")
    await t.perform(answer, { as: "signe", reference, input: { status: "answered", text: "Det er kommunens hegn." } });
  if (state === "withdrawn") await t.perform(takeBack, { as: "karen", reference, input: {} });
  if (state === "late")
    await t.world.writePool.query(
      "INSERT INTO enquiries.escalation (enquiry, what, due, at) SELECT id, 'acknowledge', '2026-11-20', $2 FROM platform.thing WHERE reference = $1",
      [reference, t.clock.now()],
    );
  return reference;
}

/** The same, and its sender was asked whether it may become an idea, where that can still be asked. */
async function askedIn(t: TestWorld, state: string): Promise<string> {
  const reference = await enquiryIn(t, state);
  if (state === "open" || state === "late") await t.perform(ask, { as: "signe", reference, input: ideaWords });
  return reference;
}

/** Sent without logging in. Out: the reference and the code with which it can be claimed. */
async function claimableEnquiry(t: TestWorld): Promise<{ reference: string; code: string }> {
  const { answer: made, revealed } = await t.perform(send, { input: { ...anEnquiry, reach: "12 34 56 77" } });
  return { reference: String(made.reference), code: revealed.receipt ?? "" };
}

let mailboxes = 0;

/** Sent with a mailbox that has not said yes. Out: the token of the mailed link below a path. */
async function tokenOfEnquiry(t: TestWorld, below: string): Promise<string> {
  const email = `olga${(mailboxes += 1)}@example.dk`;
  const { answer: made } = await t.perform(send, { input: { ...anEnquiry, reach: email } });
  await t.perform(ask, { as: "signe", reference: String(made.reference), input: ideaWords });
  await t.runJobs();
  const plain = (await t.mails()).filter(({ recipient }) => recipient === email).map((mail) => mail.plain);
  return new RegExp(`${below}([\\w-]+)`).exec(plain.join("\n"))?.[1] ?? "none";
}

type MakeCase = (t: TestWorld, state: string) => Case | Promise<Case>;

const on =
  (body: Record<string, string> = {}, make = enquiryIn): MakeCase =>
  async (t, state) => ({ params: { reference: await make(t, state) }, body });
const byToken =
  (below: string, body: Record<string, string> = {}): MakeCase =>
  async (t, state) => ({ params: { token: state === "mailed" ? await tokenOfEnquiry(t, below) : "0".repeat(43) }, body });

export const enquiryDoorStates: Record<string, string[]> = {
  "enquiries.claim": ["right-code", "wrong-code"],
  "enquiries.confirm": ["mailed", "unknown"],
  "enquiries.before-confirming": ["mailed", "unknown"],
  "enquiries.say-yes-by-link": ["mailed", "unknown"],
  "enquiries.say-no-by-link": ["mailed", "unknown"],
  "enquiries.before-saying-by-link": ["mailed", "unknown"],
};

export const enquiryCases: Record<string, MakeCase> = {
  "enquiries.send": () => ({ body: { ...anEnquiry, reach: "12 34 56 78" } }),
  "enquiries.confirm": byToken("/henvendelser/bekraeft/"),
  "enquiries.before-confirming": byToken("/henvendelser/bekraeft/"),
  "enquiries.claim": async (t, state) => {
    const { reference, code } = await claimableEnquiry(t);
    return { body: { reference, code: state === "right-code" ? code : "XXXX-XXXX" } };
  },
  "enquiries.withdraw": on(),
  "enquiries.acknowledge": on(),
  "enquiries.answer": on({ status: "answered", text: "Det er kommunens hegn." }),
  "enquiries.note-call": on({ taken: "no" }),
  "enquiries.hand-over": on({ area: otherArea }),
  "enquiries.note": on({ text: "Spørg Bo." }),
  "enquiries.ask-for-idea": on(ideaWords),
  "enquiries.say-yes": on(ideaWords, askedIn),
  "enquiries.say-no": on({}, askedIn),
  "enquiries.say-yes-by-link": byToken("/henvendelser/ja/", ideaWords),
  "enquiries.say-no-by-link": byToken("/henvendelser/nej/"),
  "enquiries.before-saying-by-link": byToken("/henvendelser/ja/"),
  "enquiries.before-saying": on({}, askedIn),
  "enquiries.detail": on(),
  "enquiries.receipt": on(),
  "enquiries.before-answering": on(),
  "enquiries.before-moving": on(),
  "enquiries.before-withdrawing": on(),
};
