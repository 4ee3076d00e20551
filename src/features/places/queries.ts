// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Feature } from "#platform/feature.ts";
import { optionalText } from "#platform/forms/fields.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { switchedOn } from "#platform/modules.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import type { Answering } from "./absence.ts";
import { areasFor } from "./area.ts";
import { allAnsweringToday } from "./store-absence.ts";
import { areasOf, localitiesWithCounts, type Area } from "./store.ts";

/** All areas: what each is for, who answers and who steps in, and how fast. */
export const allAreas = query({
  name: "places.areas",
  input: z.object({}),
  may: anyone,
  api: "GET /areas",
  run: async ({ db, now, lang }) => ({ areas: (await allAnsweringToday(db, now)).map((one) => shownTo(one, lang)) }),
});

/** All localities with how many public things lie in each: what the map shows. */
export const allLocalities = query({
  name: "places.localities",
  input: z.object({}),
  may: anyone,
  api: "GET /localities",
  run: async ({ db }) => ({ localities: (await localitiesWithCounts(db)).map(({ id: _, ...locality }) => locality) }),
});

/** Whom to turn to: the areas that somebody's own words point to, each with why, or all of them. */
export const contacts = query({
  name: "places.contacts",
  input: z.object({ q: optionalText({ max: 200 }) }),
  may: anyone,
  api: "GET /contacts",
  async run({ db, input, now, lang }) {
    const [areas, answering] = await Promise.all([areasOf(db), allAnsweringToday(db, now)]);
    const why = new Map((input.q === undefined ? [] : areasFor(areas, input.q)).map((found) => [found.area.id, found]));
    const shown = new Map(answering.map((one) => [one.area.id, shownTo(one, lang)]));
    return {
      q: input.q,
      found: [...why].flatMap(([id, { words, people }]) => {
        const area = shown.get(id);
        return area ? [{ ...area, words, people: people.map(({ name }) => name) }] : [];
      }),
      others: [...shown].flatMap(([id, area]) => (why.has(id) ? [] : [area])),
    };
  },
});

/** One area: its people, what it is for, what it promises, and whether it keeps that. */
export const oneAreaWith = (measuring: () => Pick<Feature, "name" | "measureOf">) =>
  query({
    name: "places.area",
    input: z.object({ area: z.string().max(80) }),
    may: anyone,
    api: "GET /areas/:area",
    async run({ db, input, now, lang }) {
      const one = (await allAnsweringToday(db, now)).find(({ area }) => area.slug === input.area);
      if (!one) throw notFound();
      const [on] = await switchedOn(db, [measuring()]);
      return { ...shownTo(one, lang), kept: await on?.measureOf?.(db, one.area.slug, lang, now) };
    },
  });

export type OneArea = ReturnType<typeof oneAreaWith>;

/** What everybody may know of an area: ids stay inside. */
export const shownTo = ({ area, who, as, away }: Answering & { area: Area }, lang: Lang) => ({
  slug: area.slug,
  name: lang === "en" ? area.nameEn : area.name,
  about: lang === "en" ? area.aboutEn : area.about,
  contactPerson: area.contactPerson.name,
  deputy: area.deputy.name,
  /** Who answers today, as what, and for whom. */
  answers: who.name,
  as,
  away,
  phone: area.phone,
  hours: lang === "en" ? area.hoursEn : area.hours,
  acknowledgeWorkingDays: area.acknowledgeDays,
  answerWorkingDays: area.answerDays,
});

export type ShownArea = ReturnType<typeof shownTo>;
