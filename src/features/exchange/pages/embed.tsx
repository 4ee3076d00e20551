// SPDX-License-Identifier: EUPL-1.2
import { CardGrid, FilterRow, PageHead, Select, TextArea } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import { render } from "#platform/html/render.ts";
import type { Doc, Embedded, Sheet, Visit } from "#platform/http/route.ts";
import { frameCode, withChoice, type beforeEmbedding, type embedded } from "../embed.ts";
import { paths } from "../paths.ts";
import { contributionTypes, postKinds } from "../post.ts";
import { partyName } from "../post-words.ts";
import { texts } from "../texts.ts";
import { crumbs, PostCard, whenOf } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof embedded.answer>>;

/** In a frame on another site: the newest posts of a choice, each opening beside it. */
export const EmbedView = (data: Data, visit: Visit): Embedded => ({
  title: data.title,
  body: (
    <div class="stack-m">
      <h1>{data.title}</h1>
      {data.posts.length === 0 ? (
        <p>{texts(visit.lang)("embed.none")}</p>
      ) : (
        <CardGrid>
          {data.posts.map((post) => (
            <PostCard post={post} visit={visit} level={2} />
          ))}
        </CardGrid>
      )}
    </div>
  ),
  whole: { href: withChoice(paths.list(visit.lang), data.chosen), text: texts(visit.lang)("embed.whole") },
});

/** The same as a piece of plain HTML, to be put into another page by its own server: no style, no script, whole addresses. */
export function embedPlain({ title, posts, chosen }: Data, { lang, base, now }: Visit): Doc {
  const t = texts(lang);
  const body = render(
    <section lang={lang}>
      <h2>{title}</h2>
      {posts.length === 0 ? (
        <p>{t("embed.none")}</p>
      ) : (
        <ul>
          {posts.map((post) => (
            <li>
              <a href={base + paths.post(lang, post)}>{post.title}</a>
              {` – ${[
                t(`kind.${post.kind}`),
                partyName(post, lang),
                post.localityName ?? (post.remote ? t("from-home") : t("whole-municipality")),
                whenOf(post, lang) ?? t("until", { day: sayDay(post.expiresOn, lang, now) }),
              ].join(" · ")}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={base + withChoice(paths.list(lang), chosen)}>{t("embed.whole")}</a>
      </p>
    </section>,
  );
  return { type: "text/html; charset=utf-8", body };
}

/** How to put the posts on one's own site: choose, and copy. */
export function EmbedHowPage({ localities, themes, chosen }: Awaited<ReturnType<typeof beforeEmbedding.answer>>, visit: Visit): Sheet {
  const { lang, base } = visit;
  const t = texts(lang);
  return {
    title: t("embed.how.title"),
    description: t("embed.how.description"),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead title={t("embed.how.title")} lead={t("embed.how.lead")} />
        <div class="stack-l">
          <section class="stack-m" aria-labelledby="choose">
            <h2 id="choose">{t("embed.how.choose")}</h2>
            <FilterRow action={paths.embedHow(lang)} label={t("filter.label")} submit={t("embed.how.submit")}>
              <Select
                name="kind"
                label={t("embed.how.kind")}
                value={chosen.kind ?? ""}
                options={[{ value: "", text: t("filter.any") }, ...postKinds.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))]}
              />
              <Select
                name="type"
                label={t("filter.type")}
                value={chosen.type ?? ""}
                options={[
                  { value: "", text: t("filter.any") },
                  ...contributionTypes.map((type) => ({ value: type, text: t(`type.${type}`) })),
                ]}
              />
              <Select
                name="locality"
                label={t("filter.locality")}
                value={chosen.locality ?? ""}
                options={[
                  { value: "", text: t("whole-municipality") },
                  ...localities.map(({ slug, name }) => ({ value: slug, text: name })),
                ]}
              />
              <Select
                name="theme"
                label={t("filter.theme")}
                value={chosen.theme ?? ""}
                options={[{ value: "", text: t("filter.any-theme") }, ...themes.map(({ key, name }) => ({ value: key, text: name }))]}
              />
            </FilterRow>
          </section>
          <section class="narrow stack-s" aria-labelledby="frame">
            <h2 id="frame">{t("embed.how.frame")}</h2>
            <p>{t("embed.how.frame.text")}</p>
            <TextArea name="frame-code" label={t("embed.how.copy")} value={frameCode(base, chosen, lang)} rows={3} readonly />
            <p class="small quiet">{t("embed.how.sandbox")}</p>
            <p>
              <a href={withChoice(paths.embed(lang), chosen)}>{t("embed.how.look")}</a>
            </p>
          </section>
          <section class="narrow stack-s" aria-labelledby="plain">
            <h2 id="plain">{t("embed.how.plain")}</h2>
            <p>{t("embed.how.plain.text")}</p>
            <TextArea
              name="plain-code"
              label={t("embed.how.copy")}
              value={base + withChoice(paths.embedPlain(lang), chosen)}
              rows={3}
              readonly
            />
          </section>
          <section class="narrow stack-s" aria-labelledby="feed">
            <h2 id="feed">{t("embed.how.feed")}</h2>
            <p>{t("embed.how.feed.text")}</p>
            <TextArea
              name="feed-code"
              label={t("embed.how.copy")}
              value={base + withChoice(`${paths.list(lang)}/feed.xml`, chosen)}
              rows={3}
              readonly
            />
          </section>
          <p class="small quiet">{t("embed.how.same")}</p>
        </div>
      </div>
    ),
  };
}
