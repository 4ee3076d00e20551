// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Notice, PageHead, Thread, Who } from "#design/index.ts";
import { LinkedThings } from "#platform/links/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf, initialsOf } from "#platform/text/first-name.ts";
import { areaName, senderName } from "../enquiry-words.ts";
import { paths } from "../paths.ts";
import type { detail, Shown } from "../queries.ts";
import { texts } from "../texts.ts";
import { threadOf } from "../thread-steps.ts";
import { Answers } from "./answers.tsx";
import { Inbox, Notes } from "./inbox.tsx";
import { crumbs, EnquiryStatus, Paragraphs, WhatNow } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof detail.answer>>;

/** One enquiry, for its sender and for who answers. Nobody else sees it, and the page says so. */
export function EnquiryPage(on: Data, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  return {
    title: on.subject,
    section: "contact",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <PageHead
          kind={{ icon: "mail", text: t("enquiry.kind", { reference: on.reference }) }}
          title={on.subject}
          meta={[
            { icon: "user", text: senderName(on.name, lang) },
            { icon: "calendar-days", text: sayDate(on.submittedAt, lang) },
            { icon: "lock", text: t("enquiry.private", { area: areaName(on.area, lang) }) },
          ]}
          status={<EnquiryStatus on={on} visit={visit} />}
        />
        <div class="columns">
          <div class="stack-l">
            <News on={on} visit={visit} />
            {on.mine && on.asked === "asked" && !on.over && (
              <Notice>
                <p>{t("enquiry.asked")}</p>
                <p>
                  <ButtonLink small href={paths.yes(lang, { reference: on.reference })}>
                    {t("enquiry.asked.action")}
                  </ButtonLink>
                </p>
              </Notice>
            )}
            <div class="stack">
              <Paragraphs text={on.text} lead />
            </div>
            {!on.over && <WhatNow on={on} visit={visit} title={t("promise.title")} />}
            <Answers on={on} visit={visit} />
            <LinkedThings groups={on.links} lang={lang} />
            <section class="stack" aria-labelledby="thread">
              <h2 id="thread">{t("enquiry.thread")}</h2>
              <Thread steps={threadOf(on, lang, now)} level={3} />
            </section>
            <Notes notes={on.notes} lang={lang} />
          </div>
          <aside class="side">
            {(on.inbox || on.can.length > 0) && <Inbox on={on} lang={lang} />}
            <Contact on={on} visit={visit} />
            {on.mine && !on.over && (
              <ButtonLink kind="quiet" small href={paths.withdraw(lang, { reference: on.reference })}>
                {t("enquiry.withdraw")}
              </ButtonLink>
            )}
          </aside>
        </div>
      </div>
    ),
  };
}

const newsOf = ["answered", "called", "missed", "acknowledged", "noted", "asked", "yes", "no", "withdrawn", "claimed"] as const;

/** Said once, to who has just done something. */
function News({ on, visit }: { on: Shown; visit: Visit }) {
  const what = newsOf.find((one) => one === visit.asked["nyt"]);
  if (what === undefined) return null;
  return (
    <Notice kind="done" announce>
      <p>{texts(visit.lang)(`news.${what}`, { tries: on.missed })}</p>
    </Notice>
  );
}

function Contact({ on, visit: { lang, now } }: { on: Shown; visit: Visit }) {
  const t = texts(lang);
  const name = firstNameOf(on.contact);
  return (
    <Box>
      <h2 class="hidden-text">{t("contact.title")}</h2>
      <Who
        name={on.contact}
        initials={initialsOf(on.contact)}
        employee
        line={t(on.away ? "contact.line.deputy" : "contact.line", { area: areaName(on.area, lang) })}
      />
      {!on.over && (
        <p class="small">
          {on.away
            ? t("contact.text.away", { name, away: firstNameOf(on.away.name), day: sayDay(on.away.until, lang, now) })
            : t("contact.text", { name })}
        </p>
      )}
    </Box>
  );
}
