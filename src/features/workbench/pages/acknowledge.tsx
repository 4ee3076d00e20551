// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Checkboxes, Empty, Notice, PageHead } from "#design/index.ts";
import { sayNearDay } from "#platform/clock/say-dates.ts";
import { FormErrors } from "#platform/html/form-errors.tsx";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { toAcknowledgeOf } from "../queries.ts";
import { texts } from "../texts.ts";
import { deskCrumb } from "./absence.tsx";

type Data = Awaited<ReturnType<ReturnType<typeof toAcknowledgeOf>["answer"]>>;

/** All that is new, to be read and acknowledged with one press. All are ticked: one takes away what is to wait. */
export function BulkPage({ rows, told }: Data, visit: Visit): Sheet {
  const { lang, now, asked } = visit;
  const t = texts(lang);
  const none = asked["tick"] === "none";
  return {
    title: t("bulk.title"),
    section: "workbench",
    crumbs: [deskCrumb(visit)],
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("bulk.title")} lead={rows.length > 0 ? t("bulk.lead", { count: rows.length }) : undefined} />
        <div class="narrow stack-m">
          {told && (
            <Notice kind={told.left.length > 0 ? "warning" : "done"} announce>
              <p>{t("bulk.done", { count: told.done })}</p>
              {told.left.length > 0 && (
                <ul>
                  {told.left.map(({ reference, why }) => (
                    <li>
                      {reference}
                      {": "}
                      {why ?? t("bulk.could-not")}
                    </li>
                  ))}
                </ul>
              )}
            </Notice>
          )}
          <FormErrors visit={visit} say={t} />
          {rows.length === 0 ? (
            <Empty title={t("bulk.empty.title")} action={<ButtonLink href={paths.workbench(lang)}>{t("bulk.to-desk")}</ButtonLink>}>
              {t("bulk.empty.text")}
            </Empty>
          ) : (
            <FormOf visit={visit} class="stack-m">
              <Checkboxes
                name="which"
                label={t("bulk.which")}
                values={none ? [] : rows.map(({ reference = "" }) => reference)}
                choices={rows.map((row) => ({
                  value: row.reference ?? "",
                  text: row.title,
                  hint: (
                    <>
                      {row.what}
                      {row.due && ` · ${t("bulk.by", { day: sayNearDay(row.due, lang, now) })}`}
                      {row.excerpt !== undefined && (
                        <>
                          <br />
                          {row.excerpt()}
                        </>
                      )}
                    </>
                  ),
                }))}
              />
              <div class="buttons">
                <Button icon="circle-check">{t("bulk.press")}</Button>
                <ButtonLink kind="quiet" href={none ? paths.acknowledge(lang) : `${paths.acknowledge(lang)}?tick=none`}>
                  {t(none ? "bulk.all" : "bulk.none")}
                </ButtonLink>
              </div>
              <p class="small quiet">{t("bulk.note")}</p>
            </FormOf>
          )}
          {rows.length > 0 && (
            <p>
              <a href={paths.workbench(lang)}>{t("bulk.to-desk")}</a>
            </p>
          )}
        </div>
      </div>
    ),
  };
}
