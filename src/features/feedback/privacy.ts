// SPDX-License-Identifier: EUPL-1.2
import type { TablePrivacy } from "#platform/privacy/privacy.ts";

export const privacy: TablePrivacy[] = [
  {
    table: "feedback.answer",
    basis: "6(1)(e) public task",
    why: "How it went, said by who was asked, so that an area can become better and everybody can see the numbers.",
    retention: "The number as long as the platform; the line too, without a person after a year.",
    export: (tx, person) =>
      tx
        .selectFrom("feedback.answer as answer")
        .innerJoin("feedback.request as request", "request.id", "answer.request")
        .innerJoin("platform.thing as thing", "thing.id", "request.thing")
        .select(["thing.reference", "answer.score", "answer.line", "answer.at"])
        .where("request.person", "=", person)
        .orderBy("answer.at")
        .execute(),
    erase: async (tx, person) =>
      void (await tx
        .updateTable("feedback.answer")
        .set({ line: null })
        .where("request", "in", tx.selectFrom("feedback.request").select("id").where("person", "=", person))
        .execute()),
  },
  {
    table: "feedback.request",
    basis: "6(1)(e) public task",
    why: "Who was asked how it went, so that nobody is asked twice.",
    retention: "Who it was: a year. That somebody was asked: as long as the thing.",
    export: (tx, person) =>
      tx
        .selectFrom("feedback.request as request")
        .innerJoin("platform.thing as thing", "thing.id", "request.thing")
        .select(["thing.reference", "request.occasion", "request.asked_at"])
        .where("request.person", "=", person)
        .orderBy("request.asked_at")
        .execute(),
    erase: async (tx, person) =>
      void (await tx.updateTable("feedback.request").set({ person: null }).where("person", "=", person).execute()),
  },
];
