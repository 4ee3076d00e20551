// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Box, ButtonLink, Counterpart, Counterparts, Notice, PageHead, StrawBox, Thread, WhatWhoWhen } from "#design/index.ts";
import { LinkedThings } from "#platform/links/index.ts";
import { ringing, shownPhone } from "#platform/text/phone.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { dialoguePaths } from "#features/dialogue/index.ts";
import type { Fit } from "../fits.ts";
import { paths } from "../paths.ts";
import { avatarOf, kindWords, partyName } from "../post-words.ts";
import type { detail } from "../queries.ts";
import { shareOf } from "../share.ts";
import { texts } from "../texts.ts";
import { dated, threadOf } from "../thread-steps.ts";
import { Ask, crumbs, metaOf, News, Paragraphs, PostStatus, whatWhoWhenWords } from "./parts.tsx";

export type Told = Awaited<ReturnType<typeof detail.answer>>;

export function PostPage(post: Told, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const gone = post.public && (post.status === "expired" || post.status === "fulfilled");
  return {
    title: post.title,
    description: summaryOf(post.text, 200),
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: !post.public || post.status !== "open",
    ...(gone ? { status: 410 as const } : {}),
    share: shareOf(post, visit),
    body: (
      <div class="page">
        <PageHead
          kind={{ ...kindWords(post.kind, lang), text: t(`kind.${post.kind}.reference`, { reference: post.reference }) }}
          title={post.title}
          meta={metaOf(post, lang)}
          status={<PostStatus post={post} visit={visit} />}
        />
        <div class="columns">
          <div class="stack-l">
            <News visit={visit} of={newsOf} />
            <Over post={post} visit={visit} />
            <div class="stack">
              <Paragraphs text={post.text} lead />
              <Wants post={post} lang={lang} />
              <WhoBehind post={post} lang={lang} />
              {post.origin && (
                <p class="small quiet">
                  {t("origin", { source: post.origin.source, day: sayDate(post.origin.fetchedOn, lang) })}{" "}
                  {!post.owned && post.broker !== undefined && t("origin.broker", { name: firstNameOf(post.broker) })}
                </p>
              )}
            </div>
            {post.refusedReason && (
              <section aria-labelledby="not-public">
                <h2 id="not-public">{t("post.not-public")}</h2>
                <Paragraphs text={post.refusedReason} />
              </section>
            )}
            {post.status === "open" && <Fits post={post} visit={visit} />}
          </div>
          <aside class="side">
            <Beside post={post} visit={visit} />
          </aside>
        </div>
      </div>
    ),
  };
}

/** What it says when it stands in the list no more, and what one can do instead. */
function Over({ post, visit: { lang, now } }: { post: Told; visit: Visit }) {
  const t = texts(lang);
  if (post.status === "open") return null;
  if (post.status === "held") {
    return (
      <WhatWhoWhen
        title={t("held.title")}
        what={t(post.keeps && !post.mine ? "held.what.broker" : "held.what")}
        who={post.broker ?? t("held.who")}
        when={t(post.lookBy < localDayOf(now) ? "held.when.late" : "held.when", { day: sayDay(post.lookBy, lang, now) })}
        words={whatWhoWhenWords(lang)}
      />
    );
  }
  if (post.status === "not-let-through") {
    return post.mine ? (
      <Notice kind="warning">
        <p>{t("not-let-through.mend")}</p>
      </Notice>
    ) : null;
  }
  return (
    <StrawBox title={t(`over.${post.status}.title`)}>
      <p>{t(`over.${post.status}.${post.mine ? "mine" : "others"}`, { day: sayDay(post.expiresOn, lang, now) })}</p>
      {!post.mine && (
        <p>
          <a href={`${paths.list(lang)}?kind=${post.kind}&type=${post.type}`}>{t(`over.others.${post.kind}`)}</a>
        </p>
      )}
    </StrawBox>
  );
}

/** What one must be or have to answer it. */
function Wants({ post, lang }: { post: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const wants = [
    ...(post.audience === "organisations" ? [t("wants.organisations")] : []),
    ...(post.minAge === null ? [] : [t("wants.age", { age: post.minAge })]),
    ...(post.credential === null ? [] : [t(`credential.${post.credential}`)]),
    ...(post.reachKm === null ? [] : [t("wants.reach", { km: post.reachKm })]),
  ];
  if (wants.length === 0) return null;
  return (
    <ul class="stack-s">
      {wants.map((want) => (
        <li>{want}</li>
      ))}
    </ul>
  );
}

function WhoBehind({ post, lang }: { post: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const organisation = post.organisation?.name ?? null;
  const name = partyName({ organisation, shownName: post.shownName }, lang);
  return (
    <div class="who">
      <Avatar {...avatarOf({ organisation, shownName: post.shownName, partyKind: post.partyKind }, lang)} />
      <span>
        <b>{post.organisation?.slug ? <a href={paths.party(lang, { slug: post.organisation.slug })}>{name}</a> : name}</b>
        <small>{t(`party.${post.partyKind}`)}</small>
      </span>
    </div>
  );
}

/** Whom it may fit, and why: facts, never a score. */
function Fits({ post, visit }: { post: Told; visit: Visit }) {
  const t = texts(visit.lang);
  const { fits, kind } = post;
  return (
    <section class="stack" aria-labelledby="fits">
      <div>
        <h2 id="fits">{t(`fits.title.${kind}`, { count: fits.length })}</h2>
        <p class="quiet">
          {fits.length === 0 ? t(`fits.none.${kind}`, { name: firstNameOf(post.broker ?? visit.site.contact) }) : t("fits.lead")}{" "}
          <a href={paths.how(visit.lang)}>{t("fits.how")}</a>
        </p>
      </div>
      {fits.length > 0 && (
        <Counterparts>
          {fits.map((fit, at) => (
            <Fitting fit={fit} post={post} first={at === 0} lang={visit.lang} />
          ))}
        </Counterparts>
      )}
    </section>
  );
}

function Fitting({ fit, post, first, lang }: { fit: Fit; post: Told; first: boolean; lang: Visit["lang"] }) {
  const t = texts(lang);
  const about = t("introduce.to", { title: fit.title });
  return (
    <Counterpart
      title={fit.title}
      href={fit.url}
      line={`${partyName(fit, lang)} · ${fit.localityName ?? t("whole-municipality")}`}
      avatar={avatarOf(fit, lang)}
      why={{ title: t(post.mine ? "fits.why" : "fits.why.others"), facts: fit.reasons, doubts: fit.doubts }}
      action={
        post.mine ? (
          <ButtonLink kind={first ? "primary" : "secondary"} href={`${paths.introduce(lang, fit)}?fra=${post.reference}`} about={about}>
            {t("introduce.button")}
          </ButtonLink>
        ) : post.keeps ? (
          <ButtonLink kind="secondary" href={`${paths.broker(lang, post)}?til=${fit.reference}`} about={about}>
            {t("broker.button")}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

/** The thread, the last day, and what can be done here. */
function Beside({ post, visit }: { post: Told; visit: Visit }) {
  const { lang, now } = visit;
  const t = texts(lang);
  const to = { reference: post.reference };
  return (
    <>
      {post.status === "open" && !post.mine && (
        <Box>
          <div class="stack-s">
            <h2 class="minor-title">{t(`answer.title.${post.kind}`)}</h2>
            <p>{t("answer.text")}</p>
            <ButtonLink wide icon={post.kind === "need" ? "hand-helping" : "hand-heart"} href={paths.introduce(lang, to)}>
              {t(`answer.button.${post.kind}`)}
            </ButtonLink>
            {post.keeps && (
              <ButtonLink kind="secondary" wide icon="handshake" href={paths.broker(lang, to)}>
                {t("broker.two")}
              </ButtonLink>
            )}
          </div>
        </Box>
      )}
      <Box>
        <h2 class="minor-title">{t("thread.title")}</h2>
        <Thread steps={threadOf(post, lang, now)} />
      </Box>
      {post.status === "open" && (
        <StrawBox title={t("expires.title")}>
          <p>{t(post.mine ? "expires.mine" : "expires.others", { day: dated(post.expiresOn, lang, now) })}</p>
        </StrawBox>
      )}
      {(post.mine || post.keeps) && <Own post={post} lang={lang} />}
      <LinkedThings groups={post.links} lang={lang} />
      {post.public && post.status === "open" && (
        <div class="stack-s">
          {!post.mine && (
            <ButtonLink kind="secondary" wide icon="bell" href={dialoguePaths.follow(lang, to)}>
              {t("post.follow")}
            </ButtonLink>
          )}
          {post.broker !== undefined && <Ask name={post.broker} visit={visit} />}
        </div>
      )}
    </>
  );
}

/** What whose post it is, or a broker, can do with it. */
function Own({ post, lang }: { post: Told; lang: Visit["lang"] }) {
  const t = texts(lang);
  const to = { reference: post.reference };
  const { status, mine, keeps } = post;
  const links: [boolean, string, string][] = [
    [status !== "fulfilled" && status !== "withdrawn" && status !== "removed", paths.edit(lang, to), t("own.edit")],
    [status === "open" || status === "expired" || status === "paused" || status === "all-given", paths.renew(lang, to), t("own.renew")],
    [
      status === "open" || status === "all-given" || status === "paused" || status === "expired",
      paths.fulfil(lang, to),
      t(`own.fulfil.${post.kind}`),
    ],
    [mine && status === "open", paths.pause(lang, to), t("own.pause")],
    [mine && (status === "paused" || status === "fulfilled"), paths.resume(lang, to), t("own.resume")],
    [mine, `${paths.write(lang)}?som=${post.reference}`, t("own.copy")],
    [keeps && status !== "removed" && status !== "withdrawn", paths.remove(lang, to), t("own.remove")],
    [keeps && status === "removed", paths.putBack(lang, to), t("own.put-back")],
    [mine && status !== "withdrawn", paths.withdraw(lang, to), t("own.withdraw")],
  ];
  return (
    <Box>
      <h2 class="minor-title">{t(mine ? "own.title" : "own.title.broker")}</h2>
      {keeps && (status === "held" || status === "not-let-through") && (
        <ButtonLink wide icon="eye" href={paths.look(lang, to)}>
          {t("own.look")}
        </ButtonLink>
      )}
      {keeps && post.phone && (
        <p class="small">
          {t("own.phone")} <a href={ringing(post.phone)}>{shownPhone(post.phone)}</a>
        </p>
      )}
      <ul class="plain stack-s">
        {links
          .filter(([when]) => when)
          .map(([, href, text]) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
      </ul>
    </Box>
  );
}

const newsOf = [
  "looked",
  "claimed",
  "edited",
  "paused",
  "resumed",
  "renewed",
  "fulfilled",
  "withdrawn",
  "removed",
  "put-back",
  "followed-up",
] as const;
