// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";
import { draftDays } from "./jobs.ts";

export const privacy: TablePrivacy[] = [
  {
    table: "drafts.draft",
    why: "What somebody has typed in a form and not sent yet, so that they can go on later. Only they see it.",
    basis: "6(1)(e) public task",
    retention: `Until it is sent; else ${draftDays} days after it was kept.`,
    export: (tx, person) =>
      tx
        .selectFrom("drafts.draft as draft")
        .innerJoin("platform.thing as thing", "thing.id", "draft.thing")
        .select(["thing.reference", "draft.form", "draft.typed", "draft.at"])
        .where("draft.person", "=", person)
        .orderBy("draft.at")
        .execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("drafts.draft").where("person", "=", person).execute()),
  },
  {
    table: "drafts.phrase",
    why: "Sentences that somebody uses again when they answer: their own, or those of their area.",
    basis: "6(1)(e) public task",
    retention: "Until it is removed, or the person is erased; those of an area stay with it.",
    export: (tx, person) =>
      tx.selectFrom("drafts.phrase").select(["title", "text", "made_at"]).where("made_by", "=", person).orderBy("made_at").execute(),
    erase: async (tx, person) => void (await tx.deleteFrom("drafts.phrase").where("person", "=", person).execute()),
  },
];
