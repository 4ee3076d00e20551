// SPDX-License-Identifier: EUPL-1.2
import { Notice, PageHead, Thread } from "#design/index.ts";
import { Photos } from "#platform/files/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { Talk } from "#features/dialogue/index.ts";
import { authorAndPlace } from "../idea-words.ts";
import { paths } from "../paths.ts";
import { shareOf } from "../share.ts";
import { texts } from "../texts.ts";
import { threadOf, type Told } from "../thread-steps.ts";
import { Answers } from "./answers.tsx";
import { Beside } from "./beside.tsx";
import { crumbs, IdeaStatus, Paragraphs, WhatNow } from "./parts.tsx";

export function IdeaPage(idea: Told, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  return {
    title: idea.title,
    description: summaryOf(idea.text, 200),
    section: "ideas",
    crumbs: crumbs(lang),
    hidden: !idea.public,
    share: shareOf(idea, visit),
    body: (
      <div class="page">
        <PageHead
          kind={{ icon: "lightbulb", text: t("idea.kind", { reference: idea.reference }) }}
          title={idea.title}
          meta={[
            { icon: "user", text: authorAndPlace(idea, idea.place?.name, lang) },
            { icon: "calendar-days", text: sayDate(idea.writtenAt, lang) },
            { icon: "map-pin", text: idea.place?.name ?? t("whole-municipality") },
            ...idea.themes.slice(0, 1).map((theme) => ({ icon: "sprout" as const, text: theme.name[lang] })),
          ]}
          status={<IdeaStatus idea={idea} visit={visit} partOf={idea.answers.at(-1)?.partOf?.title} />}
        />
        <div class="columns">
          <div class="stack-l">
            <News idea={idea} visit={visit} />
            <div class="stack">
              {idea.halfDone && (
                <Notice>
                  <p>{t("idea.half-done")}</p>
                </Notice>
              )}
              <Paragraphs text={idea.text} lead />
              <Photos of={idea} lang={lang} />
              {idea.origin && <p class="small quiet">{originWords(idea, idea.origin, lang)}</p>}
              {idea.edits + idea.pictureChanges > 0 && (
                <p class="small">
                  <a href={paths.history(lang, { reference: idea.reference })}>
                    {idea.edits > 0 ? t("idea.edited", { count: idea.edits }) : t("idea.pictures-changed")}
                  </a>
                </p>
              )}
            </div>
            {!idea.over && idea.status !== "withdrawn" && idea.status !== "not-let-through" && (
              <WhatNow idea={idea} visit={visit} title={t("promise.title")} />
            )}
            {idea.refusedReason && (
              <section aria-labelledby="not-public">
                <h2 id="not-public">{t("idea.not-public")}</h2>
                <Paragraphs text={idea.refusedReason} />
              </section>
            )}
            <Answers idea={idea} visit={visit} />
            <section class="stack" aria-labelledby="thread">
              <h2 id="thread">{t("idea.thread")}</h2>
              <Thread steps={threadOf(idea, lang, now)} level={3} />
            </section>
            {idea.public && <Talk thing={idea} conversation={idea.conversation} visit={visit} />}
          </div>
          <aside class="side">
            <Beside idea={idea} visit={visit} />
          </aside>
        </div>
      </div>
    ),
  };
}

/** "Fra »borgerpanelet 2025«, hentet onsdag 25. november 2026." */
function originWords({ answers, submittedAt }: Told, { source, fetchedOn }: NonNullable<Told["origin"]>, lang: Visit["lang"]): string {
  const t = texts(lang);
  const came = answers.some(({ at }) => at < submittedAt) ? ` ${t("origin.answer")}` : "";
  return t("origin", { source, day: sayDate(fetchedOn, lang) }) + came;
}

const newsOf = [
  "answered",
  "acknowledged",
  "looked",
  "moved",
  "withdrawn",
  "claimed",
  "edited",
  "pictures",
  "replied",
  "concerns",
  "merge-proposed",
  "merge-replied",
] as const;

/** Said once, to who has just done something. */
function News({ idea, visit }: { idea: Told; visit: Visit }) {
  const t = texts(visit.lang);
  const what = newsOf.find((one) => one === visit.asked["nyt"]);
  if (what === undefined) return null;
  return (
    <Notice kind="done" announce>
      <p>{t(`news.${what}`, { followers: idea.followers, name: firstNameOf(idea.contact) })}</p>
    </Notice>
  );
}
