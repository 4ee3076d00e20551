// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import { removePictures } from "#platform/files/index.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

const basis = "6(1)(e) public task";
const record =
  "Whoever spoke for the municipality stands by it as long as the record is kept (Art. 17(3)(b)); the name goes with people.person.";

/** In the order in which one person's rows can go. */
export const privacy: TablePrivacy[] = [
  {
    table: "ideas.idea",
    basis,
    why: "What somebody proposed, the name they chose to be shown with, and how to reach them with the answer.",
    retention:
      "Public ideas as long as the platform; the phone number until the answer, an unconfirmed mailbox until it is confirmed or 30 days.",
    export: (tx, person) =>
      tx
        .selectFrom("ideas.idea as idea")
        .innerJoin("platform.thing as thing", "thing.id", "idea.id")
        .select([
          "thing.reference",
          "idea.title",
          "idea.text",
          "idea.shown_name",
          "idea.phone",
          "idea.submitted_at",
          "thing.published_at",
          "thing.withdrawn_at",
        ])
        .where("thing.owner_person", "=", person)
        .orderBy("idea.submitted_at")
        .execute(),
    erase: forgetAuthor,
  },
  {
    table: "ideas.edit",
    basis,
    why: "What an idea said before its author changed it: who comments or answers must be able to see what was meant.",
    retention: "As long as the idea; emptied with it when an author of an idea that is not public is forgotten.",
    export: (tx, person) =>
      tx.selectFrom("ideas.edit").select(["idea", "ordinal", "title", "text", "at"]).where("person", "=", person).orderBy("at").execute(),
    erase: async (tx, person) => void (await tx.updateTable("ideas.edit").set({ person: null }).where("person", "=", person).execute()),
  },
  {
    table: "ideas.withdrawal",
    basis,
    why: "That an author took an idea back, and when.",
    retention: "As long as the idea.",
    export: (tx, person) => tx.selectFrom("ideas.withdrawal").select(["idea", "at"]).where("person", "=", person).execute(),
    erase: async (tx, person) =>
      void (await tx.updateTable("ideas.withdrawal").set({ person: null }).where("person", "=", person).execute()),
  },
  {
    table: "ideas.acknowledgement",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "Who told the author that the idea was read.",
    export: (tx, person) => tx.selectFrom("ideas.acknowledgement").select(["idea", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "ideas.answer",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "The municipality's answers, with who gave them: a citizen must know who answered.",
    export: (tx, person) =>
      tx
        .selectFrom("ideas.answer")
        .select(["idea", "status", "reason", "possible_if", "next_step", "new_day", "at"])
        .where("person", "=", person)
        .execute(),
  },
  {
    table: "ideas.hand_over",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "Which area gave an idea to which, and who did.",
    export: (tx, person) => tx.selectFrom("ideas.hand_over").select(["idea", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "ideas.look",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "Who looked at an idea that nobody had confirmed, and why it was not shown.",
    export: (tx, person) =>
      tx.selectFrom("ideas.look").select(["idea", "let_through", "reason", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "ideas.concern",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "Which areas an idea concerns besides its own, and who said so.",
    export: (tx, person) => tx.selectFrom("ideas.concern").select(["idea", "area", "at"]).where("person", "=", person).execute(),
  },
  {
    table: "ideas.picture_change",
    basis,
    retention: "As long as the idea.",
    why: "When an idea's pictures were changed, so that whoever read it before can see that they were; not what they showed.",
    export: (tx, person) =>
      tx.selectFrom("ideas.picture_change").select(["idea", "added", "removed", "at"]).where("person", "=", person).execute(),
    erase: async (tx, person) =>
      void (await tx.updateTable("ideas.picture_change").set({ person: null }).where("person", "=", person).execute()),
  },
  {
    table: "ideas.question",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "What one colleague asked another about an idea, and the reply, so that the answer rests on it.",
    export: (tx, person) =>
      tx
        .selectFrom("ideas.question")
        .select(["idea", "text", "wished", "at", "reply", "replied_at", "withdrawn_at"])
        .where((eb) => eb.or([eb("asked", "=", person), eb("asked_by", "=", person)]))
        .orderBy("at")
        .execute(),
  },
  {
    table: "ideas.note",
    basis,
    retention: "As long as the idea.",
    erase: record,
    why: "What those who work on an idea write to each other about it; subject to the rules on access to documents.",
    export: (tx, person) => tx.selectFrom("ideas.note").select(["idea", "text", "at"]).where("person", "=", person).orderBy("at").execute(),
  },
  {
    table: "ideas.merge",
    basis,
    retention: "As long as the ideas.",
    why: "Who proposed that one idea goes into another, which author was asked, and what they said: nobody's idea moves without a yes.",
    export: (tx, person) =>
      tx
        .selectFrom("ideas.merge")
        .select(["part", "whole", "side", "reason", "at", "outcome", "said", "ended_at"])
        .where((eb) => eb.or([eb("proposed_by", "=", person), eb("asked", "=", person)]))
        .orderBy("at")
        .execute(),
    erase: async (tx, person) => {
      await tx.updateTable("ideas.merge").set({ said: null, asked: null }).where("asked", "=", person).execute();
      await tx
        .updateTable("ideas.merge")
        .set({ proposed_by: null })
        .where("proposed_by", "=", person)
        .where("side", "<>", "area")
        .execute();
    },
  },
  {
    table: "ideas.escalation",
    basis: "no personal data",
    retention: "As long as the idea.",
    why: "Which promised days passed, so that each is told of once.",
    export: "Holds no persons.",
    erase: "Holds no persons.",
  },
];

/**
 * What only the author saw goes whole; what others have answered stays as "a citizen" said it, since the answer and the
 * thread would mean nothing without it.
 */
async function forgetAuthor(tx: Tx, person: string): Promise<void> {
  const mine = tx.selectFrom("platform.thing").select("id").where("owner_person", "=", person).where("kind", "=", "idea");
  await removePictures(tx, sql`SELECT id FROM platform.thing WHERE owner_person = ${person}::uuid AND kind = 'idea'`);
  await tx
    .updateTable("ideas.idea")
    .set({ shown_name: null, on_behalf: null, on_behalf_kind: null, phone: null, mailbox: null, claim_hash: null })
    .where("id", "in", mine)
    .execute();
  await tx
    .updateTable("ideas.idea")
    .set({ title: "–", text: "–" })
    .where(
      "id",
      "in",
      mine.where((eb) => eb.or([eb("withdrawn_at", "is not", null), eb("visibility", "<>", "public")])),
    )
    .execute();
  await tx
    .updateTable("ideas.edit")
    .set({ title: "–", text: "–" })
    .where(
      "idea",
      "in",
      mine.where((eb) => eb.or([eb("withdrawn_at", "is not", null), eb("visibility", "<>", "public")])),
    )
    .execute();
  await tx
    .updateTable("platform.thing")
    .set({ owner_person: null })
    .where("owner_person", "=", person)
    .where("kind", "=", "idea")
    .execute();
}
