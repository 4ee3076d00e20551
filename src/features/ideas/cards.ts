// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Card, Kind } from "#platform/feature.ts";
import { sayRefusal } from "#platform/forms/say-errors.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { themesOf } from "#features/themes/index.ts";
import { isOver, shownStatus } from "./idea.ts";
import { areaName, authorName, saidAndWhy, statusWords } from "./idea-words.ts";
import { paths } from "./paths.ts";
import { acknowledge } from "./operations.ts";
import { listed, patternOf } from "./queries.ts";
import { ideaById, isHalfDone } from "./store.ts";
import { listedByIds, type ShortAnswer } from "./store-list.ts";
import { texts } from "./texts.ts";

/** How an idea looks anywhere. */
export const ideaKind: Kind = {
  kind: "idea",
  letter: "I",
  page: (lang, to) => paths.idea(lang, to),
  feed: paths.list.pattern,
  map: "/",
  acknowledging: {
    operation: acknowledge,
    refused: (code, lang) => sayRefusal(code, texts(lang), lang),
  },
  async awaits(db, id) {
    const on = await ideaById(db, id);
    return on && !isOver(on) ? { ...on, by: on.dueBy } : undefined;
  },
  canLack: true,
  talk: { support: true, comments: async (db, id) => ((await isHalfDone(db, id)) ? "build" : "weigh") },
  group: {
    order: 20,
    title: (lang) => texts(lang)("group"),
    count: (lang, count) => texts(lang)("group.count", { count }),
    list: (lang, at) => `${paths.list(lang)}?${new URLSearchParams(at).toString()}`,
  },
  lacks: {
    calendar: "An idea happens at no time.",
    counter: "Counters come with the policy slice (C9).",
  },
  async cards(db, ids, lang, now) {
    const [ideas, themes] = await Promise.all([listedByIds(db, ids), themesOf(db)]);
    const byId = new Map(ideas.map((idea) => [idea.id, idea]));
    return ids.flatMap((id): Card[] => {
      const idea = byId.get(id);
      if (!idea) return [];
      return [
        {
          id,
          kind: "idea",
          reference: idea.reference,
          href: paths.idea(lang, { reference: idea.reference }),
          title: idea.title,
          summary: summaryOf(idea.text, 120),
          sign: { icon: "lightbulb", text: texts(lang)(idea.halfDone ? "idea.half" : "idea") },
          answer: idea.answer === null ? undefined : answerOf(idea.answer, lang),
          who: authorName(idea, lang),
          place: idea.localityName ?? undefined,
          at: idea.listedAt,
          pattern: patternOf(themes, idea.theme),
          supports: idea.supports,
          status: statusWords(shownStatus(listed(idea), localDayOf(now)), idea, lang, now),
        },
      ];
    });
  },
};

function answerOf({ reason, person, agreed, area: name, areaEn: nameEn, at }: ShortAnswer, lang: Lang): Card["answer"] {
  const area = areaName({ name, nameEn }, lang);
  const t = texts(lang);
  const byName = person === null ? area : t("name-in-area", { name: firstNameOf(person), area });
  const who = person === null && agreed ? t("merge.agreed") : byName;
  return { said: saidAndWhy(reason).said, who, at: new Date(at) };
}
