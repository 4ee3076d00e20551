// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Field, FieldRow, Notice, PageHead, Rows, Select, Status, WorkRow } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import type { Absence } from "#features/places/index.ts";
import { paths } from "../paths.ts";
import type { beforeComingBack, beforeGoingAway } from "../queries-absence.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof beforeGoingAway.answer>>;

export const deskCrumb = ({ lang }: Visit) => ({ href: paths.workbench(lang), text: texts(lang)("title") });

/** When somebody is away: what is said already, and a form for more. */
export function AbsencePage({ mine, others, colleagues, everybody }: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const said = (["away", "back"] as const).find((one) => one === visit.asked["nyt"]);
  return {
    title: t("absence.title"),
    section: "workbench",
    crumbs: [deskCrumb(visit)],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("absence.title")} lead={t("absence.lead")} />
        <div class="stack-l">
          {said && (
            <Notice kind="done" announce>
              <p>{t(`absence.said.${said}`)}</p>
            </Notice>
          )}
          <Absences title={t("absence.yours")} absences={mine} visit={visit} />
          <Absences title={t("absence.others")} absences={others} visit={visit} />
          <section class="stack-m narrow" aria-labelledby="new">
            <h2 id="new">{t("absence.new")}</h2>
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              {everybody && (
                <Select
                  {...field("person")}
                  label={t("absence.field.person")}
                  options={[{ value: "", text: t("absence.me") }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]}
                />
              )}
              <FieldRow>
                <Field {...field("from", localDayOf(visit.now))} type="date" short required label={t("absence.field.from")} />
                <Field {...field("until")} type="date" short required label={t("absence.field.until")} hint={t("absence.hint.until")} />
              </FieldRow>
              <Select
                {...field("standIn")}
                label={t("absence.field.stand-in")}
                hint={t("absence.hint.stand-in")}
                options={[{ value: "", text: t("absence.nobody") }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))]}
              />
              <Button>{t("absence.save")}</Button>
            </FormOf>
          </section>
        </div>
      </div>
    ),
  };
}

function Absences({ title, absences, visit: { lang, now } }: { title: string; absences: readonly Absence[]; visit: Visit }) {
  if (absences.length === 0) return null;
  const t = texts(lang);
  const today = localDayOf(now);
  return (
    <section class="stack-s">
      <h2>{title}</h2>
      <Rows>
        {absences.map((one) => (
          <WorkRow
            status={
              <Status sign={one.from <= today ? "waiting" : "upcoming"}>{t(one.from <= today ? "absence.now" : "absence.coming")}</Status>
            }
            title={t("absence.days", {
              name: firstNameOf(one.person.name),
              from: sayDay(one.from, lang, now),
              until: sayDay(one.until, lang, now),
            })}
            href={paths.back(lang, { reference: one.id })}
            why={one.standIn ? t("absence.third", { name: firstNameOf(one.standIn.name) }) : t("absence.deputy")}
            action={
              <ButtonLink small kind="secondary" href={paths.back(lang, { reference: one.id })}>
                {t("absence.end")}
              </ButtonLink>
            }
          />
        ))}
      </Rows>
    </section>
  );
}

export function BackPage(one: Awaited<ReturnType<typeof beforeComingBack.answer>>, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const values = { name: firstNameOf(one.person.name), from: sayDay(one.from, lang, now), until: sayDay(one.until, lang, now) };
  const title = t(one.mine ? "back.title.mine" : "back.title", values);
  return {
    title,
    section: "workbench",
    crumbs: [deskCrumb(visit), { href: paths.absence(lang), text: t("absence.title") }],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(one.mine ? "back.lead.mine" : "back.lead", values)} />
        <div class="narrow stack-m">
          <FormErrors visit={visit} say={t} />
          <FormOf visit={visit} class="buttons">
            <Button>{t(one.mine ? "back.press.mine" : "back.press", values)}</Button>
            <ButtonLink kind="quiet" href={paths.absence(lang)}>
              {t("back.no")}
            </ButtonLink>
          </FormOf>
        </div>
      </div>
    ),
  };
}
