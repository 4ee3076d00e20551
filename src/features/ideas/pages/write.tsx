// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, Check, Field, Notice, PageHead, Radios, Select, TextArea } from "#design/index.ts";
import { personOf } from "#platform/auth/actor.ts";
import { PictureFields } from "#platform/files/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { wholeMunicipality } from "#features/places/index.ts";
import { areaName } from "../idea-words.ts";
import type { beforeWriting } from "../queries.ts";
import type { beforeForking } from "../queries-case.ts";
import { texts } from "../texts.ts";
import { crumbs, placeOptions } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeWriting.answer>>;

/** The words of an idea that somebody makes their own version of. */
type Original = Awaited<ReturnType<typeof beforeForking.answer>>["original"];

export function WritePage(data: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const about = data.about === "closed" ? undefined : data.about;
  const title = about ? t(`about.${about.relation}.title`) : t("write.title");
  return sheetOf(data, visit, { title, lead: t("write.lead"), original: undefined });
}

/** A version of one's own: the form filled with the words that it builds on. */
export function VariantPage({ original, ...data }: Awaited<ReturnType<typeof beforeForking.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const lead = t("variant.lead", { title: original.title });
  return { ...sheetOf(data, visit, { title: t("variant.title"), lead, original }), crumbs: crumbs(visit.lang, original), hidden: true };
}

function sheetOf(
  data: Data,
  visit: Visit,
  { title, lead, original }: { title: string; lead: string; original: Original | undefined },
): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title,
    description: t("write.description"),
    section: "ideas",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={title} lead={lead} />
        <div class="columns">
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m" files>
              <AboutWhat data={data} visit={visit} />
              <Needed data={data} visit={visit} original={original} />
              <PictureFields visit={visit} say={t} />
              <More data={data} visit={visit} />
              <p class="small quiet">{t("rules.public")}</p>
              <div class="buttons">
                <Button icon="send">{t("write.send")}</Button>
              </div>
            </FormOf>
          </div>
          <aside class="side">
            <HouseRules lang={lang} />
          </aside>
        </div>
      </div>
    ),
  };
}

/** What the idea is about, said kindly; the form sends it along. */
function AboutWhat({ data: { about }, visit: { lang, now } }: { data: Data; visit: Visit }) {
  const t = texts(lang);
  if (about === undefined) return null;
  if (about === "closed") {
    return (
      <div id="about">
        <Notice kind="warning">
          <p>{t("about.closed")}</p>
        </Notice>
      </div>
    );
  }
  const { reference, title, relation, question, until, answerBy, href } = about;
  return (
    <div id="about" class="stack-s">
      <input type="hidden" name="about" value={reference} />
      {question !== undefined && <p class="lead lead-text">{t("about.question", { question })}</p>}
      <p>
        {t.rich(`about.${relation}`, { title, a: (children) => (href === undefined ? children : <a href={href}>{children}</a>) })}{" "}
        {until !== undefined && t("about.until", { day: sayDay(until, lang, now) })}{" "}
        {answerBy !== undefined && t("about.answer-by", { day: sayDay(answerBy, lang, now) })}
      </p>
    </div>
  );
}

function Needed({ data, visit, original }: { data: Data; visit: Visit; original: Original | undefined }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const where = field("where", original ? (original.place ?? wholeMunicipality) : (visit.locality ?? ""));
  return (
    <>
      <Field {...field("title", original?.title)} label={t("write.field.title")} hint={t("write.hint.title")} maxlength={120} required />
      <TextArea {...field("text", original?.text)} label={t("write.field.text")} hint={t("write.hint.text")} rows={7} required />
      <Select {...where} label={t("write.field.where")} required options={placeOptions(data.localities, visit.lang)} />
      {personOf(visit.actor) === undefined && (
        <Field
          {...field("email")}
          type="email"
          autocomplete="email"
          label={t("write.field.email")}
          optional={t("optional")}
          hint={t("write.hint.email")}
        />
      )}
    </>
  );
}

/** What may be left open. It stays open where something in it was written or is wrong. */
function More({ data, visit }: { data: Data; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const inside = ["name", "showAs", "onBehalf", "onBehalfKind", "phone", "area", "halfDone"] as const;
  const open = inside.some((name) => (visit.values[name] ?? "") !== "" || visit.errors[name] !== undefined);
  return (
    <details open={open}>
      <summary>{t("write.more")}</summary>
      <div class="stack-m">
        <From visit={visit} />
        <Field
          {...field("phone")}
          type="tel"
          autocomplete="tel"
          label={t("write.field.phone")}
          optional={t("optional")}
          hint={t("write.hint.phone")}
          maxlength={20}
        />
        {data.about === undefined && (
          <Select
            {...field("area")}
            label={t("write.field.area")}
            hint={t("write.hint.area")}
            options={[
              { value: "", text: t("write.you-know-best") },
              ...data.areas.map((area) => ({
                value: area.slug,
                text: t("write.area", { area: areaName(area, visit.lang), name: firstNameOf(area.contact) }),
              })),
            ]}
          />
        )}
        <Check
          name="halfDone"
          checked={visit.values["halfDone"] !== undefined}
          text={t("write.field.half-done")}
          hint={t("write.hint.half-done")}
        />
      </div>
    </details>
  );
}

/** Whose idea it is, and what others see of who sends it. */
function From({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const own = personOf(visit.actor)?.name;
  const children = { hint: t("write.hint.behalf.children") };
  return (
    <>
      <Radios
        {...field("onBehalfKind")}
        label={t("write.field.behalf-kind")}
        choices={[
          { value: "", text: t("write.behalf.myself") },
          { value: "organisation", text: t("write.behalf.organisation") },
          { value: "class", text: t("write.behalf.class"), ...children },
          { value: "group", text: t("write.behalf.group"), ...children },
        ]}
      />
      <Field {...field("onBehalf")} label={t("write.field.behalf")} optional={t("optional")} hint={t("write.hint.behalf")} maxlength={80} />
      {own === undefined && (
        <Field
          {...field("name")}
          autocomplete="name"
          label={t("write.field.name")}
          optional={t("optional")}
          hint={t("write.hint.name")}
          maxlength={60}
        />
      )}
      <Radios
        {...field("showAs", "first")}
        label={t("write.field.show-as")}
        hint={t("write.hint.show-as")}
        choices={[
          { value: "own", text: own ?? t("write.show-as.own") },
          { value: "first", text: own === undefined ? t("write.show-as.first") : firstNameOf(own) },
          { value: "citizen", text: t("write.show-as.citizen") },
        ]}
      />
    </>
  );
}

const rules = ["neighbour", "matter", "others", "one"] as const;

function HouseRules({ lang }: { lang: Visit["lang"] }) {
  const t = texts(lang);
  return (
    <Box>
      <div class="stack-s">
        <h2 class="minor-title">{t("rules.title")}</h2>
        <ul class="stack-s">
          {rules.map((rule) => (
            <li>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
      </div>
    </Box>
  );
}
