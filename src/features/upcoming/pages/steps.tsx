// SPDX-License-Identifier: EUPL-1.2
import { Box, Check, Field, Radios, TextArea } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import { questionSheet, type Question } from "#platform/html/one-question.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { phasesAfter } from "../listing.ts";
import { paths } from "../paths.ts";
import type { beforeInviting, beforeStep } from "../queries.ts";
import { whys } from "../store-concerned.ts";
import type { Shown } from "../shown.ts";
import { deciderWords } from "../listing-words.ts";
import { texts } from "../texts.ts";
import { crumbs, ListingStatus } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeStep.answer>>;

/** The last look before everybody sees it. */
export function PublishPage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const day = (date: string): string => sayDay(date, visit.lang, visit.now);
  return small(on, visit, {
    title: t("publishing.title"),
    lead: on.askUntil === null ? t("publishing.lead") : t("publishing.lead.asks", { day: day(on.askUntil) }),
    button: t("publishing.button"),
    fields: (
      <Box>
        <div class="stack-s">
          {on.question !== null && <p>{t("quoted", { text: on.question })}</p>}
          <p>{t("publishing.decides", { who: deciderWords(on, visit.lang), day: day(on.decideOn) })}</p>
          <p class="small quiet">{t("publishing.days-stand")}</p>
        </div>
      </Box>
    ),
  });
}

export function DiscardPage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return small(on, visit, { title: t("discarding.title"), lead: t("discarding.lead"), button: t("discarding.button") });
}

/** It goes on to a later phase. */
export function MovePage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const later = phasesAfter(on.phase);
  return small(on, visit, {
    title: t("moving.title"),
    lead: t("moving.lead"),
    button: t("moving.button"),
    fields: (
      <>
        <Radios
          {...field("phase", later[0])}
          label={t("moving.field.phase")}
          choices={later.map((phase) => ({ value: phase, text: t(`phase.${phase}`), hint: t(`phase.${phase}.text`) }))}
        />
        <TextArea {...field("note")} label={t("moving.field.note")} hint={t("moving.hint.note")} rows={4} required />
        <Field {...field("newsBy")} type="date" short label={t("moving.field.news-by")} hint={t("moving.hint.news-by")} />
      </>
    ),
  });
}

/** A day comes later, once and with a reason. */
export function PutOffPage(on: Data, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const day = { question: on.askUntil, decision: on.decideOn };
  return small(on, visit, {
    title: t("putting-off.title"),
    lead: t("putting-off.lead"),
    button: t("putting-off.button"),
    fields: (
      <>
        <Radios
          {...field("what", on.canPutOff[0])}
          label={t("putting-off.field.what")}
          choices={on.canPutOff.map((what) => ({
            value: what,
            text: t(`putting-off.${what}`, { day: sayDay(day[what] ?? on.decideOn, visit.lang, visit.now) }),
          }))}
        />
        <Field {...field("newDay")} type="date" short label={t("putting-off.field.new-day")} required />
        <TextArea {...field("reason")} label={t("putting-off.field.reason")} hint={t("putting-off.hint.reason")} rows={3} required />
      </>
    ),
  });
}

/** Those whom it concerns: who they are is not shown, only how many there are of each. */
export function InvitePage(on: Awaited<ReturnType<typeof beforeInviting.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const { errors, values } = visit;
  const field = fieldsOf(visit, t);
  return small(on, visit, {
    title: t("inviting.title"),
    lead: t("inviting.lead"),
    button: t("inviting.button"),
    fields: (
      <>
        {whys.map((why) => (
          <Check
            name={why}
            checked={values[why] !== undefined}
            text={t(`inviting.${why}`, { place: on.place?.name ?? t("whole-municipality") })}
            hint={t("inviting.count", { count: on.concerned[why] })}
            error={errors[why] === undefined ? undefined : field(why).error}
            errorWord={field(why).errorWord}
          />
        ))}
        <p class="small quiet">{t("inviting.note")}</p>
      </>
    ),
  });
}

/** One question about one listing, one button, and a way back. */
const small = (on: Shown, visit: Visit, question: Question): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  return questionSheet(visit, question, {
    section: "upcoming",
    crumbs: crumbs(lang, on),
    say: t,
    about: { title: on.title, children: <ListingStatus on={on} visit={visit} /> },
    back: { href: paths.listing(lang, { reference: on.reference }), text: t("back") },
  });
};
