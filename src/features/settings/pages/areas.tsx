// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Check, Field, Notice, PageHead, Select } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { versionOf } from "#platform/settings/setting.ts";
import { paths } from "../paths.ts";
import type { allAreas, beforeAddingArea, oneArea } from "../queries-area.ts";
import { texts } from "../texts.ts";
import { crumbs, EditPage, Inputs, Saved, Summary, Tasks, type Crumb, type Input } from "./parts.tsx";

type All = Awaited<ReturnType<typeof allAreas.answer>>;
type One = Awaited<ReturnType<typeof oneArea.answer>>;
type Before = Awaited<ReturnType<typeof beforeAddingArea.answer>>;

const named = (lang: Lang, { name, nameEn }: { name: string; nameEn: string }): string => (lang === "en" ? nameEn : name);
const toAreas = (lang: Lang): Crumb => ({ href: paths.areas(lang), text: texts(lang)("areas.title") });
const toArea = (lang: Lang, { area }: One): Crumb => ({ href: paths.area(lang, { reference: area.slug }), text: named(lang, area) });

export function AreasPage({ areas }: All, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("areas.title"),
    section: "settings",
    hidden: true,
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead
          title={t("areas.title")}
          lead={t("areas.lead")}
          action={<ButtonLink href={paths.newArea(lang)}>{t("areas.new")}</ButtonLink>}
        />
        <Saved visit={visit} />
        <Tasks
          tasks={areas.map((area) => ({
            title: named(lang, area),
            href: paths.area(lang, { reference: area.slug }),
            about:
              area.heirName === null
                ? t("areas.people", { contact: area.contactName ?? "", deputy: area.deputyName ?? "" })
                : t("areas.closed", { heir: (lang === "en" ? area.heirNameEn : area.heirName) ?? "" }),
            state: t("areas.days", { count: area.answerDays }),
          }))}
        />
      </div>
    ),
  };
}

export function AreaPage(data: One, visit: Visit): Sheet {
  const { lang } = visit;
  const { area } = data;
  const t = texts(lang);
  const to = { reference: area.slug };
  const people = data.names.get(area.id);
  const row = (field: string, fact: string, href: string) => ({
    term: t.maybe(`field.area.${field}`) ?? field,
    fact,
    href,
    change: t("change"),
  });
  const [name, words, contact, days, who] = [
    paths.areaName(lang, to),
    paths.areaWords(lang, to),
    paths.areaContact(lang, to),
    paths.areaDays(lang, to),
    paths.areaPeople(lang, to),
  ];
  return {
    title: named(lang, area),
    section: "settings",
    hidden: true,
    crumbs: crumbs(lang, toAreas(lang)),
    body: (
      <div class="page">
        <PageHead title={named(lang, area)} />
        <div class="stack-m">
          <Saved visit={visit} />
          {area.successor !== null && (
            <Notice>
              <p>{t("areas.closed", { heir: (lang === "en" ? people?.heirEn : people?.heir) ?? "" })}</p>
            </Notice>
          )}
          <Summary
            rows={[
              { term: t("area.people.contact"), fact: people?.contact ?? "", href: who, change: t("change") },
              ...(data.today === undefined ? [] : [{ term: t("area.people.today"), fact: data.today }]),
              { term: t("area.people.deputy"), fact: people?.deputy ?? "", href: who, change: t("change") },
              row("acknowledgeDays", t("value.days", { count: area.acknowledgeDays }), days),
              row("answerDays", t("value.days", { count: area.answerDays }), days),
              row("phone", area.phone, contact),
              row("hours", area.hours, contact),
              row("name", area.name, name),
              row("nameEn", area.nameEn, name),
              row("about", area.about, name),
              row("aboutEn", area.aboutEn, name),
              row("keywords", area.keywords.join(", "), words),
            ]}
          />
          <p class="desk-links">
            <a href={`${paths.history(lang)}?kind=area&key=${area.id}`}>{t("area.history")}</a>
            {area.successor === null && <a href={paths.closeArea(lang, to)}>{t("area.close")}</a>}
          </p>
        </div>
      </div>
    ),
  };
}

const inputs = {
  name: [
    { name: "name", as: "line", max: 80 },
    { name: "nameEn", as: "line", max: 80 },
    { name: "about", as: "text", max: 600 },
    { name: "aboutEn", as: "text", max: 600 },
  ],
  words: [{ name: "keywords", as: "words", rows: 14 }],
  contact: [
    { name: "phone", as: "tel", max: 20 },
    { name: "hours", as: "line", max: 120 },
    { name: "hoursEn", as: "line", max: 120 },
  ],
  days: [
    { name: "acknowledgeDays", as: "number", max: 2 },
    { name: "answerDays", as: "number", max: 2 },
  ],
} as const satisfies Record<string, Input[]>;
export type AreaPart = keyof typeof inputs;

/** One part of an area on a form. What was promised already stands: the page says so. */
export const areaForm =
  (part: AreaPart) =>
  (data: One, visit: Visit): Sheet => {
    const t = texts(visit.lang);
    return EditPage({
      visit,
      kind: "area",
      inputs: inputs[part],
      value: data.area,
      title: t(`area.${part}.title`),
      lead: t(`area.${part}.lead`, { area: named(visit.lang, data.area) }),
      ...(part === "days" && { note: <p>{t("area.days.note")}</p> }),
      at: crumbs(visit.lang, toAreas(visit.lang), toArea(visit.lang, data)),
    });
  };

type Known = readonly { name: string; address: string }[];

/** Who answers and who steps in: one of those who are known, or somebody new by e-mail. */
function People({ people, contact, deputy, visit }: { people: Known; contact: string; deputy: string; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const options = [
    { value: "", text: t("choose") },
    ...people.map(({ name, address }) => ({ value: address, text: `${name} (${address})` })),
  ];
  const somebody = (role: keyof typeof fresh, before: string) => (
    <>
      <Select {...field(role, before)} label={t(`field.area.${role}`)} options={options} wide />
      <Field
        {...field(fresh[role])}
        type="email"
        label={t(`field.area.${fresh[role]}`)}
        hint={t(`hint.area.${fresh[role]}`)}
        optional={t("optional")}
        maxlength={254}
      />
    </>
  );
  return (
    <>
      {somebody("contactPerson", contact)}
      {somebody("deputy", deputy)}
    </>
  );
}

/** Beside the list of those who are known a field for somebody new. */
const fresh = { contactPerson: "newContactPerson", deputy: "newDeputy" } as const;

export function AreaPeoplePage(data: One, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    ...EditPage({
      visit,
      kind: "area",
      inputs: [],
      value: undefined,
      title: t("area.people.title"),
      lead: t("area.people.lead", { area: named(visit.lang, data.area) }),
      note: <p>{t("area.people.note")}</p>,
      at: crumbs(visit.lang, toAreas(visit.lang), toArea(visit.lang, data)),
      children: (
        <>
          <input type="hidden" name="seen" value={versionOf(data.area, ["contactPerson", "deputy"])} />
          <People people={data.people} contact={data.contact} deputy={data.deputy} visit={visit} />
        </>
      ),
    }),
  };
}

export function NewAreaPage({ people, deadlines }: Before, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return EditPage({
    visit,
    kind: "area",
    inputs: inputs.name,
    value: undefined,
    title: t("area.new.title"),
    lead: t("area.new.lead"),
    save: t("area.new.save"),
    at: crumbs(lang, toAreas(lang)),
    children: (
      <>
        <People people={people} contact="" deputy="" visit={visit} />
        <Inputs
          kind="area"
          inputs={[...inputs.contact, ...inputs.days, ...inputs.words]}
          value={{ acknowledgeDays: deadlines.acknowledgeDays, answerDays: deadlines.answerDays }}
          visit={visit}
        />
      </>
    ),
  });
}

/** Nothing is left without somebody: how much lies here, and who takes over. */
export function CloseAreaPage(data: One, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { area, things, others } = data;
  const field = fieldsOf(visit, t);
  const title = t("close.title", { area: named(lang, area) });
  return {
    title,
    section: "settings",
    hidden: true,
    crumbs: crumbs(lang, toAreas(lang), toArea(lang, data)),
    body: (
      <div class="page">
        <PageHead title={title} lead={t("close.lead", { count: things })} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="stack-m">
            <input type="hidden" name="seen" value={versionOf(area, ["successor"])} />
            <Select
              {...field("successor")}
              name="successor"
              label={t("field.area.successor")}
              hint={t("hint.area.successor")}
              options={[{ value: "", text: t("choose") }, ...others.map((one) => ({ value: one.slug, text: named(lang, one) }))]}
            />
            {things > 0 && (
              <Check
                error={field("handOver").error}
                errorWord={field("handOver").errorWord}
                name="handOver"
                checked={visit.values["handOver"] !== undefined}
                text={t("field.area.handOver", { count: things })}
                hint={t("hint.area.handOver")}
              />
            )}
            <div class="buttons">
              <Button>{t("close.button")}</Button>
            </div>
          </FormOf>
        </div>
      </div>
    ),
  };
}
