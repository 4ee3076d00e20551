// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Notice, PageHead, Thread, WhatWhoWhen, Who } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { ideaAbout } from "#platform/links/index.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { dialoguePaths } from "#features/dialogue/index.ts";
import { areaName, askedWords, contactWords, decidingWords, decisionWords, deciderWords } from "../listing-words.ts";
import { shareOf } from "../share.ts";
import { texts } from "../texts.ts";
import { threadOf, type Told } from "../thread-steps.ts";
import { Answers } from "./answers.tsx";
import { Heard } from "./heard.tsx";
import { Owner } from "./owner.tsx";
import { crumbs, ListingStatus, Paragraphs, whatWhoWhenWords } from "./parts.tsx";

export function ListingPage(on: Told, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  return {
    title: on.title,
    description: on.question ?? on.openFor.slice(0, 200),
    section: "upcoming",
    crumbs: crumbs(lang),
    hidden: !on.public,
    share: shareOf(on, visit),
    body: (
      <div class="page">
        <PageHead
          kind={{ icon: "route", text: t("listing.kind", { reference: on.reference }) }}
          title={on.title}
          meta={[
            { icon: "map-pin", text: on.place?.name ?? t("whole-municipality") },
            { icon: "user", text: contactWords(on, lang) },
            ...(on.status === "going-on" ? [] : [{ icon: "landmark" as const, text: decisionWords(on.decideOn, lang, now) }]),
          ]}
          status={<ListingStatus on={on} visit={visit} />}
        />
        <div class="columns">
          <div class="stack-l">
            <News on={on} visit={visit} />
            <div class="stack">
              <Paragraphs text={on.what} lead />
            </div>
            <Question on={on} visit={visit} />
            <div class="columns halves">
              <section class="stack-s" aria-labelledby="open-for">
                <h2 id="open-for" class="title">
                  {t(on.closure === null ? "listing.open-for" : "listing.open-for.past")}
                </h2>
                <Paragraphs text={on.openFor} />
              </section>
              <section class="stack-s" aria-labelledby="fixed">
                <h2 id="fixed" class="title">
                  {t("listing.fixed")}
                </h2>
                <Paragraphs text={on.fixed} />
              </section>
            </div>
            <WhatNow on={on} visit={visit} />
            <Heard on={on} visit={visit} />
            <Answers on={on} visit={visit} />
            <section class="stack" aria-labelledby="thread">
              <h2 id="thread">{t("listing.thread")}</h2>
              <Thread steps={threadOf(on, lang, now)} level={3} />
            </section>
          </div>
          <aside class="side">
            <Beside on={on} visit={visit} />
          </aside>
        </div>
      </div>
    ),
  };
}

const newsOf = ["drafted", "edited", "published", "moved", "put-off", "told"] as const;

/** Said once, to who has just done something. */
function News({ on, visit }: { on: Told; visit: Visit }) {
  const t = texts(visit.lang);
  const asked = visit.asked["nyt"];
  const what = newsOf.find((one) => one === asked);
  const words =
    asked === "invited"
      ? t("news.invited", { count: Number(visit.asked["antal"]) || 0 })
      : what && t(`news.${what}`, { followers: on.followers, answers: on.answerCount });
  if (words === undefined) return null;
  return (
    <Notice kind="done" announce>
      <p>{words}</p>
    </Notice>
  );
}

/** What citizens are asked, while they can answer, with the page's one filled button. */
function Question({ on, visit: { lang, now } }: { on: Told; visit: Visit }) {
  if (on.question === null) return null;
  const t = texts(lang);
  const asking = on.status === "asking";
  return (
    <section class="stack" aria-labelledby="question">
      <h2 id="question">{t(asking ? "question.title" : "question.title.over")}</h2>
      <p class="lead lead-text">{t("quoted", { text: on.question })}</p>
      {asking && on.askUntil !== null && (
        <>
          <p>{t("question.how", { day: sayDay(on.askUntil, lang, now) })}</p>
          <div class="buttons">
            <ButtonLink kind={on.owner ? "secondary" : "primary"} icon="message-circle" href={ideaAbout(lang, on.reference)}>
              {t("answer")}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  );
}

/** The straw box: what is next, who, when. */
function WhatNow({ on, visit: { lang, now } }: { on: Told; visit: Visit }) {
  const t = texts(lang);
  const day = (date: string | null): string => (date === null ? "" : sayDay(date, lang, now));
  const words = whatWhoWhenWords(lang);
  const title = t("promise.title");
  if (on.status === "asking") {
    const when = t("promise.when.asking", { day: day(on.askUntil), told: day(on.tellBy) });
    return <WhatWhoWhen title={title} what={t("promise.what.asking")} who={contactWords(on, lang)} when={when} words={words} />;
  }
  if (on.status === "listening" || on.status === "late") {
    const when = t(`promise.when.${on.status}`, { day: day(on.tellBy) });
    return <WhatWhoWhen title={title} what={t(`promise.what.${on.status}`)} who={contactWords(on, lang)} when={when} words={words} />;
  }
  if (!on.public || on.decideOn < localDayOf(now)) return null;
  return (
    <WhatWhoWhen
      title={title}
      what={t("promise.what.decision")}
      who={deciderWords(on, lang)}
      when={t("promise.when.decision", { day: day(on.decideOn) })}
      words={words}
    />
  );
}

function Beside({ on, visit }: { on: Told; visit: Visit }) {
  const { lang, now } = visit;
  const t = texts(lang);
  const to = { reference: on.reference };
  return (
    <>
      {on.owner && <Owner on={on} lang={lang} />}
      {on.public && (
        <Box>
          <div class="stack-s">
            <p>
              <b>{t("follow.count", { count: on.followers })}</b>
            </p>
            {on.following ? (
              <ButtonLink kind="secondary" wide icon="bell" href={dialoguePaths.unfollow(lang, to)}>
                {t("follow.stop")}
              </ButtonLink>
            ) : (
              <ButtonLink
                kind={on.owner || on.status === "asking" ? "secondary" : "primary"}
                wide
                icon="bell"
                href={dialoguePaths.follow(lang, to)}
              >
                {t("follow.start")}
              </ButtonLink>
            )}
            <p class="small quiet">{t("follow.why")}</p>
          </div>
        </Box>
      )}
      <Box>
        <h2 class="minor-title">{t("who.title")}</h2>
        <Who
          name={on.contactName}
          initials={initialsOf(on.contactName)}
          employee
          line={areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang)}
        />
        <p class="small">{t("who.contact", { name: firstNameOf(on.contactName) })}</p>
        <p class="small">{decidingWords(on, lang, now)}</p>
      </Box>
      {on.public && (
        <Box>
          <h2 class="minor-title">{t("asked.title")}</h2>
          <p>{askedWords(on, lang, now)}</p>
        </Box>
      )}
    </>
  );
}
