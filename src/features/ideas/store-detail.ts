// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { LocalDay } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { isAnswerStatus } from "./answer.ts";
import type { Author } from "./author.ts";
import type { AnswerStatus } from "./idea.ts";

export type GivenAnswer = {
  id: string;
  status: AnswerStatus;
  reason: string;
  possibleIf: string | null;
  /** That is the rule that stands against it. */
  byRule: boolean;
  nextStep: string | null;
  newDay: LocalDay | null;
  /** The whole it goes into: an idea, or what it answered a question about. */
  partOf: { kind: string; reference: string; title: string } | null;
  /** None where two authors agreed that one goes into the other. */
  person: string | undefined;
  areaName: string;
  areaNameEn: string;
  /** The author said yes to it. */
  agreed: boolean;
  at: Date;
};

/** What has been answered, first to last. */
export async function answersTo(db: Db | Tx, idea: string): Promise<GivenAnswer[]> {
  const rows = await db
    .selectFrom("ideas.answer as answer")
    .leftJoin("people.shown as person", "person.id", "answer.person")
    .innerJoin("places.shown_area as area", "area.id", "answer.area")
    .leftJoin("platform.thing as whole", (join) =>
      join.onRef("whole.id", "=", "answer.part_of").on("whole.visibility", "=", "public").on("whole.withdrawn_at", "is", null),
    )
    .leftJoin("platform.search_document as whole_words", "whole_words.thing", "whole.id")
    .select([
      "answer.id",
      "answer.status",
      "answer.reason",
      "answer.possible_if",
      "answer.by_rule",
      "answer.next_step",
      "answer.new_day",
      "answer.at",
      "person.name as person",
      "answer.merge",
      "area.name as area_name",
      "area.name_en as area_name_en",
      "whole.reference as whole_reference",
      "whole.kind as whole_kind",
      "whole_words.title as whole_title",
    ])
    .where("answer.idea", "=", idea)
    .orderBy("answer.ordinal")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    status: isAnswerStatus(row.status) ? row.status : "investigating",
    reason: row.reason,
    possibleIf: row.possible_if,
    byRule: row.by_rule,
    nextStep: row.next_step,
    newDay: row.new_day,
    at: row.at,
    person: row.person ?? undefined,
    agreed: row.merge !== null,
    areaName: row.area_name ?? "",
    areaNameEn: row.area_name_en ?? "",
    partOf:
      row.whole_kind !== null && row.whole_reference !== null && row.whole_title !== null
        ? { kind: row.whole_kind, reference: row.whole_reference, title: row.whole_title }
        : null,
  }));
}

export type Turn = {
  what: "acknowledged" | "handed-over" | "escalated" | "edited" | "took-in";
  at: Date;
  person: string | null;
  areaName: string | null;
  areaNameEn: string | null;
  /** The idea that went into this one, with whose it is. */
  part: (Author & { reference: string; title: string }) | null;
};

/** What happened to an idea besides answers, first to last. */
export async function turnsOf(db: Db, idea: string): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    SELECT turn.what, turn.at, person.name AS person, area.name AS "areaName", area.name_en AS "areaNameEn", turn.part FROM (
      SELECT 'acknowledged' AS what, at, person, NULL::uuid AS area, NULL::json AS part FROM ideas.acknowledgement WHERE idea = ${idea}
      UNION ALL SELECT 'handed-over', at, person, to_area, NULL FROM ideas.hand_over WHERE idea = ${idea}
      UNION ALL SELECT 'escalated', min(at), NULL, NULL, NULL FROM ideas.escalation WHERE idea = ${idea} HAVING count(*) > 0
      UNION ALL SELECT 'edited', max(at), NULL, NULL, NULL FROM ideas.edit WHERE idea = ${idea} HAVING count(*) > 0
      UNION ALL (SELECT 'took-in', answer.at, NULL, NULL, json_build_object('reference', thing.reference, 'title', part.title,
          'shownName', part.shown_name, 'onBehalf', part.on_behalf, 'onBehalfKind', part.on_behalf_kind)
        FROM ideas.answer JOIN ideas.idea part ON part.id = answer.idea AND part.listed_at IS NOT NULL JOIN platform.thing ON thing.id = part.id
        WHERE answer.part_of = ${idea} ORDER BY answer.at LIMIT 50)
    ) AS turn
    LEFT JOIN people.shown person ON person.id = turn.person
    LEFT JOIN places.shown_area area ON area.id = turn.area
    ORDER BY turn.at`.execute(db);
  return rows;
}

/** The name of who told the author that the idea was read. */
export async function whoRead(db: Db | Tx, idea: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("ideas.acknowledgement as acknowledgement")
    .innerJoin("people.shown as person", "person.id", "acknowledgement.person")
    .select("person.name")
    .where("acknowledgement.idea", "=", idea)
    .executeTakeFirst();
  return row?.name ?? undefined;
}
