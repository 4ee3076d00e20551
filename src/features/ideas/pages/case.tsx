// SPDX-License-Identifier: EUPL-1.2
import { Box, Button, ButtonLink, Checkboxes, Field, Notice, PageHead, Select, TextArea, Who } from "#design/index.ts";
import { fieldsOf, FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { personOf } from "#platform/auth/actor.ts";
import { mostConcerns } from "../idea.ts";
import { areaName } from "../idea-words.ts";
import { paths } from "../paths.ts";
import type { beforeAsking, beforeConcerning, beforeReplying, beforeTakingBackQuestion, caseOf } from "../queries-case.ts";
import { isOpen, type Question } from "../store-case.ts";
import { texts } from "../texts.ts";
import { small } from "./handle.tsx";
import { crumbs, IdeaStatus, Paragraphs } from "./parts.tsx";

type Case = Awaited<ReturnType<typeof caseOf.answer>>;

/** The case as the municipality sees it from the inside: what colleagues say, and notes. */
export function CasePage(idea: Case, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const to = { reference: idea.reference };
  const open = !idea.over && idea.status !== "withdrawn" && idea.status !== "not-let-through";
  return {
    title: t("case.title", { title: idea.title }),
    section: "ideas",
    crumbs: crumbs(lang, idea),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("case.heading")} lead={idea.title} status={<IdeaStatus idea={idea} visit={visit} />} />
        <div class="columns">
          <div class="narrow stack-l">
            <Notice>
              <p>{t("case.internal")}</p>
            </Notice>
            <section class="stack" aria-labelledby="questions">
              <h2 id="questions">{t("case.questions")}</h2>
              {idea.questions.length === 0 && <p class="quiet">{t("case.no-questions")}</p>}
              {idea.questions.map((question) => (
                <Asked question={question} visit={visit} takeBack={mayTakeBack(question, visit) ? to : undefined} />
              ))}
              {open && idea.inbox && (
                <ButtonLink kind="secondary" icon="message-circle" href={paths.ask(lang, to)}>
                  {t("case.ask")}
                </ButtonLink>
              )}
            </section>
            <section class="stack" aria-labelledby="notes">
              <h2 id="notes">{t("case.notes")}</h2>
              {idea.notes.map((note) => (
                <Box>
                  <div class="stack-s">
                    <Paragraphs text={note.text} />
                    <p class="small quiet">{t("case.said-by", { name: note.name, day: sayDate(note.at, lang) })}</p>
                  </div>
                </Box>
              ))}
              <FormErrors visit={visit} say={t} />
              <FormOf visit={visit} class="stack-m">
                <TextArea {...field("note")} label={t("case.field.note")} hint={t("case.hint.note")} rows={4} required />
                <div class="buttons">
                  <Button>{t("case.save-note")}</Button>
                </div>
              </FormOf>
            </section>
          </div>
          <aside class="side">
            <Box>
              <div class="stack-s">
                <h2 class="minor-title">{t("case.who-sees")}</h2>
                <p>{t("case.who-sees.text", { areas: [idea.area, ...idea.concerns].map((area) => areaName(area, lang)).join(", ") })}</p>
                {open && idea.keeps && (
                  <p class="small">
                    <a href={paths.concerns(lang, to)}>{t("inbox.concerns")}</a>
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

const mayTakeBack = (question: Question, { actor }: Visit): boolean => isOpen(question) && question.askedBy === personOf(actor)?.id;

type AskedProps = { question: Question; visit: Visit; takeBack?: { reference: string } | undefined };

/** One question with its reply, or until when one is wished for. `takeBack`: of which idea, for who may take it back. */
function Asked({ question, visit: { lang, now }, takeBack }: AskedProps) {
  const t = texts(lang);
  const names = { asker: firstNameOf(question.askedByName), colleague: firstNameOf(question.askedName) };
  return (
    <Box>
      <div class="stack-s">
        <p class="small quiet">{t("case.asked", { ...names, day: sayDate(question.at, lang) })}</p>
        <Paragraphs text={question.text} />
        {isOpen(question) && (
          <p>
            <b>{t("case.awaited", { ...names, day: sayDay(question.wished, lang, now) })}</b>
          </p>
        )}
        {question.withdrawnAt && <p>{t("case.withdrawn", { ...names, day: sayDate(question.withdrawnAt, lang) })}</p>}
        {takeBack && (
          <p class="small">
            <a href={paths.takeBackQuestion(lang, { ...takeBack, question: question.id })}>{t("case.take-back")}</a>
          </p>
        )}
        {question.reply !== null && question.repliedAt !== null && (
          <>
            <Who
              name={question.askedName}
              initials={initialsOf(question.askedName)}
              employee
              small
              line={t("case.replied", { day: sayDate(question.repliedAt, lang) })}
            />
            <Paragraphs text={question.reply} />
          </>
        )}
      </div>
    </Box>
  );
}

export const AskPage = (idea: Awaited<ReturnType<typeof beforeAsking.answer>>, visit: Visit): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  return small(idea, visit, {
    title: t("asking.title"),
    lead: t("asking.lead", { day: sayDay(idea.dueBy, lang, visit.now) }),
    button: t("asking.button"),
    fields: (
      <>
        <Select
          {...field("colleague")}
          label={t("asking.field.colleague")}
          required
          options={[
            { value: "", text: t("write.choose") },
            ...idea.colleagues.map(({ id, name, area }) => ({
              value: id,
              text: area === undefined ? name : t("asking.colleague", { name, area: areaName(area, lang) }),
            })),
          ]}
        />
        <TextArea {...field("question")} label={t("asking.field.question")} hint={t("asking.hint.question")} rows={4} required />
        <Field {...field("wished")} type="date" short label={t("asking.field.wished")} hint={t("asking.hint.wished")} required />
      </>
    ),
  });
};

/** What a colleague was asked, with the field for the open question. */
export function AskedPage(idea: Awaited<ReturnType<typeof beforeReplying.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const open = idea.questions.find(isOpen);
  const before = idea.questions.filter((question) => !isOpen(question));
  const asker = firstNameOf((open ?? before[0])?.askedByName ?? "");
  return small(idea, visit, {
    title: t("asked.title", { asker }),
    lead: t(open ? "asked.lead" : before[0]?.withdrawnAt ? "asked.lead.withdrawn" : "asked.lead.none", { asker }),
    button: open ? t("asked.button") : undefined,
    fields: (
      <>
        {before.map((question) => (
          <Asked question={question} visit={visit} />
        ))}
        {open && (
          <>
            <Asked question={open} visit={visit} />
            <TextArea {...field("reply")} label={t("asked.field.reply")} hint={t("asked.hint.reply", { asker })} rows={5} required />
          </>
        )}
      </>
    ),
  });
}

/** The question, and what becomes of it. */
export const TakeBackQuestionPage = (idea: Awaited<ReturnType<typeof beforeTakingBackQuestion.answer>>, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const { question } = idea;
  const open = isOpen(question);
  return small(idea, visit, {
    title: t("taking-back-question.title"),
    lead: t(open ? "taking-back-question.lead" : "refused.question-over", { colleague: firstNameOf(question.askedName) }),
    button: open ? t("taking-back-question.button") : undefined,
    fields: <Asked question={question} visit={visit} />,
  });
};

export const ConcernsPage = (idea: Awaited<ReturnType<typeof beforeConcerning.answer>>, visit: Visit): Sheet => {
  const { lang } = visit;
  const t = texts(lang);
  const { error, errorWord } = fieldsOf(visit, t)("areas");
  const typed = visit.values["areas"];
  return small(idea, visit, {
    title: t("concerning.title"),
    lead: t("concerning.lead", { area: areaName(idea.area, lang), name: firstNameOf(idea.contact) }),
    button: t("concerning.button"),
    fields: (
      <Checkboxes
        name="areas"
        error={error}
        errorWord={errorWord}
        label={t("concerning.field", { most: mostConcerns })}
        values={typed === undefined ? idea.concerns.map(({ slug }) => slug) : [typed].flat()}
        choices={idea.areas
          .filter(({ slug }) => slug !== idea.area.slug)
          .map((area) => ({ value: area.slug, text: t("write.area", { area: areaName(area, lang), name: firstNameOf(area.contact) }) }))}
      />
    ),
  });
};
