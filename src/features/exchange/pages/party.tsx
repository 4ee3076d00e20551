// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, CardGrid, Empty, Facts, PageHead, Quote } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "../paths.ts";
import { whenWords } from "../post-words.ts";
import type { party, ShownProfile } from "../queries-party.ts";
import { texts } from "../texts.ts";
import { asBits } from "../weekdays.ts";
import { crumbs, Paragraphs, PostCard } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof party.answer>>;

/** An organisation: who they are, what they can contribute, and what came of it. Thanks and hours, and no ranking. */
export function PartyPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { profile, posts, thanks } = data;
  return {
    title: data.name,
    description: t("party.description", { name: data.name }),
    section: "exchange",
    crumbs: crumbs(lang),
    body: (
      <div class="page">
        <PageHead
          kind={{ icon: "users", text: t(`party.${data.kind}`) }}
          title={data.name}
          lead={data.about === "" ? undefined : data.about}
          meta={data.place === null ? [] : [{ icon: "map-pin", text: data.place }]}
        />
        <div class="columns">
          <div class="stack-l">
            {profile && (
              <section class="stack" aria-labelledby="can">
                <h2 id="can">{t("party.can")}</h2>
                <Can profile={profile} lang={lang} />
              </section>
            )}
            <section class="stack-m" aria-labelledby="posts">
              <h2 id="posts">{t("party.posts", { count: posts.length })}</h2>
              {posts.length === 0 ? (
                <Empty title={t("party.posts.none")} level={3}>
                  {t("party.posts.none.text", { name: data.name })}
                </Empty>
              ) : (
                <CardGrid>
                  {posts.map((post) => (
                    <PostCard post={post} visit={visit} />
                  ))}
                </CardGrid>
              )}
            </section>
            {thanks.length > 0 && (
              <section class="stack" aria-labelledby="thanks">
                <h2 id="thanks">{t("party.thanks")}</h2>
                {thanks.map((said) => (
                  <Quote by={said.by?.name ?? (said.kind === "citizen" ? t("a-citizen") : t(`party.${said.kind}`))}>
                    <Paragraphs text={said.text} />
                  </Quote>
                ))}
              </section>
            )}
          </div>
          <aside class="side">
            <GaveAndGot data={data} lang={lang} />
            {data.mine && (
              <div class="stack-s">
                <ButtonLink kind="secondary" wide href={`${paths.profile(lang)}?for=${data.slug}`}>
                  {t(profile ? "party.change" : "party.tell")}
                </ButtonLink>
                <ButtonLink kind="secondary" wide href={paths.registerHelp(lang)}>
                  {t("register.title")}
                </ButtonLink>
              </div>
            )}
          </aside>
        </div>
      </div>
    ),
  };
}

/** What a party says it can contribute. */
function Can({ profile, lang }: { profile: ShownProfile; lang: Lang }) {
  const t = texts(lang);
  const when = whenWords(asBits(profile.weekdays), lang);
  return (
    <>
      <Paragraphs text={profile.text} />
      <Facts
        facts={[
          { term: t("filter.type"), fact: profile.types.map((type) => t(`type.${type}`)).join(", ") },
          ...(when === undefined ? [] : [{ term: t("profile.when"), fact: when }]),
          ...(profile.reachKm === null ? [] : [{ term: t("filter.km"), fact: t("wants.reach", { km: profile.reachKm }) }]),
          ...(profile.remote ? [{ term: t("profile.from-home"), fact: t("outcome.yes") }] : []),
        ]}
      />
    </>
  );
}

/** Counts, hours as recognition, and the last few. */
function GaveAndGot({ data: { gave, got, minutes, last }, lang }: { data: Data; lang: Lang }) {
  const t = texts(lang);
  if (gave + got === 0)
    return (
      <Box>
        <h2 class="minor-title">{t("party.given")}</h2>
        <p class="small">{t("party.given.none")}</p>
      </Box>
    );
  const lists = [
    { title: t("party.gave", { count: gave }), rows: last.filter((one) => one.gave) },
    { title: t("party.got", { count: got }), rows: last.filter((one) => !one.gave) },
  ];
  return (
    <Box>
      <h2 class="minor-title">{t("party.given")}</h2>
      {lists.map(({ title, rows }) => (
        <div class="stack-s">
          <h3 class="title">{title}</h3>
          {rows.length > 0 && (
            <ul class="plain stack-s small">
              {rows.map(({ title: what, year, other }) => (
                <li>
                  {what}, <span class="numbers">{year}</span>
                  {other && (
                    <>
                      {" · "}
                      <a href={paths.party(lang, other)}>{other.name}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {minutes > 0 && <p class="small">{t("party.hours", { hours: hoursWords(minutes, lang) })}</p>}
    </Box>
  );
}

/** Whole and half hours: "2,5". */
const hoursWords = (minutes: number, lang: Lang): string =>
  (Math.round(minutes / 30) / 2).toLocaleString(lang === "da" ? "da-DK" : "en-GB");
