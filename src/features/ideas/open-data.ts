// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { workingDaysBetween } from "#platform/clock/working-days.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Cell, Dataset, PromisedCase } from "#platform/open-data.ts";
import { calendarOf } from "#features/places/index.ts";
import { themesOf } from "#features/themes/index.ts";
import { isFinal, isStanding } from "./idea.ts";
import { texts } from "./texts.ts";

/**
 * Public ideas that were due or answered between two days. What was brought in with its answer was promised by nobody here. An idea
 * counts where it was answered, and else where it lies.
 */
export async function promises(db: Db, from: LocalDay, until: LocalDay): Promise<PromisedCase[]> {
  const { rows } = await sql<PromisedCase>`
    SELECT 'idea' AS kind, json_build_object('reference', thing.reference, 'title', idea.title) AS open, coalesce(final.area, thing.area) AS area, idea.submitted_at AS "sentAt",
      final.at AS "answeredAt", idea.due_by AS "dueBy",
      (SELECT count(*) FROM ideas.answer put WHERE put.idea = idea.id AND NOT put.final) AS postponed
    FROM ideas.idea JOIN platform.thing ON thing.id = idea.id
    LEFT JOIN ideas.answer final ON final.idea = idea.id AND final.final
    WHERE idea.listed_at IS NOT NULL AND (final.at IS NULL OR final.at >= idea.submitted_at)
      AND (idea.due_by BETWEEN ${from}::date AND ${until}::date OR final.at BETWEEN ${from}::date - 1 AND ${until}::date + 2)`.execute(db);
  return rows;
}

const columns = [
  "nummer",
  "titel",
  "sted",
  "omraade",
  "emner",
  "skrevet",
  "status",
  "lovet_senest",
  "svar_dato",
  "arbejdsdage",
  "i_tide",
  "fik_ny_dag",
  "kilde",
] as const;

type Row = {
  reference: string;
  title: string;
  place: string | null;
  area: string;
  themes: string[] | null;
  writtenAt: Date;
  sentAt: Date;
  standing: string;
  dueBy: LocalDay;
  answeredAt: Date | null;
  postponed: number;
  source: string | null;
};

/** All public ideas as a table, without anything about who wrote them. */
export const ideaTable: Dataset = {
  key: "ideer",
  title: (lang) => texts(lang)("dataset"),
  about: (lang) => texts(lang)("dataset.about"),
  kinds: ["idea", "area", "place", "theme"],
  columns: columns.map((name) => ({ name, about: (lang) => texts(lang)(`dataset.${name}`) })),
  async rows(db, { after, most }) {
    const [closed, themes, { rows }] = await Promise.all([
      calendarOf(db),
      themesOf(db),
      sql<Row>`
        SELECT thing.reference, idea.title, locality.name AS place, area.name AS area, thing.published_at AS "writtenAt", idea.submitted_at AS "sentAt",
          idea.standing, idea.due_by AS "dueBy", final.at AS "answeredAt", external.source,
          (SELECT count(*) FROM ideas.answer put WHERE put.idea = idea.id AND NOT put.final) AS postponed,
          (SELECT json_agg(theme ORDER BY theme) FROM platform.thing_theme tie WHERE tie.thing = thing.id) AS themes
        FROM platform.thing
        JOIN ideas.idea ON idea.id = thing.id
        JOIN places.shown_area area ON area.id = thing.area
        LEFT JOIN places.shown_locality locality ON locality.id = thing.locality
        LEFT JOIN platform.external ON external.thing = thing.id
        LEFT JOIN ideas.answer final ON final.idea = idea.id AND final.final
        WHERE thing.kind = 'idea' AND thing.visibility = 'public' AND thing.withdrawn_at IS NULL AND idea.listed_at IS NOT NULL
          AND thing.reference > ${after ?? ""}
        ORDER BY thing.reference LIMIT ${sql.lit(most)}`.execute(db),
    ]);
    const nameOf = new Map(themes.map(({ id, name }) => [id, name.da]));
    return rows.map((row): Cell[] => {
      const came = row.answeredAt !== null && row.answeredAt < row.sentAt;
      const answered = row.answeredAt === null ? null : localDayOf(row.answeredAt);
      const status = isStanding(row.standing) ? texts("da")(`status.${row.standing}`) : "";
      return [
        row.reference,
        row.title,
        row.place,
        row.area,
        (row.themes ?? []).flatMap((id) => nameOf.get(id) ?? []).join("; "),
        localDayOf(row.writtenAt),
        status,
        came ? null : row.dueBy,
        answered,
        came || row.answeredAt === null ? null : workingDaysBetween(row.sentAt, row.answeredAt, closed),
        came ? null : isStanding(row.standing) && isFinal(row.standing) && answered !== null ? answered <= row.dueBy : null,
        row.postponed > 0,
        row.source,
      ];
    });
  },
};
