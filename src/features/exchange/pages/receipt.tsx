// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, WhatWhoWhen } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { receiptSheet } from "#platform/html/receipt-sheet.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { helpAfterDays } from "../post.ts";
import { paths } from "../paths.ts";
import type { receipt } from "../queries.ts";
import { texts } from "../texts.ts";
import { crumbs, whatWhoWhenWords } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof receipt.answer>>;

export function ReceiptPage(post: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { code, reference } = post;
  return receiptSheet(
    visit,
    { section: "exchange", crumbs: crumbs(lang) },
    {
      thanks: post.shownName === null ? t("receipt.thanks") : t("receipt.thanks.name", { name: post.shownName }),
      title: post.title,
      missing: !post.public && post.mailed ? { title: t("receipt.confirm.title"), text: t("receipt.confirm") } : undefined,
      next: <WhatNow post={post} visit={visit} />,
      reference: t.rich("receipt.reference", { reference, b: (children) => <b class="together">{children}</b> }),
      code:
        code === undefined
          ? code
          : { code, later: t.rich("receipt.later", { a: (children) => <a href={paths.claim(lang)}>{children}</a> }) },
      buttons: (
        <>
          {post.public && <ButtonLink href={paths.post(lang, { reference })}>{t(`receipt.see.${post.kind}`)}</ButtonLink>}
          <ButtonLink kind="secondary" href={paths.list(lang)}>
            {t("receipt.others")}
          </ButtonLink>
        </>
      ),
    },
  );
}

function WhatNow({ post, visit: { lang, now } }: { post: Data; visit: Visit }) {
  const t = texts(lang);
  const open = post.status === "open";
  const words = open
    ? { what: t("receipt.what.open"), when: t("receipt.when.open", { days: helpAfterDays, day: sayDay(post.expiresOn, lang, now) }) }
    : { what: t("held.what"), when: t("held.when", { day: sayDay(post.lookBy, lang, now) }) };
  return <WhatWhoWhen title={t("receipt.box")} who={post.broker ?? t("held.who")} {...words} words={whatWhoWhenWords(lang)} />;
}
