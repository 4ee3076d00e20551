// SPDX-License-Identifier: EUPL-1.2
import { FormErrors, fieldsOf } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { Button, Columns, Field, PageHead } from "#design/index.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { ClosedPage, withLastTry } from "./last-try.tsx";

/** The same page whoever asked, for whichever mailbox, whether a mail went or not. `?svar=` says how the last try went. */
export function CodePage(_nothing: unknown, asked: Visit): Sheet {
  const visit = withLastTry(asked);
  const t = texts(visit.lang);
  if (visit.asked["svar"] === "closed") return ClosedPage(visit);
  return {
    title: t("code.title"),
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("code.title")} lead={t("code.lead")} />
        <Columns main={<CodeForm visit={visit} />} aside={<NoMail visit={visit} />} />
      </div>
    ),
  };
}

function CodeForm({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const field = fieldsOf(visit, t);
  return (
    <FormOf visit={visit} class="stack-m narrow">
      <FormErrors visit={visit} say={t} title={t("trouble.title")} />
      <Field
        {...field("code")}
        short
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        label={t("code.label")}
        hint={t("code.hint")}
      />
      <Button>{t("code.log-in")}</Button>
    </FormOf>
  );
}

function NoMail({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <div class="stack-s">
      <h2 class="minor-title">{t("code.nothing")}</h2>
      <p>{t("code.nothing-wait")}</p>
      <p>{t("code.nothing-spelling")}</p>
      <p>{t("code.nothing-limit")}</p>
      <p>
        <a href={paths.logIn(visit.lang)}>{t("code.again")}</a>
      </p>
    </div>
  );
}
