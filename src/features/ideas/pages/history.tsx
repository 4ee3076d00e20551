// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Meta, PageHead } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { authorName } from "../idea-words.ts";
import { paths } from "../paths.ts";
import type { history } from "../queries-edits.ts";
import { texts } from "../texts.ts";
import { wordDiff } from "../word-diff.ts";
import { crumbs, Paragraphs } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof history.answer>>;
type Version = Data["versions"][number];

/** Every version, the newest first, each with what became of the one before it. */
export function HistoryPage(idea: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { versions, pictureChanges } = idea;
  return {
    title: t("history.title", { title: idea.title }),
    section: "ideas",
    crumbs: crumbs(lang, idea),
    hidden: true,
    body: (
      <div class="page">
        <PageHead
          title={t("history.heading")}
          lead={versions.length === 1 ? t("history.lead.once") : t("history.lead", { count: versions.length })}
        />
        <div class="narrow stack-l">
          {versions
            .map((version, index) => (
              <section class="stack" aria-labelledby={`version-${index + 1}`}>
                <div class="stack-s">
                  <h2 id={`version-${index + 1}`}>{t("history.version", { number: index + 1 })}</h2>
                  <Meta
                    items={[
                      { icon: "user", text: authorName(idea, lang) },
                      { icon: "calendar-days", text: sayDate(version.at, lang) },
                    ]}
                  />
                </div>
                <Changed version={version} before={versions[index - 1]} lang={lang} />
              </section>
            ))
            .toReversed()}
          {pictureChanges.length > 0 && (
            <section class="stack-s" aria-labelledby="pictures">
              <h2 id="pictures">{t("history.pictures")}</h2>
              <ul>
                {pictureChanges
                  .map(({ added, removed, at }) => (
                    <li>
                      {t("history.picture-change", {
                        day: sayDate(at, lang),
                        name: authorName(idea, lang),
                        what: pictureWords(added, removed, lang),
                      })}
                    </li>
                  ))
                  .toReversed()}
              </ul>
            </section>
          )}
          <div class="buttons">
            <ButtonLink kind="secondary" href={paths.idea(lang, { reference: idea.reference })}>
              {t("back")}
            </ButtonLink>
          </div>
        </div>
      </div>
    ),
  };
}

const pictureWords = (added: number, removed: number, lang: Lang): string => {
  const t = texts(lang);
  const words = [
    ...(added > 0 ? [t("history.pictures-added", { count: added })] : []),
    ...(removed > 0 ? [t("history.pictures-removed", { count: removed })] : []),
  ];
  return words.join(t("history.and"));
};

/** The first version as it was; the later ones with what was taken out and what was put in. */
function Changed({ version, before, lang }: { version: Version; before: Version | undefined; lang: Lang }) {
  const t = texts(lang);
  if (before === undefined) {
    return (
      <>
        <p>
          <b>{version.title}</b>
        </p>
        <Paragraphs text={version.text} />
      </>
    );
  }
  const place = (one: Version): string => one.place ?? t("history.whole");
  return (
    <>
      <p>
        <b>
          <Words before={before.title} after={version.title} lang={lang} />
        </b>
      </p>
      <p class="talk-diff">
        <Words before={before.text} after={version.text} lang={lang} />
      </p>
      {place(before) !== place(version) && <p class="small">{t("history.place", { before: place(before), after: place(version) })}</p>}
      {before.halfDone !== version.halfDone && <p class="small">{t(version.halfDone ? "history.half-done" : "history.done")}</p>}
    </>
  );
}

/** Said, too, not only shown: a screen reader hears where something begins and ends. */
const Words = ({ before, after, lang }: { before: string; after: string; lang: Lang }) => (
  <>
    {wordDiff(before, after).map(({ kind, text }) => {
      if (kind === "same") return text;
      const word = texts(lang)(`history.${kind}`);
      const said = (
        <>
          <span class="hidden-text">{` [${word}: `}</span>
          {text}
          <span class="hidden-text">{"] "}</span>
        </>
      );
      return kind === "added" ? <ins>{said}</ins> : <del>{said}</del>;
    })}
  </>
);
