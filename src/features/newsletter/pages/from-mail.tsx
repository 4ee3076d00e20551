// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, ErrorPage, PageHead } from "#design/index.ts";
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { beforeConfirming, beforeStoppingFromMail } from "../queries.ts";
import { texts } from "../texts.ts";

/** The link of the mail that asks: a button; afterwards, that it is done. */
export function ConfirmPage(data: Awaited<ReturnType<typeof beforeConfirming.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  const what = t(`about.${data.kind}`, { name: data.name });
  const title = t(data.state === "used" ? "yes.done" : "yes.title", { what });
  const words = { address: data.address, every: t(`every.${data.every}`) };
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(data.state === "used" ? "yes.done.lead" : "yes.lead", words)} />
        {data.state === "used" ? (
          <ButtonLink href={inLanguage(data.path, visit.lang)}>{t("yes.go", { name: data.name })}</ButtonLink>
        ) : (
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <Button icon="bell">{t("yes.press")}</Button>
          </FormOf>
        )}
      </div>
    ),
  };
}

/** "No thanks" in a digest: what will stop, and a button. */
export function StopFromMailPage(data: Awaited<ReturnType<typeof beforeStoppingFromMail.answer>>, visit: Visit): Sheet {
  const t = texts(visit.lang);
  if (data.state === "gone") return GonePage(visit);
  const title = t(data.state === "stopped" ? "no.done" : "no.title");
  return {
    title,
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={title} lead={t(data.state === "stopped" ? "no.done.lead" : "no.lead")} />
        {data.state === "stopped" ? (
          <ButtonLink kind="secondary" href={paths.follow(visit.lang)}>
            {t("no.again")}
          </ButtonLink>
        ) : (
          <FormOf visit={visit} class="stack-m">
            <FormErrors visit={visit} say={t} />
            <ul>
              {data.mine.map((one) => (
                <li>
                  {one.name}, {t(`every.${one.every}`)}
                </li>
              ))}
            </ul>
            <Button>{t("no.press")}</Button>
          </FormOf>
        )}
      </div>
    ),
  };
}

export function GonePage({ lang }: Visit): Sheet {
  const t = texts(lang);
  return {
    title: t("gone.title"),
    hidden: true,
    body: (
      <ErrorPage title={t("gone.title")} actions={<ButtonLink href={paths.follow(lang)}>{t("gone.again")}</ButtonLink>}>
        <p>{t("gone.text")}</p>
      </ErrorPage>
    ),
  };
}
