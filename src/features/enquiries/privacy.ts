// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import { texts } from "./texts.ts";
import { forgetSender, keptYears, sentBy, sentWithAddressOf } from "./store-forget.ts";

const basis = "6(1)(e) public task";
const retention = `${keptYears} years after it was over: then words and persons go, and the days stay.`;
const record =
  "Whoever spoke for the municipality stands by it as long as the record is kept (Art. 17(3)(b)); the name goes with people.person.";

type Own = "acknowledgement" | "missed_call" | "hand_over" | "note" | "answer" | "proposal";

/** What a colleague did, for their own export. */
const didIn =
  (table: Own) =>
  (tx: Tx, person: string): Promise<unknown[]> =>
    within(tx, asSystem, () => tx.selectFrom(`enquiries.${table}`).select(["enquiry", "at"]).where("person", "=", person).execute());

/** In the order in which one person's rows can go. Row level security holds here as well: the program reads as itself. */
export const privacy: TablePrivacy[] = [
  {
    table: "enquiries.enquiry",
    basis,
    why:
      "What somebody asked, and how to reach them with the answer. Seen by them, who answers, and – when late – who follows up. What was sent with a person's address and " +
      "never said yes to stands in their copy by number and day only: an address may be mistyped, and then the words are somebody else's. With the yes they come along.",
    retention,
    export: (tx, person) => within(tx, asSystem, async () => [...(await sentBy(tx, person)), ...(await sentWithAddressOf(tx, person))]),
    erase: (tx, person) => within(tx, asSystem, () => forgetSender(tx, person, new Date())),
  },
  {
    table: "enquiries.answer",
    basis,
    retention,
    erase: record,
    why: "What was answered, by letter or by telephone, with who did: a citizen must know who answered.",
    export: (tx, person) =>
      within(tx, asSystem, () =>
        tx
          .selectFrom("enquiries.answer")
          .select(["enquiry", "status", "text", "new_day", "called_on", "at"])
          .where("person", "=", person)
          .execute(),
      ),
  },
  {
    table: "enquiries.withdrawal",
    basis,
    retention,
    why: "That a sender took an enquiry back, and when.",
    export: (tx, person) =>
      within(tx, asSystem, () => tx.selectFrom("enquiries.withdrawal").select(["enquiry", "at"]).where("person", "=", person).execute()),
    erase: (tx, person) =>
      within(
        tx,
        asSystem,
        async () => void (await tx.updateTable("enquiries.withdrawal").set({ person: null }).where("person", "=", person).execute()),
      ),
  },
  {
    table: "enquiries.acknowledgement",
    basis,
    retention,
    erase: record,
    why: "Who told the sender that it was read.",
    export: didIn("acknowledgement"),
  },
  {
    table: "enquiries.missed_call",
    basis,
    retention,
    erase: record,
    why: "When who called in vain, so that a letter follows.",
    export: didIn("missed_call"),
  },
  {
    table: "enquiries.hand_over",
    basis,
    retention,
    erase: record,
    why: "Which area gave an enquiry to which, and who did.",
    export: didIn("hand_over"),
  },
  {
    table: "enquiries.note",
    basis,
    retention,
    erase: "It goes with the enquiry; who wrote it acted for the municipality.",
    why: "What colleagues write to each other about an enquiry, so that the answer is right.",
    export: didIn("note"),
  },
  {
    table: "enquiries.proposal",
    basis,
    retention,
    erase: "It goes with the enquiry; who asked acted for the municipality.",
    why: "In which words an enquiry may become an idea, and what its sender said to that.",
    export: didIn("proposal"),
  },
  {
    table: "enquiries.escalation",
    basis: "no personal data",
    retention: "As long as the enquiry's days.",
    why: "Which promised days passed, so that each is told of once, and the secretariat sees it from then on.",
    export: "Holds no persons.",
    erase: "Holds no persons.",
  },
];

/** The same for whoever writes, in plain words. */
export function keeps(lang: Lang): { title: string; text: string[] } {
  const t = texts(lang);
  return {
    title: t("keeps.title"),
    text: [t("keeps.what"), t("keeps.who"), t("keeps.how-long", { years: keptYears }), t("keeps.counted")],
  };
}
