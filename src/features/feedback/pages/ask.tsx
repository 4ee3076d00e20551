// SPDX-License-Identifier: EUPL-1.2
import { Button, ErrorPage, More, PageHead, Radios, TextArea } from "#design/index.ts";
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { scores } from "../feedback.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

export type Asked = { state: "open" | "done"; title: string; reference: string; kind: string } | { state: "gone" };

/** Asks how it went: a number and, if one likes, a line. `href`: the page of what it is about. */
export function AskPage(asked: Asked, href: string | undefined, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (asked.state === "gone") {
    const body = (
      <ErrorPage title={t("gone.title")}>
        <p>{t("gone.text")}</p>
      </ErrorPage>
    );
    return { title: t("gone.title"), hidden: true, body };
  }
  const title = asked.state === "done" ? t("done.title") : t("ask.title", { title: asked.title });
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(asked.state === "done" ? "done.text" : "ask.lead")} />
        <div class="stack-m">
          {asked.state === "open" && <Form visit={visit} />}
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

function Form({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  const { value, ...score } = field("score");
  return (
    <FormOf visit={visit} class="stack-m narrow">
      <FormErrors visit={visit} say={t} />
      <Radios
        {...score}
        value={value === "" ? undefined : value}
        label={t("ask.score")}
        choices={scores.toReversed().map((one) => ({ value: String(one), text: t(`score.${one}`) }))}
      />
      <TextArea {...field("line")} label={t("ask.line")} optional={t("ask.optional")} hint={t("ask.line-hint")} rows={3} maxlength={500} />
      <Button>{t("ask.send")}</Button>
    </FormOf>
  );
}
