// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, type Actor } from "#platform/auth/actor.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Answered } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { isStanding } from "./idea.ts";
import { statusWords } from "./idea-words.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

/** "Lately" for the workbench, in days of the calendar; and how many it shows. */
const lately = 30;
const most = 10;

/** The newest answers of the areas whose inbox somebody keeps, also those that promise a new day. One query. */
export async function answered(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Answered[]> {
  const areas = areasOf(actor);
  if (areas.length === 0) return [];
  const rows = await db
    .selectFrom("ideas.answer as answer")
    .innerJoin("ideas.idea as idea", "idea.id", "answer.idea")
    .innerJoin("platform.thing as thing", "thing.id", "idea.id")
    .leftJoin("people.shown as person", "person.id", "answer.person")
    .select(["idea.id", "thing.reference", "idea.title", "answer.status", "answer.at", "idea.due_by", "person.name"])
    .where("answer.area", "in", areas)
    .where("answer.at", ">", new Date(now.getTime() - lately * 24 * 60 * 60_000))
    .where("thing.withdrawn_at", "is", null)
    .orderBy("answer.at", "desc")
    .limit(sql.lit(most))
    .execute();
  return rows.map((row) => {
    const { sign, label } = statusWords(isStanding(row.status) ? row.status : "waiting", { dueBy: row.due_by }, lang, now);
    return {
      id: row.id,
      href: paths.idea(lang, { reference: row.reference }),
      title: row.title,
      sign,
      label,
      who: row.name === null ? texts(lang)("merge.agreed") : firstNameOf(row.name),
      at: row.at,
    };
  });
}

/** What the workbench says when one comes back to it. */
export const said: Record<string, (title: string, lang: Lang) => string> = {
  "ideas.answer": (title, lang) => texts(lang)("said.answer", { title }),
  "ideas.acknowledge": (title, lang) => texts(lang)("said.acknowledge", { title }),
  "ideas.look": (title, lang) => texts(lang)("said.look", { title }),
  "ideas.hand-over": (title, lang) => texts(lang)("said.hand-over", { title }),
};
