// SPDX-License-Identifier: EUPL-1.2
import {
  ButtonLink,
  Check,
  Checkboxes,
  Empty,
  Field,
  Filters,
  ListItem,
  PageHead,
  Pagination,
  Rows,
  Select,
  StatusLine,
} from "#design/index.ts";
import { feedLinks } from "#platform/feeds/routes.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { feedKeys, feedTitle } from "../feed.ts";
import { isFinal, standings } from "../idea.ts";
import { authorName, statusWords } from "../idea-words.ts";
import { paths } from "../paths.ts";
import type { list } from "../queries.ts";
import { countCap } from "../store-list.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof list.answer>>;

export function ListPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("list.title"),
    description: t("list.description"),
    section: "ideas",
    crumbs: [],
    feeds: feedLinks(visit, feedTitle(visit), feedKeys),
    body: (
      <div class="page">
        <PageHead
          title={t("list.title")}
          lead={lead(data, lang)}
          action={
            <ButtonLink href={paths.write(lang)} icon="lightbulb">
              {t("list.write")}
            </ButtonLink>
          }
        />
        <div class="columns filters-left">
          <Choose data={data} lang={lang} />
          <div>
            <div class="spread">
              <p>
                <b>{t("list.found", { count: data.found, shown: counted(data.found, data.more, lang) })}</b>{" "}
                <span class="quiet">{t("list.order")}</span>
              </p>
              {chosen(data) && (
                <p class="small">
                  <a href={paths.list(lang)}>{t("list.all")}</a>
                  <PlaceLink data={data} lang={lang} />
                </p>
              )}
            </div>
            <h2 class="hidden-text">{t("list.heading")}</h2>
            {data.ideas.length === 0 ? <Nothing lang={lang} /> : <Ideas data={data} visit={visit} />}
          </div>
        </div>
      </div>
    ),
  };
}

/** From the ideas of a place to all that happens there. */
function PlaceLink({ data: { filters, localities }, lang }: { data: Data; lang: Lang }) {
  const place = localities.find(({ slug }) => slug === filters.locality);
  return place ? (
    <>
      {" · "}
      <a href={inLanguage(`/lokalomraade/${place.slug}`, lang)}>{texts(lang)("list.place", { place: place.name })}</a>
    </>
  ) : null;
}

/** Of all: how many, how many have an answer, how many wait. Of a choice: that it is one. */
function lead({ counts, ...data }: Data, lang: Lang): string {
  const t = texts(lang);
  if (chosen(data)) return t("list.lead.chosen");
  if (data.more) return t("list.lead.many");
  const all = standings.reduce((sum, standing) => sum + counts[standing], 0);
  if (all === 0) return t("list.lead.none");
  const answered = standings.filter(isFinal).reduce((sum, standing) => sum + counts[standing], 0);
  return t("list.lead", { all, answered, waiting: all - answered });
}

const chosen = ({ filters }: Pick<Data, "filters">): boolean =>
  filters.q !== undefined || filters.locality !== undefined || filters.theme !== undefined || filters.half || filters.status.length > 0;

/** "1.000+" where it was not counted to the end. */
const counted = (count: number, atLeast: boolean, lang: Lang): string =>
  `${count.toLocaleString(lang === "da" ? "da-DK" : "en-GB")}${atLeast && count > 0 ? "+" : ""}`;

function Choose({ data: { filters, counts, more, localities, themes }, lang }: { data: Data; lang: Lang }) {
  const t = texts(lang);
  const any = { value: "", text: t("filter.whole-municipality") };
  return (
    <Filters
      action={paths.list(lang)}
      summary={t("filter.summary")}
      label={t("filter.label")}
      submit={t("filter.submit")}
      open={chosen({ filters })}
    >
      <Field name="q" type="search" label={t("filter.q")} value={filters.q} />
      <Select
        name="locality"
        label={t("filter.locality")}
        value={filters.locality ?? ""}
        options={[any, ...localities.map(({ slug, name }) => ({ value: slug, text: name }))]}
      />
      <Checkboxes
        name="status"
        label={t("filter.status")}
        values={filters.status}
        choices={standings.map((standing) => ({
          value: standing,
          text: t(`status.${standing}`),
          count: counted(counts[standing], more && (chosen({ filters }) || counts[standing] === countCap), lang),
        }))}
      />
      <Select
        name="theme"
        label={t("filter.theme")}
        value={filters.theme ?? ""}
        options={[{ value: "", text: t("filter.all-themes") }, ...themes.map(({ key, name }) => ({ value: key, text: name[lang] }))]}
      />
      <Check name="half" value="1" checked={filters.half} text={t("filter.half")} />
    </Filters>
  );
}

function Ideas({ data, visit }: { data: Data; visit: Visit }) {
  const { ideas, next, filters } = data;
  const { lang, now } = visit;
  const t = texts(lang);
  return (
    <>
      <Rows>
        {ideas.map((idea) => {
          const { sign, label, detail } = statusWords(idea.status, idea, lang, now);
          return (
            <ListItem
              title={idea.title}
              href={paths.idea(lang, { reference: idea.reference })}
              weave={idea.pattern}
              summary={summaryOf(idea.text)}
              meta={[
                { icon: "user", text: authorName(idea, lang) },
                { icon: "map-pin", text: idea.localityName ?? t("whole-municipality") },
                { icon: "clock", text: sayDay(idea.listedAt, lang, now) },
                ...(idea.halfDone ? [{ icon: "sprout" as const, text: t("half-done") }] : []),
                ...(idea.supports === 0 ? [] : [{ icon: "thumbs-up" as const, text: t("list.supports", { count: idea.supports }) }]),
              ]}
              status={<StatusLine sign={sign} words={label} after={detail} />}
            />
          );
        })}
      </Rows>
      {(next !== undefined || filters.after !== undefined) && (
        <Pagination
          label={t("pages.label")}
          shown={t("pages.shown", { count: ideas.length, all: counted(data.found, data.more, lang) })}
          previous={filters.after === undefined ? undefined : { href: address(filters, undefined, lang), text: t("pages.first") }}
          next={next === undefined ? undefined : { href: address(filters, next, lang), text: t("pages.next") }}
        />
      )}
    </>
  );
}

/** The same choice, from another place in the list. */
function address({ q, locality, theme, status, half }: Data["filters"], after: string | undefined, lang: Lang): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries({ q, locality, theme, after })) if (value !== undefined) asked.set(key, value);
  if (half) asked.set("half", "1");
  for (const one of status) asked.append("status", one);
  const text = asked.toString();
  return text === "" ? paths.list(lang) : `${paths.list(lang)}?${text}`;
}

function Nothing({ lang }: { lang: Lang }) {
  const t = texts(lang);
  return (
    <Empty
      title={t("empty.title")}
      level={3}
      action={
        <ButtonLink kind="secondary" href={paths.list(lang)}>
          {t("empty.action")}
        </ButtonLink>
      }
    >
      {t("empty.text")}
    </Empty>
  );
}
