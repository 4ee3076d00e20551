// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, PageHead, Pagination } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { comments } from "../queries-comment.ts";
import { texts } from "../texts.ts";
import { Threads, Weighed } from "./conversation.tsx";

type Data = Awaited<ReturnType<typeof comments.answer>>;

/** The whole conversation under a thing, a page at a time. */
export function CommentsPage({ thing, tally, threads, next, after }: Data, href: string | undefined, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const own = paths.conversation(lang, thing);
  return {
    title: t("talk.about", { title: thing.title }),
    crumbs: href === undefined ? [] : [{ href, text: thing.title }],
    hidden: after !== undefined,
    body: (
      <div class="page">
        <PageHead title={t("talk.about", { title: thing.title })} lead={t("talk.title", { count: tally.comments })} />
        <div class="stack-m narrow">
          <Weighed tally={tally} lang={lang} />
          <h2 class="hidden-text">{t("talk.heading")}</h2>
          {threads.length === 0 ? (
            <p>{t(after === undefined ? "talk.none" : "talk.no-more")}</p>
          ) : (
            <Threads threads={threads} visit={visit} />
          )}
          {(next !== undefined || after !== undefined) && (
            <Pagination
              label={t("pages.label")}
              shown={t("pages.shown", { count: threads.length })}
              previous={after === undefined ? undefined : { href: own, text: t("pages.first") }}
              next={next === undefined ? undefined : { href: `${own}?after=${next}`, text: t("pages.next") }}
            />
          )}
          <p>
            <ButtonLink kind="secondary" icon="message-circle" href={paths.write(lang, thing)}>
              {t("talk.write")}
            </ButtonLink>
          </p>
        </div>
      </div>
    ),
  };
}
