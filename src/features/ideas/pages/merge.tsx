// SPDX-License-Identifier: EUPL-1.2
import { Box, Field, Radios, TextArea } from "#design/index.ts";
import { fieldsOf } from "#platform/html/form-errors.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { authorName } from "../idea-words.ts";
import { mergeDays } from "../merge.ts";
import { paths } from "../paths.ts";
import type { beforeReplyingToMerge } from "../queries-merge.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";
import { small } from "./handle.tsx";
import { answerer, Paragraphs } from "./parts.tsx";

/** Into which idea, and why: the author is asked. */
export const ProposeMergePage = (idea: Shown, visit: Visit): Sheet => {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return small(idea, visit, {
    title: t("merging.title"),
    lead: t("merging.lead", { days: mergeDays }),
    button: t("merging.button"),
    fields: (
      <>
        <Field {...field("into")} short label={t("merging.field.into")} hint={t("answering.hint.part-of")} required />
        <TextArea {...field("reason")} label={t("merging.field.reason")} hint={t("merging.hint.reason")} rows={4} required />
      </>
    ),
  });
};

type Data = Awaited<ReturnType<typeof beforeReplyingToMerge.answer>>;

/** Yes or no, and what each means. */
export function MergeReplyPage(idea: Data, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const field = fieldsOf(visit, t);
  const { proposal } = idea;
  if (proposal === undefined)
    return small(idea, visit, { title: t("agreeing.title"), lead: t("agreeing.over"), button: undefined, fields: null });
  const { whole, side, lapsesOn, reason } = proposal;
  const who = side === "area" ? answerer(idea, lang) : t("merge.author", { name: authorName(side === "part" ? idea : whole, lang) });
  return small(idea, visit, {
    title: t("agreeing.title"),
    lead: t("agreeing.lead", { who, part: idea.title, whole: whole.title, day: sayDay(lapsesOn, lang, now) }),
    button: t("agreeing.button"),
    fields: (
      <>
        <Box>
          <div class="stack-s">
            <h2 class="minor-title">{t("agreeing.reason")}</h2>
            <Paragraphs text={reason} />
          </div>
        </Box>
        <section class="stack-s" aria-labelledby="whole">
          <h2 class="minor-title" id="whole">
            <a href={paths.idea(lang, { reference: whole.reference })}>{whole.title}</a>
          </h2>
          <p class="small quiet">{authorName(whole, lang)}</p>
          <Paragraphs text={whole.text} />
        </section>
        <Radios
          {...field("yes")}
          label={t("agreeing.field")}
          choices={[
            { value: "yes", text: t("agreeing.yes"), hint: t("agreeing.hint.yes", { part: idea.title, whole: whole.title }) },
            { value: "no", text: t("agreeing.no"), hint: t("agreeing.hint.no", { day: sayDay(idea.dueBy, lang, now) }) },
          ]}
        />
        <TextArea {...field("said")} label={t("agreeing.field.said")} optional={t("optional")} hint={t("agreeing.hint.said")} rows={3} />
      </>
    ),
  });
}
