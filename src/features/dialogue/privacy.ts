// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { Tx } from "#platform/db/connect.ts";
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

export const privacy: TablePrivacy[] = [
  {
    table: "dialogue.follow",
    basis: "6(1)(a) consent",
    why: "Who asked to hear when something happens to a thing.",
    retention: "Until the person stops following, or the thing is gone.",
    export: (tx, person) =>
      tx
        .selectFrom("dialogue.follow as follow")
        .innerJoin("platform.thing as thing", "thing.id", "follow.thing")
        .select(["thing.reference", "follow.since"])
        .where("follow.person", "=", person)
        .orderBy("follow.since")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("dialogue.follow").where("person", "=", person).execute()),
  },
  {
    table: "dialogue.comment",
    basis: "6(1)(e) public task",
    why: "What somebody said under a thing, with the name they chose and the part they spoke in.",
    retention: "As long as the thing, or until its author takes it back: then the words and the name are gone at once.",
    export: (tx, person) =>
      tx
        .selectFrom("dialogue.comment as comment")
        .innerJoin("platform.thing as thing", "thing.id", "comment.thing")
        .select([
          "thing.reference",
          "comment.number",
          "comment.shown_name",
          "comment.role",
          "comment.stand",
          "comment.text",
          "comment.at",
          "comment.taken_back_at",
        ])
        .where("comment.person", "=", person)
        .orderBy("comment.at")
        .execute(),
    erase: forgetComments,
  },
  {
    table: "dialogue.correction",
    basis: "6(1)(e) public task",
    why: "What stood in a comment before its author corrected it, so that a conversation can be trusted.",
    retention: "As long as the comment; gone when it is taken back.",
    export: (tx, person) =>
      tx
        .selectFrom("dialogue.correction as correction")
        .innerJoin("dialogue.comment as comment", (join) =>
          join.onRef("comment.thing", "=", "correction.thing").onRef("comment.number", "=", "correction.number"),
        )
        .innerJoin("platform.thing as thing", "thing.id", "comment.thing")
        .select(["thing.reference", "correction.number", "correction.text", "correction.at"])
        .where("comment.person", "=", person)
        .orderBy("correction.at")
        .execute(),
    erase: "Goes with the comment it belongs to (dialogue.comment).",
  },
  {
    table: "dialogue.support",
    basis: "6(1)(a) consent",
    why: "Who stands by a thing, so that each person counts once. Others see the number, not the names.",
    retention: "Until the person takes it back, or the thing is gone.",
    export: (tx, person) =>
      tx
        .selectFrom("dialogue.support as support")
        .innerJoin("platform.thing as thing", "thing.id", "support.thing")
        .select(["thing.reference", "support.since"])
        .where("support.person", "=", person)
        .orderBy("support.since")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("dialogue.support").where("person", "=", person).execute()),
  },
];

/** What was said for the municipality stays as an employee's words; all else is taken back, so that answers keep their place. */
async function forgetComments(tx: Tx, person: string): Promise<void> {
  const said = sql`person = ${person} AND coalesce(role, '') NOT IN ('contact-person', 'deputy', 'secretariat', 'employee')`;
  await sql`DELETE FROM dialogue.correction USING dialogue.comment
    WHERE comment.thing = correction.thing AND comment.number = correction.number AND ${said}`.execute(tx);
  await sql`UPDATE dialogue.comment SET person = NULL, taken_back_at = coalesce(taken_back_at, now()), text = NULL, shown_name = NULL, stand = NULL,
    role = NULL, role_area = NULL, role_committee = NULL, corrected_at = NULL WHERE ${said}`.execute(tx);
  await sql`UPDATE dialogue.comment SET person = NULL, shown_name = NULL WHERE person = ${person}`.execute(tx);
}
