// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, PageHead } from "#design/index.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { Value } from "#platform/settings/setting.ts";
import { paths } from "../paths.ts";
import type { closedDays, localities, oneClosedDay, oneLocality } from "../queries-own.ts";
import { texts } from "../texts.ts";
import { ConfirmPage, crumbs, EditPage, Saved, settingsPage, Tasks, type Crumb, type Input } from "./parts.tsx";

type All = Awaited<ReturnType<typeof localities.answer>>;
type One = Awaited<ReturnType<typeof oneLocality.answer>>;
type Days = Awaited<ReturnType<typeof closedDays.answer>>;
type Day = Awaited<ReturnType<typeof oneClosedDay.answer>>;

const toPlaces = (lang: Lang): Crumb => ({ href: paths.localities(lang), text: texts(lang)("places.title") });
const toDays = (lang: Lang): Crumb => ({ href: paths.closedDays(lang), text: texts(lang)("days.title") });

export function LocalitiesPage({ localities: all }: All, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return settingsPage(
    t("places.title"),
    crumbs(lang),
    <>
      <PageHead
        title={t("places.title")}
        lead={t("places.lead")}
        action={<ButtonLink href={paths.newLocality(lang)}>{t("places.new")}</ButtonLink>}
      />
      <Saved visit={visit} />
      <Tasks
        tasks={all.map(({ slug, name, postalCode }) => ({
          title: name,
          href: paths.locality(lang, { reference: slug }),
          state: postalCode,
        }))}
      />
    </>,
  );
}

const inputs: Input[] = [
  { name: "name", as: "line", max: 80 },
  { name: "postalCode", as: "number", max: 4 },
  { name: "lat", as: "number", max: 12 },
  { name: "lon", as: "number", max: 12 },
];

export function LocalityPage({ value, uses }: One, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return EditPage({
    visit,
    kind: "locality",
    value,
    inputs,
    title: String(value["name"]),
    lead: t("place.lead"),
    at: crumbs(lang, toPlaces(lang)),
    after: (
      <p class="desk-links">
        <a href={`${paths.history(lang)}?kind=locality&key=${value.id}`}>{t("area.history")}</a>
        {uses === 0 && <a href={paths.removeLocality(lang, { reference: String(value["slug"]) })}>{t("place.remove")}</a>}
      </p>
    ),
  });
}

export const NewLocalityPage = (_data: unknown, visit: Visit): Sheet =>
  EditPage({
    visit,
    kind: "locality",
    value: undefined,
    inputs,
    title: texts(visit.lang)("places.new"),
    lead: texts(visit.lang)("place.lead"),
    at: crumbs(visit.lang, toPlaces(visit.lang)),
  });

/** What is in use stays: the page says how much. */
export function RemoveLocalityPage({ value, uses }: One, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const name = String(value["name"]);
  return ConfirmPage({
    visit,
    title: t("remove.title", { name }),
    lead: uses > 0 ? t("place.in-use", { count: uses }) : t("remove.lead"),
    button: uses > 0 ? undefined : t("remove.button"),
    at: crumbs(visit.lang, toPlaces(visit.lang)),
  });
}

export function ClosedDaysPage({ days }: Days, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return settingsPage(
    t("days.title"),
    crumbs(lang),
    <>
      <PageHead
        title={t("days.title")}
        lead={t("days.lead")}
        action={<ButtonLink href={paths.newClosedDay(lang)}>{t("days.new")}</ButtonLink>}
      />
      <Saved visit={visit} />
      <Tasks
        tasks={days.map(({ day, name, nameEn }) => ({
          title: sayDate(day, lang),
          href: paths.removeClosedDay(lang, { reference: day }),
          about: lang === "en" ? nameEn : name,
          state: t("remove.short"),
        }))}
      />
    </>,
  );
}

export const NewClosedDayPage = (_data: unknown, visit: Visit): Sheet =>
  EditPage({
    visit,
    kind: "closed-day",
    value: undefined,
    inputs: [
      { name: "day", as: "date" },
      { name: "name", as: "line", max: 80 },
      { name: "nameEn", as: "line", max: 80 },
    ],
    title: texts(visit.lang)("days.new"),
    lead: texts(visit.lang)("days.lead"),
    note: <p>{texts(visit.lang)("area.days.note")}</p>,
    at: crumbs(visit.lang, toDays(visit.lang)),
  });

export function RemoveClosedDayPage({ value }: Day, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return ConfirmPage({
    visit,
    title: t("remove.title", { name: sayDate(value.id, lang) }),
    lead: t("days.remove.lead", { name: nameIn(value, lang) }),
    button: t("remove.button"),
    at: crumbs(lang, toDays(lang)),
  });
}

const nameIn = (value: Value, lang: Lang): string => String(value[lang === "en" ? "nameEn" : "name"]);
