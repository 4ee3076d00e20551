// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, Notice, PageHead, Radios, Status, TextArea } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { fateSigns } from "../listing-words.ts";
import { fates } from "../listing.ts";
import { paths } from "../paths.ts";
import type { beforeTelling, beforeWeighing } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, ListingStatus } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof beforeTelling.answer>>;

/** First each answer's fate, then the two texts. Until all have theirs the way to the next answer stands instead. */
export function TellPage(on: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const left = on.answers.filter(({ fate }) => fate === undefined);
  // An answer may have come while it was being written: what was typed stays.
  const typed = Object.keys(visit.values).length > 0;
  return {
    title: `${t("telling.title")} · ${on.title}`,
    section: "upcoming",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("telling.title")} lead={on.title} status={<ListingStatus on={on} visit={visit} />} />
        <div class="columns">
          <div class="narrow stack-l">
            <FormErrors visit={visit} say={t} />
            <section class="stack-s" aria-labelledby="each">
              <h2 id="each">{t("telling.each", { count: on.answers.length })}</h2>
              {on.answers.length === 0 ? <p>{t("telling.none")}</p> : <Fates on={on} lang={lang} />}
            </section>
            {left[0] !== undefined && (
              <>
                <Notice>
                  <p>{t("telling.left", { count: left.length })}</p>
                </Notice>
                <div class="buttons">
                  <ButtonLink href={paths.weigh(lang, { reference: on.reference, idea: left[0].reference })} icon="arrow-right">
                    {t("telling.next")}
                  </ButtonLink>
                </div>
              </>
            )}
            {(left.length === 0 || typed) && (
              <FormOf visit={visit} class="stack-m">
                <TextArea {...field("heard")} label={t("told.heard")} hint={t("telling.hint.heard")} rows={7} required />
                <TextArea {...field("doing")} label={t("told.doing")} hint={t("telling.hint.doing")} rows={7} required />
                <div class="buttons">
                  <Button icon="send">{t("tell.button")}</Button>
                </div>
                <p class="small quiet">{t("telling.note")}</p>
              </FormOf>
            )}
          </div>
          <aside class="side">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("question.title.over")}</h2>
                <p>{t("quoted", { text: on.question ?? "" })}</p>
              </div>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
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

/** What becomes of one answer: taken up, partly, or not, because … */
export function WeighPage(on: Awaited<ReturnType<typeof beforeWeighing.answer>>, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const { answer, fate } = on;
  return {
    title: `${t("weighing.title")} · ${answer.title}`,
    section: "upcoming",
    crumbs: crumbs(lang, on),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("weighing.title")} lead={answer.title} />
        <div class="columns">
          <div class="narrow stack-m">
            <FormErrors visit={visit} say={t} />
            <FormOf visit={visit} class="stack-m">
              <Radios
                {...field("fate", fate?.fate)}
                label={t("weighing.field.fate")}
                choices={fates.map((one) => ({ value: one, text: t(`fate.${one}`), hint: t(`weighing.fate.${one}`) }))}
              />
              <TextArea
                {...field("because", fate?.because)}
                label={t("weighing.field.because")}
                hint={t("weighing.hint.because")}
                rows={5}
                required
              />
              <TextArea
                {...field("possibleIf", fate?.possibleIf ?? "")}
                label={t("weighing.field.possible-if")}
                optional={t("weighing.only-not")}
                hint={t("weighing.hint.possible-if")}
                rows={3}
              />
              <div class="buttons">
                <Button icon="check">{t("weighing.button")}</Button>
                <ButtonLink kind="quiet" href={paths.tell(lang, { reference: on.reference })}>
                  {t("weighing.back")}
                </ButtonLink>
              </div>
              <p class="small quiet">{t("weighing.note")}</p>
            </FormOf>
          </div>
          <aside class="side">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("weighing.from", { who: answer.who })}</h2>
                <p>{answer.summary}</p>
                {answer.href !== undefined && (
                  <p class="small">
                    <a href={answer.href}>{t("weighing.read")}</a>
                  </p>
                )}
              </div>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}
