// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import { ButtonLink, Checkboxes, Empty, Filters, ListItem, PageHead, Pagination, Rows, Select, StatusLine } from "#design/index.ts";
import { feedLinks } from "#platform/feeds/routes.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { feedKeys, feedTitle } from "../feed.ts";
import { contactWords, decisionWords, statusWords } from "../listing-words.ts";
import { phases } from "../listing.ts";
import { paths } from "../paths.ts";
import type { list } from "../queries.ts";
import type { Row } from "../shown.ts";
import { texts } from "../texts.ts";

type Data = Awaited<ReturnType<typeof list.answer>>;

export function ListPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  const nothing = data.open.length + data.rest.length === 0;
  return {
    title: t("list.title"),
    description: t("list.description"),
    section: "upcoming",
    crumbs: [],
    feeds: feedLinks(visit, feedTitle(visit), feedKeys),
    body: (
      <div class="page">
        <PageHead
          title={t("list.title")}
          lead={t("list.lead", { count: data.open.length })}
          action={
            data.mayList ? (
              <ButtonLink kind="secondary" href={paths.write(lang)} icon="plus">
                {t("list.write")}
              </ButtonLink>
            ) : undefined
          }
        />
        <div class="columns filters-left">
          <Choose data={data} lang={lang} />
          <div class="stack-l">
            <Asked data={data} lang={lang} />
            {data.open.length > 0 && (
              <section class="stack-s" aria-labelledby="open">
                <h2 id="open">{t("list.open")}</h2>
                <Listings rows={data.open} visit={visit} />
              </section>
            )}
            {data.rest.length > 0 && (
              <section class="stack-s" aria-labelledby="rest">
                <h2 id="rest">{t(data.open.length > 0 ? "list.rest" : "list.all")}</h2>
                <Listings rows={data.rest} visit={visit} />
              </section>
            )}
            {nothing && <Nothing chosen={chosen(data)} lang={lang} />}
            <Pages data={data} lang={lang} />
            <p class="small quiet">{t.rich("list.invitations", { a: (children) => <a href={paths.invitations(lang)}>{children}</a> })}</p>
          </div>
        </div>
      </div>
    ),
  };
}

const chosen = ({ filters }: Pick<Data, "filters">): boolean =>
  filters.phase.length > 0 || filters.locality !== undefined || filters.asked !== undefined;

/** Of all that was decided: how many were asked about before. Each number leads to its records. */
function Asked({ data: { sums, filters }, lang }: { data: Data; lang: Lang }) {
  if (sums.decided === 0) return null;
  const t = texts(lang);
  const link = (asked: string) => (children: ComponentChildren) => <a href={`${paths.list(lang)}?asked=${asked}`}>{children}</a>;
  return (
    <div class="spread">
      <p>
        {t.rich("list.asked", { before: sums.askedBefore, decided: sums.decided, a: link("before") })}{" "}
        {sums.decided > sums.askedBefore && t.rich("list.not-asked", { count: sums.decided - sums.askedBefore, a: link("not") })}
      </p>
      {chosen({ filters }) && (
        <p class="small">
          <a href={paths.list(lang)}>{t("list.show-all")}</a>
        </p>
      )}
    </div>
  );
}

function Choose({ data: { filters, sums, localities }, lang }: { data: Data; lang: Lang }) {
  const t = texts(lang);
  return (
    <Filters
      action={paths.list(lang)}
      summary={t("filter.summary")}
      label={t("filter.label")}
      submit={t("filter.submit")}
      open={chosen({ filters })}
    >
      <Select
        name="locality"
        label={t("filter.locality")}
        hint={t("filter.hint.locality")}
        value={filters.locality ?? ""}
        options={[{ value: "", text: t("whole-municipality") }, ...localities.map(({ slug, name }) => ({ value: slug, text: name }))]}
      />
      <Checkboxes
        name="phase"
        label={t("filter.phase")}
        values={filters.phase}
        choices={phases.map((phase) => ({ value: phase, text: t(`phase.${phase}`), count: String(sums.phases[phase]) }))}
      />
    </Filters>
  );
}

function Listings({ rows, visit: { lang, now } }: { rows: Row[]; visit: Visit }) {
  const t = texts(lang);
  return (
    <Rows>
      {rows.map((row) => {
        const { sign, label, detail } = statusWords(row.status, row, lang, now);
        const asking = row.status === "asking";
        return (
          <ListItem
            title={row.title}
            href={paths.listing(lang, { reference: row.reference })}
            weave={row.pattern}
            summary={asking && row.question !== null ? t("quoted", { text: row.question }) : row.openFor}
            meta={[
              { icon: "map-pin", text: row.place ?? t("whole-municipality") },
              { icon: "user", text: contactWords(row, lang) },
              ...(row.question === null ? [] : [{ icon: "message-circle" as const, text: t("answers.count", { count: row.answers }) }]),
              ...(row.status === "going-on" ? [] : [{ icon: "landmark" as const, text: decisionWords(row.decideOn, lang, now) }]),
            ]}
            status={<StatusLine sign={sign} words={label} after={detail} />}
          />
        );
      })}
    </Rows>
  );
}

function Pages({ data: { next, filters, rest }, lang }: { data: Data; lang: Lang }) {
  if (next === undefined && filters.after === undefined) return null;
  const t = texts(lang);
  return (
    <Pagination
      label={t("pages.label")}
      shown={t("pages.shown", { count: rest.length })}
      previous={filters.after === undefined ? undefined : { href: address(filters, undefined, lang), text: t("pages.first") }}
      next={next === undefined ? undefined : { href: address(filters, next, lang), text: t("pages.next") }}
    />
  );
}

/** The same choice, from another place in the list. */
function address({ phase, locality, asked }: Data["filters"], after: string | undefined, lang: Lang): string {
  const query = new URLSearchParams();
  for (const one of phase) query.append("phase", one);
  for (const [key, value] of Object.entries({ locality, asked, after })) if (value !== undefined) query.set(key, value);
  return query.size === 0 ? paths.list(lang) : `${paths.list(lang)}?${query.toString()}`;
}

function Nothing({ chosen: isChoice, lang }: { chosen: boolean; lang: Lang }) {
  const t = texts(lang);
  return (
    <Empty
      title={t(isChoice ? "empty.title.chosen" : "empty.title")}
      action={
        isChoice ? (
          <ButtonLink kind="secondary" href={paths.list(lang)}>
            {t("list.show-all")}
          </ButtonLink>
        ) : undefined
      }
    >
      {t(isChoice ? "empty.text.chosen" : "empty.text")}
    </Empty>
  );
}
