// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Card, Kind } from "#platform/feature.ts";
import type { Welcome } from "#platform/links/index.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { themesOf } from "#features/themes/index.ts";
import { contactWords, statusWords } from "./listing-words.ts";
import { isAsking, shownStatus } from "./listing.ts";
import { paths } from "./paths.ts";
import { patternOf } from "./shown.ts";
import { listingById } from "./store.ts";
import { listedByIds } from "./store-list.ts";
import { texts } from "./texts.ts";

/** How a listing looks anywhere, and when it wants ideas: as long as its question is open. */
export const listingKind: Kind = {
  kind: "listing",
  letter: "V",
  page: (lang, to) => paths.listing(lang, to),
  feed: paths.list.pattern,
  map: "/",
  welcomesIdeas,
  async awaits(db, id) {
    const on = await listingById(db, id);
    return on?.public && !on.discarded && !on.told ? { ...on, by: on.tellBy ?? undefined } : undefined;
  },
  group: {
    order: 10,
    title: (lang) => texts(lang)("group"),
    count: (lang, count) => texts(lang)("group.count", { count }),
    list: (lang, { locality }) => paths.list(lang) + (locality === undefined ? "" : `?${new URLSearchParams({ locality }).toString()}`),
  },
  lacks: {
    calendar: "Its days go into the calendar when there is one (C13).",
    export: "Open data come with their own slice; GET /upcoming gives the same until then.",
  },
  async cards(db, ids, lang, now) {
    const [listings, themes] = await Promise.all([listedByIds(db, ids), themesOf(db)]);
    const byId = new Map(listings.map((on) => [on.id, on]));
    const today = localDayOf(now);
    return ids.flatMap((id): Card[] => {
      const on = byId.get(id);
      if (!on) return [];
      return [
        {
          id,
          kind: "listing",
          reference: on.reference,
          href: paths.listing(lang, { reference: on.reference }),
          title: on.title,
          summary: on.question ?? on.openFor,
          sign: { icon: "route", text: texts(lang)("kind") },
          answer:
            on.closure === null ? undefined : { said: on.closure.heard, who: firstNameOf(on.closure.person), at: new Date(on.closure.at) },
          who: contactWords(on, lang),
          place: on.localityName ?? undefined,
          at: on.publishedAt ?? on.createdAt,
          pattern: patternOf(on, themes),
          status: statusWords(shownStatus(on, today), on, lang, now),
        },
      ];
    });
  },
};

async function welcomesIdeas(db: Db | Tx, id: string, now: Date): Promise<Welcome | undefined> {
  const on = await listingById(db, id);
  if (!on || !isAsking(on, localDayOf(now))) return undefined;
  return {
    relation: "answers",
    area: on.area,
    question: on.question ?? undefined,
    until: on.askUntil ?? undefined,
    answerBy: on.tellBy ?? undefined,
  };
}
