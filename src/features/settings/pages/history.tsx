// SPDX-License-Identifier: EUPL-1.2
import { Button, ButtonLink, Empty, Notice, PageHead } from "#design/index.ts";
import { sayMoment } from "#platform/clock/say-dates.ts";
import { FormOf } from "#platform/html/form-of.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Told } from "#platform/settings/history.ts";
import { linesOf, sentenceOf, type Line, type Names } from "../history-words.ts";
import { paths } from "../paths.ts";
import type { beforeUndoingOf, history } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, Saved } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof history.answer>>;

export function HistoryPage({ changes, names, more, asked }: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const keep = new URLSearchParams({ ...(asked.kind && { kind: asked.kind }), ...(asked.key && { key: asked.key }), after: more ?? "" });
  return {
    title: t("history.title"),
    section: "settings",
    hidden: true,
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={t("history.title")} lead={t("history.lead")} />
        <div class="stack-m">
          <Saved visit={visit} />
          {changes.length === 0 ? (
            <Empty title={t("history.empty.title")}>{t("history.empty.text")}</Empty>
          ) : (
            <Changes changes={changes} names={names} visit={visit} />
          )}
          {more !== undefined && (
            <p>
              <ButtonLink kind="secondary" href={`${paths.history(lang)}?${keep.toString()}`}>
                {t("history.more")}
              </ButtonLink>
            </p>
          )}
        </div>
      </div>
    ),
  };
}

export function Changes({ changes, names, visit }: { changes: readonly Told[]; names: Names; visit: Visit }) {
  const { lang, now } = visit;
  const t = texts(lang);
  return (
    <ol class="desk-history">
      {changes.map((change) => (
        <li>
          <div class="stack-s">
            <p>{sentenceOf(change, names, lang, now)}</p>
            {change.undoes !== null && (
              <p class="small quiet">
                {t.rich("history.undoes", {
                  a: (children) => <a href={paths.undo(lang, { reference: change.undoes ?? "" })}>{children}</a>,
                })}
              </p>
            )}
            <Long lines={longOf(change, names, visit)} visit={visit} />
          </div>
          <p class="desk-act">
            <a href={paths.undo(lang, { reference: change.id })}>
              {t("history.undo")}
              <span class="hidden-text"> {sentenceOf(change, names, lang, now)}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What the sentence has no room for. */
function longOf(change: Told, names: Names, { lang }: Visit): Line[] {
  if (change.before === null || change.after === null) return [];
  const lines = linesOf(change, names, lang);
  const [only] = lines;
  return lines.length === 1 && only && only.from.length <= 60 && only.to.length <= 60 ? [] : lines;
}

function Long({ lines, visit }: { lines: readonly Line[]; visit: Visit }) {
  if (lines.length === 0) return null;
  const t = texts(visit.lang);
  return (
    <details>
      <summary>{t("history.details")}</summary>
      <FromTo lines={lines} words={{ from: t("both.before"), to: t("both.after") }} />
    </details>
  );
}

export const FromTo = ({ lines, words }: { lines: readonly Line[]; words: { from: string; to: string } }) => (
  <dl class="desk-both">
    {lines.map(({ label, from, to }) => (
      <div>
        <dt class="desk-first">{label}</dt>
        <dd>
          <span class="small quiet">{words.from}</span> {from}
        </dd>
        <dd>
          <span class="small quiet">{words.to}</span> {to}
        </dd>
      </div>
    ))}
  </dl>
);

type Undoing = Awaited<ReturnType<ReturnType<typeof beforeUndoingOf>["answer"]>>;

/** One change, and one button that puts back what was – or why it cannot, with both values. */
export function UndoPage({ change, possible, newest, differs, names }: Undoing, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const title = t("undo.title");
  const lines = linesOf(change, names, lang);
  return {
    title,
    section: "settings",
    hidden: true,
    crumbs: crumbs(lang, { href: paths.history(lang), text: t("history.title") }),
    body: (
      <div class="page">
        <PageHead
          title={title}
          lead={sentenceOf(change, names, lang, now)}
          meta={[{ icon: "clock", text: sayMoment(change.at, lang, now) }]}
        />
        <div class="narrow stack-m">
          {possible ? (
            <>
              {change.before === null ? (
                <p>{t("undo.takes-away")}</p>
              ) : change.after === null ? (
                <p>{t("undo.brings-back")}</p>
              ) : (
                <FromTo lines={lines} words={{ from: t("undo.becomes"), to: t("both.now") }} />
              )}
              {visit.refused !== undefined && (
                <Notice kind="warning" announce>
                  <p>{t.maybe(`refused.${visit.refused}`) ?? t("refused.cannot-undo")}</p>
                </Notice>
              )}
              {Object.keys(visit.errors).length > 0 && (
                <Notice kind="warning" announce>
                  <p>{t("refused.cannot-undo")}</p>
                </Notice>
              )}
              <FormOf visit={visit}>
                <div class="buttons">
                  <Button icon="undo-2">{t("undo.button")}</Button>
                </div>
              </FormOf>
            </>
          ) : (
            <>
              <Notice kind="warning" announce={visit.refused !== undefined}>
                <p>{t("refused.changed-since")}</p>
                {newest && <p>{sentenceOf(newest, names, lang, now)}</p>}
              </Notice>
              <FromTo lines={linesOf(differs, names, lang)} words={{ from: t("undo.made"), to: t("both.now") }} />
              {newest && (
                <p>
                  <ButtonLink kind="secondary" href={paths.undo(lang, { reference: newest.id })}>
                    {t("undo.newest")}
                  </ButtonLink>
                </p>
              )}
            </>
          )}
        </div>
      </div>
    ),
  };
}
