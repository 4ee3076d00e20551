// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, Notice, PageHead, Status, TextArea } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { sayRefusal } from "#platform/forms/say-errors.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { AidButtons, DraftLine, PhrasePicker } from "#features/drafts/index.ts";
import { fateSigns } from "../listing-words.ts";
import { paths } from "../paths.ts";
import type { beforeTelling } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, ListingStatus } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeTelling.answer>>;

/** First each answer's fate, then the two texts. They can be written before it can be told: then they are kept as a draft. */
export function TellPage(on: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const early = on.whyNot === "without-fate" || on.whyNot === "still-asking";
  return {
    title: `${t("telling.title")} · ${on.title}`,
    section: "upcoming",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("telling.title")} lead={on.title} status={<ListingStatus on={on} visit={visit} />} />
        <div class="columns">
          {on.question !== null && (
            <aside class="side desk-read">
              <Box>
                <div class="stack-s">
                  <h2 class="minor-title">{t(on.status === "asking" ? "question.title" : "question.title.over")}</h2>
                  <p>{t("quoted", { text: on.question })}</p>
                </div>
              </Box>
            </aside>
          )}
          <div class="narrow stack-l">
            <DraftLine visit={visit} />
            <FormErrors visit={visit} say={t} />
            {on.question !== null && (
              <section class="stack-s" aria-labelledby="each">
                <h2 id="each">{t("telling.each", { count: on.answers.length })}</h2>
                {on.answers.length === 0 ? (
                  <p>{t(on.status === "asking" ? "answers.none" : "telling.none")}</p>
                ) : (
                  <Fates on={on} lang={lang} />
                )}
              </section>
            )}
            <NotYet on={on} visit={visit} />
            {(on.whyNot === undefined || early) && <Texts on={on} visit={visit} />}
          </div>
        </div>
      </div>
    ),
  };
}

/** Why it cannot be told now, and what to do instead. */
function NotYet({ on, visit: { lang, now } }: { on: Data; visit: Visit }) {
  if (on.whyNot === undefined) return null;
  const t = texts(lang);
  const left = on.answers.filter(({ fate }) => fate === undefined);
  const next = left[0]?.reference;
  const words =
    on.whyNot === "still-asking"
      ? t("telling.still-asking", { day: sayDay(on.askUntil ?? on.decideOn, lang, now) })
      : on.whyNot === "without-fate"
        ? t("telling.left", { count: left.length })
        : sayRefusal(on.whyNot, t, lang);
  return (
    <div class="stack-m">
      <Notice>
        <p>{words}</p>
      </Notice>
      {next !== undefined && on.status !== "told" && (
        <div class="buttons">
          <ButtonLink href={paths.weigh(lang, { reference: on.reference, idea: next })} icon="arrow-right">
            {t("telling.next")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

function Texts({ on, visit }: { on: Data; visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const ready = on.whyNot === undefined;
  return (
    <FormOf visit={visit} class="stack-m">
      <TextArea {...field("heard")} label={t("told.heard")} hint={t("telling.hint.heard")} rows={7} required />
      <TextArea {...field("doing")} label={t("told.doing")} hint={t("telling.hint.doing")} rows={7} required />
      <div class="buttons">
        {ready && <Button icon="send">{t("tell.button")}</Button>}
        <AidButtons visit={visit} look={ready ? t("telling.look") : undefined} />
      </div>
      <p class="small quiet">{t(ready ? "telling.note" : "telling.note.early")}</p>
      <PhrasePicker visit={visit} />
    </FormOf>
  );
}

const Fates = ({ on, lang }: { on: Data; lang: Visit["lang"] }) => {
  const t = texts(lang);
  return (
    <ul class="plain stack-s">
      {on.answers.map(({ reference, title, fate }) => (
        <li class="spread">
          <a href={paths.weigh(lang, { reference: on.reference, idea: reference })}>{title}</a>
          {fate === undefined ? (
            <Status sign="waiting">{t("fate.none")}</Status>
          ) : (
            <Status sign={fateSigns[fate]}>{t(`fate.${fate}`)}</Status>
          )}
        </li>
      ))}
    </ul>
  );
};
