// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { scopeOf, within } from "#platform/db/scope.ts";
import type { Card, Kind } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { themesOf } from "#features/themes/index.ts";
import { paths } from "./paths.ts";
import { shownStatus, type PostKind } from "./post.ts";
import { kindWords, partyName, statusWords } from "./post-words.ts";
import { patternOf } from "./queries.ts";
import { standingSigns } from "./introduction-words.ts";
import { introductionsWhere } from "./store-introduction.ts";
import { postById } from "./store.ts";
import { listedByIds } from "./store-list.ts";
import { letterOf } from "./store-write.ts";
import { texts } from "./texts.ts";

/** How an offer or a need looks anywhere. */
const kindOf = (kind: PostKind, order: number): Kind => ({
  kind,
  letter: letterOf(kind),
  page: (lang, to) => paths.post(lang, to),
  feed: paths.list.pattern,
  map: paths.map.pattern,
  async awaits(db, id) {
    const on = await postById(db, id);
    return on && shownStatus(on, on.lookBy) === "held" ? { ...on, by: on.lookBy } : undefined;
  },
  group: {
    order,
    title: (lang) => texts(lang)(`group.${kind}`),
    count: (lang, count) => texts(lang)(`group.${kind}.count`, { count }),
    list: (lang, at) => `${paths.list(lang)}?${new URLSearchParams({ kind, ...at }).toString()}`,
  },
  lacks: {
    calendar: "It has a period and parts of the week, and no hour at which something happens.",
  },
  cards: postCards,
});

/** Of offers and needs in one query. */
async function postCards(db: Db | Tx, ids: string[], lang: Lang, now: Date): Promise<Card[]> {
  const [posts, themes] = await Promise.all([listedByIds(db, ids), themesOf(db)]);
  const byId = new Map(posts.map((post) => [post.id, post]));
  return ids.flatMap((id): Card[] => {
    const post = byId.get(id);
    if (!post) return [];
    const status = shownStatus({ ...post, published: true, refused: false }, localDayOf(now));
    return [
      {
        id,
        kind: post.kind,
        reference: post.reference,
        href: paths.post(lang, post),
        title: post.title,
        summary: summaryOf(post.text, 120),
        sign: kindWords(post.kind, lang),
        answer: undefined,
        who: partyName(post, lang),
        place: post.localityName ?? undefined,
        at: post.listedAt,
        pattern: patternOf(themes, post.theme),
        status: statusWords(status, post, lang, now),
      },
    ];
  });
}

export const offerKind = kindOf("offer", 15);
export const needKind = kindOf("need", 14);

/** Private: a card only for the two and for who brokers, and without a word of what they wrote. */
export const introductionKind: Kind = {
  kind: "introduction",
  letter: "F",
  page: (lang, to) => paths.introduction(lang, to),
  lacks: {
    feed: "Private to the two.",
    map: "Private to the two.",
    calendar: "The agreed day is private to the two.",
    share: "Private to the two.",
    search: "Private to the two: its words stand nowhere else.",
    follow: "The two always hear of it; nobody else may.",
  },
  async cards(db, ids, lang, _now, actor) {
    if (actor === undefined) return [];
    const t = texts(lang);
    const found = await within(db, scopeOf(actor), (tx) => introductionsWhere(tx, sql`introduction.id = ANY(${ids}::uuid[])`, ids.length));
    const byId = new Map(found.map((one) => [one.id, one]));
    return ids.flatMap((id): Card[] => {
      const one = byId.get(id);
      if (!one) return [];
      return [
        {
          id,
          kind: "introduction",
          reference: one.reference,
          href: paths.introduction(lang, one),
          title: one.need?.title ?? one.offer?.title ?? t("introduction.help"),
          summary: t("introduction.title", { giver: one.giver.name, seeker: one.seeker.name }),
          sign: { icon: "handshake", text: t("introduction") },
          answer: undefined,
          who: t("introduction.title", { giver: one.giver.name, seeker: one.seeker.name }),
          place: undefined,
          at: one.proposedAt,
          pattern: "basket",
          status: { sign: standingSigns[one.standing], label: t(`standing.${one.standing}`), detail: undefined },
        },
      ];
    });
  },
};
