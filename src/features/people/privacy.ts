// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { forgetMailsTo, mailsTo } from "#platform/mail/store.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import { keptDays } from "./link-store.ts";

const task = "6(1)(e) public task";

/** In the order in which one person's rows can go. */
export const privacy: TablePrivacy[] = [
  {
    table: "people.mail_link",
    basis: task,
    why: "Links that were mailed, by their fingerprint: to log in, or to say yes to one thing.",
    retention: `${keptDays} days after they end.`,
    export: (tx, person) =>
      tx
        .selectFrom("people.mail_link")
        .select(["purpose", "created_at", "expires_at", "used_at"])
        .where("mailbox", "in", (eb) => eb.selectFrom("people.mailbox").select("id").where("person", "=", person))
        .orderBy("created_at")
        .execute(),
    erase: async (tx, person) =>
      void (await tx
        .deleteFrom("people.mail_link")
        .where("mailbox", "in", (eb) => eb.selectFrom("people.mailbox").select("id").where("person", "=", person))
        .execute()),
  },
  {
    table: "people.mailbox",
    basis: task,
    why: "Where we write to a person, and who may log in with it.",
    retention: `As long as the person has it. An address that nobody confirmed: ${keptDays} days, or as long as the thing that waits for its yes.`,
    export: async (tx, person) => {
      const mailboxes = await mailboxesOf(tx, person);
      return [
        ...mailboxes,
        ...(await mailsTo(
          tx,
          mailboxes.map(({ address }) => address),
        )),
      ];
    },
    // The address goes; the row stays for the things that were sent from it.
    erase: async (tx, person) => {
      const mailboxes = await mailboxesOf(tx, person);
      await forgetMailsTo(
        tx,
        mailboxes.map(({ address }) => address),
      );
      for (const { id } of mailboxes) {
        await tx
          .updateTable("people.mailbox")
          .set({ address: `erased-${id}@invalid`, person: null, confirmed_at: null })
          .where("id", "=", id)
          .execute();
      }
    },
  },
  {
    table: "people.membership",
    basis: task,
    why: "Which organisations a person belongs to or speaks for.",
    retention: "As long as the organisation, or until the person is erased.",
    export: (tx, person) =>
      tx
        .selectFrom("people.membership as membership")
        .innerJoin("people.organisation as organisation", "organisation.id", "membership.organisation")
        .select(["organisation.name", "membership.part", "membership.from_day", "membership.until_day"])
        .where("membership.person", "=", person)
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("people.membership").where("person", "=", person).execute()),
  },
  {
    table: "people.role",
    basis: task,
    why: "Who may do what for the municipality, and when they might.",
    retention: "Kept: who held a public role when a decision was made can always be asked.",
    export: (tx, person) =>
      tx.selectFrom("people.role").select(["role", "committee", "from_day", "until_day"]).where("person", "=", person).execute(),
    erase: "A public role is part of the record of decisions (Art. 17(3)(b)); the name goes with people.person.",
  },
  {
    table: "people.organisation",
    basis: "no personal data",
    why: "Associations, businesses, institutions and groups that take part.",
    retention: "As long as it takes part.",
    export: "Holds no persons.",
    erase: "Holds no persons.",
  },
  {
    table: "people.person",
    basis: task,
    why: "Who somebody is here: what they want to be called.",
    retention: "As long as they use the platform, or until they ask to be erased.",
    export: (tx, person) => tx.selectFrom("people.person").select(["name", "created_at"]).where("id", "=", person).execute(),
    // The number stays, so that answers given and the audit trail still hold together; nothing says who it was.
    erase: async (tx, person) =>
      void (await tx
        .updateTable("people.person")
        .set((eb) => ({ name: "–", demo_key: null, demo_entry: null, locality: null, erased_at: eb.fn<Date>("statement_timestamp", []) }))
        .where("id", "=", person)
        .execute()),
  },
];

const mailboxesOf = (tx: Tx, person: string) =>
  tx.selectFrom("people.mailbox").select(["id", "address", "lang", "confirmed_at"]).where("person", "=", person).execute();
