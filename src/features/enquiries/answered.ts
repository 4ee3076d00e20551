// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { areasOf, type Actor } from "#platform/auth/actor.ts";
import type { Db } from "#platform/db/connect.ts";
import { scopeOf, within } from "#platform/db/scope.ts";
import type { Answered } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { isStanding } from "./enquiry.ts";
import { statusWords } from "./enquiry-words.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

/** "Lately" for the workbench, in days of the calendar; and how many it shows. */
const lately = 30;
const most = 10;

/** The newest answers and calls of the areas whose inbox somebody keeps. What was handed over since is theirs to read no more. */
export async function answered(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Answered[]> {
  const areas = areasOf(actor);
  if (areas.length === 0) return [];
  const rows = await within(db, scopeOf(actor), (tx) =>
    tx
      .selectFrom("enquiries.answer as answer")
      .innerJoin("enquiries.enquiry as enquiry", "enquiry.id", "answer.enquiry")
      .innerJoin("platform.thing as thing", "thing.id", "enquiry.id")
      .innerJoin("people.shown as person", "person.id", "answer.person")
      .select(["enquiry.id", "thing.reference", "enquiry.subject", "answer.status", "answer.at", "enquiry.due_by", "person.name"])
      .where("answer.area", "in", areas)
      .where("answer.at", ">", new Date(now.getTime() - lately * 24 * 60 * 60_000))
      .where("thing.withdrawn_at", "is", null)
      .where(sql<boolean>`enquiries.may_see(enquiry.id)`)
      .orderBy("answer.at", "desc")
      .limit(sql.lit(most))
      .execute(),
  );
  return rows.map((row) => {
    const { sign, label } = statusWords(isStanding(row.status) ? row.status : "waiting", row.due_by, lang, now);
    return {
      id: row.id,
      href: paths.enquiry(lang, { reference: row.reference }),
      title: row.subject,
      sign,
      label,
      who: firstNameOf(row.name ?? ""),
      at: row.at,
    };
  });
}

/** What the workbench says when one comes back to it. */
export const said: Record<string, (title: string, lang: Lang) => string> = {
  "enquiries.answer": (title, lang) => texts(lang)("said.answer", { title }),
  "enquiries.acknowledge": (title, lang) => texts(lang)("said.acknowledge", { title }),
  "enquiries.note-call": (title, lang) => texts(lang)("said.call", { title }),
};
