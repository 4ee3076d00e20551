// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Notice, WhatWhoWhen } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { helpAfterDays } from "../post.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, whatWhoWhenWords } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof receipt.answer>>;

/** Thanks with the name, then what, who, when, and what to keep. */
export function ReceiptPage(post: Data, visit: Visit): Sheet {
  const { lang, now } = visit;
  const t = texts(lang);
  const thanks = post.shownName === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: post.shownName });
  const open = post.status === "open";
  return {
    title: thanks,
    section: "exchange",
    crumbs: crumbs(lang),
    hidden: true,
    body: (
      <div class="page">
        <div class="page-head stack-s">
          <h1>{thanks}</h1>
          <p class="lead">{post.title}</p>
        </div>
        <div class="narrow stack-m">
          {!post.public && post.mailed && (
            <Notice kind="warning">
              <p>
                <b>{t("receipt.confirm.title")}</b>
              </p>
              <p>{t("receipt.confirm")}</p>
            </Notice>
          )}
          <WhatWhoWhen
            title={t("receipt.box")}
            what={open ? t("receipt.what.open") : t("held.what")}
            who={post.broker ?? t("held.who")}
            when={
              open
                ? t("receipt.when.open", { days: helpAfterDays, day: sayDay(post.expiresOn, lang, now) })
                : t("held.when", { day: sayDay(post.lookBy, lang, now) })
            }
            words={whatWhoWhenWords(lang)}
          />
          <p>{t.rich("receipt.reference", { reference: post.reference, b: (children) => <b class="together">{children}</b> })}</p>
          {post.code !== undefined && (
            <>
              <p>{t.rich("receipt.code", { code: post.code, b: (children) => <b class="together numbers">{children}</b> })}</p>
              <p class="small quiet">{t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> })}</p>
            </>
          )}
          <div class="buttons">
            {post.public && <ButtonLink href={paths.post(lang, { reference: post.reference })}>{t(`receipt.see.${post.kind}`)}</ButtonLink>}
            <ButtonLink kind="secondary" href={paths.list(lang)}>
              {t("receipt.others")}
            </ButtonLink>
          </div>
        </div>
      </div>
    ),
  };
}
