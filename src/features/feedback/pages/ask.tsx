// SPDX-License-Identifier: EUPL-1.2
import { Button, ErrorPage, More, PageHead } from "#design/index.ts";
import type { OccasionWords } from "#platform/feature.ts";
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { FeedbackFields } from "./fields.tsx";

export type Asked = { state: "open" | "done"; occasion: string; title: string; reference: string; kind: string };

/** Asks how it went: a number and, if one likes, a line. `href`: the page of what it is about. */
export function AskPage(asked: Asked, { href, words }: { href: string | undefined; words: OccasionWords }, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const title = asked.state === "done" ? t("done.title") : t("ask.title", { title: asked.title });
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={asked.state === "done" ? words.thanks : words.lead} />
        <div class="stack-m">
          {asked.state === "open" && (
            <FormOf visit={visit} class="stack-m narrow">
              <FormErrors visit={visit} say={t} />
              <FeedbackFields visit={visit} hint={words.hint} />
              <Button>{t("ask.send")}</Button>
            </FormOf>
          )}
          {asked.state === "done" && (
            <p>
              <More href={paths.all(visit.lang)}>{t("done.all")}</More>
            </p>
          )}
          {href !== undefined && (
            <p>
              <More href={href}>{t("done.back", { title: asked.title })}</More>
            </p>
          )}
        </div>
      </div>
    ),
  };
}

/** The link in a mail is too old, or there is nothing any more that it is about. */
export function GonePage({ lang }: Visit): Sheet {
  const t = texts(lang);
  return {
    title: t("gone.title"),
    hidden: true,
    body: (
      <ErrorPage title={t("gone.title")}>
        <p>{t("gone.text")}</p>
      </ErrorPage>
    ),
  };
}
