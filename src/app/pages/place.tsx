// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink, Empty, More, PageHead, PlaceList, PlacePortrait } from "#design/index.ts";
import { feedLinks } from "#platform/feeds/routes.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { callLine } from "../call-line.tsx";
import { paths } from "../paths.ts";
import type { PlaceData } from "../place.ts";
import { texts } from "../texts.ts";
import { Counts, Shelves } from "./gathering.tsx";

/** A locality as a place to be: all that happens there, who lives next door, and how to follow it. */
export function PlacePage(data: PlaceData, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const { name, slug } = data.place;
  const empty = data.shelves.length === 0;
  const feeds = feedLinks(visit, t("place.feed", { name }), []);
  return {
    title: name,
    description: t("place.description", { name }),
    crumbs: [],
    feeds,
    body: (
      <div class="page">
        <PlacePortrait name={name} />
        <PageHead
          kind={{ icon: "map-pin", text: t("place.kind") }}
          title={name}
          lead={t(empty ? "place.lead.empty" : "place.lead", { name })}
          status={!empty && <Counts data={data} visit={visit} />}
          action={<FollowButton about={`sted-${slug}`} name={name} filled={!empty} visit={visit} />}
        />
        <div class="columns">
          <div class="stack-l">
            {empty ? <Invitation data={data} visit={visit} /> : <Shelves data={data} visit={visit} />}
            {!empty && (
              <p>
                <ButtonLink kind="secondary" icon="lightbulb" href={inLanguage(`/ideer/ny?where=${slug}`, lang)}>
                  {t("place.write", { name })}
                </ButtonLink>
              </p>
            )}
          </div>
          <aside class="side">
            <HowToFollow name={name} feed={feeds[0]?.href} visit={visit} />
            <Box>
              <h2 class="minor-title">{t("place.neighbours", { name })}</h2>
              <p class="small">{t("place.neighbours.text")}</p>
              <PlaceList
                places={data.neighbours.map((one) => ({
                  name: one.name,
                  count: one.count,
                  href: paths.place(lang, { locality: one.slug }),
                }))}
              />
            </Box>
            <Box>
              <h2 class="minor-title">{t("place.ask")}</h2>
              <p>{callLine(t, visit.site, "place.ask.text")}</p>
              <More href={inLanguage("/kontakt", lang)}>{t("place.ask.all")}</More>
            </Box>
          </aside>
        </div>
      </div>
    ),
  };
}

function Invitation({ data: { place }, visit: { lang } }: { data: PlaceData; visit: Visit }) {
  const t = texts(lang);
  return (
    <Empty
      title={t("place.empty.title", { name: place.name })}
      action={
        <ButtonLink icon="lightbulb" href={inLanguage(`/ideer/ny?where=${place.slug}`, lang)}>
          {t("place.write", { name: place.name })}
        </ButtonLink>
      }
    >
      {t("place.empty.text")}
    </Empty>
  );
}

type Followed = { name: string; theme?: boolean; visit: Visit };

/** "Tell me what happens here": the one thing to do on the page, unless it is empty. */
export function FollowButton({ about, name, filled, theme = false, visit: { lang, site } }: Followed & { about: string; filled: boolean }) {
  if (site.off.has("newsletter")) return null;
  return (
    <ButtonLink kind={filled ? "primary" : "secondary"} icon="bell" href={inLanguage(`/nyt?om=${about}`, lang)}>
      {texts(lang)(theme ? "theme.follow" : "place.follow", { name })}
    </ButtonLink>
  );
}

/** What following means, and the feed for whoever would rather have that. */
export function HowToFollow({ name, theme = false, feed, visit: { lang, site } }: Followed & { feed: string | undefined }) {
  const t = texts(lang);
  const byMail = !site.off.has("newsletter");
  if (!byMail && feed === undefined) return null;
  return (
    <Box>
      <h2 class="minor-title">{t("place.follow.title", { name })}</h2>
      {byMail && <p>{t("place.follow.text")}</p>}
      {feed !== undefined && (
        <p class="small">
          <a href={feed}>{t(theme ? "theme.feeds" : "place.feeds", { name })}</a>
        </p>
      )}
    </Box>
  );
}
