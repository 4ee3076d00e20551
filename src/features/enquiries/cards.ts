// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import { scopeOf } from "#platform/db/scope.ts";
import type { Card, Kind } from "#platform/feature.ts";
import { sayRefusal } from "#platform/forms/say-errors.ts";
import { isOver, shownStatus } from "./enquiry.ts";
import { nameInArea, senderName, statusWords } from "./enquiry-words.ts";
import { acknowledge } from "./operations.ts";
import { paths } from "./paths.ts";
import { enquiryById } from "./store.ts";
import { enquiriesByIds } from "./store-open.ts";
import { texts } from "./texts.ts";

/** How an enquiry looks to who may see it: on its sender's own page. To everybody else it looks like nothing. */
export const enquiryKind: Kind = {
  kind: "enquiry",
  letter: "H",
  page: (lang, to) => paths.enquiry(lang, to),
  acknowledging: { operation: acknowledge, refused: (code, lang) => sayRefusal(code, texts(lang), lang) },
  async awaits(db, id) {
    const on = await enquiryById(db, id);
    return on && !isOver(on) ? { ...on, title: on.subject, by: on.dueBy } : undefined;
  },
  lacks: {
    feed: "It is private: whoever may see it is written to.",
    map: "It is private, and about no place that others are to see.",
    calendar: "An enquiry happens at no time.",
    share: "It is private: there is nothing to share.",
    counter: "The public measures of an area count it without a word of it (C8).",
    search: "It is private: no search may find it.",
    follow: "It is private: its sender is told of every answer, and nobody else can be.",
    export: "It is private: only its sender gets it, with all else that is theirs.",
  },
  async cards(db, ids, lang, now, actor) {
    if (actor === undefined) return [];
    const byId = new Map((await enquiriesByIds(db, scopeOf(actor), ids)).map((on) => [on.id, on]));
    return ids.flatMap((id): Card[] => {
      const on = byId.get(id);
      if (!on) return [];
      const newest = on.answers.at(-1);
      return [
        {
          id,
          kind: "enquiry",
          reference: on.reference,
          href: paths.enquiry(lang, { reference: on.reference }),
          title: on.subject,
          summary: on.text.slice(0, 120),
          sign: { icon: "mail", text: texts(lang)("enquiry") },
          answer: newest && {
            said: newest.text.split("\n", 1)[0] ?? "",
            who: nameInArea(newest.person, { name: newest.areaName, nameEn: newest.areaNameEn }, lang),
            at: newest.at,
          },
          who: senderName(on.name, lang),
          place: undefined,
          at: on.submittedAt,
          pattern: "rings",
          status: statusWords(shownStatus(on, localDayOf(now)), on.dueBy, lang, now),
        },
      ];
    });
  },
};
