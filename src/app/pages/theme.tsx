// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Empty, More, PageHead, PlaceList, PlacePortrait, Who } from "#design/index.ts";
import { feedLinks } from "#platform/feeds/routes.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { paths } from "../paths.ts";
import type { ThemeData } from "../place.ts";
import { texts } from "../texts.ts";
import { Counts, Shelves } from "./gathering.tsx";
import { FollowButton, HowToFollow } from "./place.tsx";

/** All there is on a theme, from the whole municipality, and who answers. */
export function ThemePage(data: ThemeData, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const name = data.theme.name[lang];
  const empty = data.shelves.length === 0;
  const feeds = feedLinks(visit, t("theme.feed", { name }), []);
  const write = (
    <ButtonLink kind={empty ? "primary" : "secondary"} icon="lightbulb" href={inLanguage("/ideer/ny", lang)}>
      {t("theme.write")}
    </ButtonLink>
  );
  return {
    title: name,
    description: t("theme.description", { name }),
    crumbs: data.above ? [{ href: paths.theme(lang, { theme: data.above.key }), text: data.above.name[lang] }] : [],
    feeds,
    body: (
      <div class="page">
        <PlacePortrait name={data.theme.name.da} thread={false} />
        <PageHead
          kind={{ icon: "sprout", text: t("theme.kind") }}
          title={name}
          lead={t("theme.lead", { name })}
          status={!empty && <Counts data={data} visit={visit} />}
          action={<FollowButton about={`emne-${data.theme.key}`} name={name} theme filled={!empty} visit={visit} />}
        />
        <div class="columns">
          <div class="stack-l">
            {empty ? (
              <Empty title={t("theme.empty.title", { name })} action={write}>
                {t("place.empty.text")}
              </Empty>
            ) : (
              <>
                <Shelves data={data} visit={visit} />
                <p>{write}</p>
              </>
            )}
          </div>
          <aside class="side">
            <HowToFollow name={name} theme feed={feeds[0]?.href} visit={visit} />
            <Beside data={data} visit={visit} />
          </aside>
        </div>
      </div>
    ),
  };
}

function Beside({ data: { below, above, contact }, visit: { lang } }: { data: ThemeData; visit: Visit }) {
  const t = texts(lang);
  const area = contact && (lang === "da" ? contact.area : contact.areaEn);
  return (
    <>
      {(below.length > 0 || above) && (
        <Box>
          {below.length > 0 && (
            <>
              <h2 class="minor-title">{t("theme.below")}</h2>
              <PlaceList
                places={below.map(({ key, name, count }) => ({ name: name[lang], count, href: paths.theme(lang, { theme: key }) }))}
              />
            </>
          )}
          {above && (
            <p>
              {t.rich("theme.above", {
                name: above.name[lang],
                a: (children) => <a href={paths.theme(lang, { theme: above.key })}>{children}</a>,
              })}
            </p>
          )}
        </Box>
      )}
      {contact && area && (
        <Box>
          <h2 class="minor-title">{t("theme.ask")}</h2>
          <Who name={contact.name} initials={initialsOf(contact.name)} employee line={t("theme.ask.line", { area })} />
          <More href={inLanguage(`/kontakt/${contact.slug}`, lang)}>{t("theme.ask.more", { area })}</More>
        </Box>
      )}
    </>
  );
}
