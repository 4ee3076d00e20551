// SPDX-License-Identifier: EUPL-1.2
import {
  ButtonLink,
  CardGrid,
  Check,
  Chips,
  Empty,
  Field,
  FilterRow,
  Icon,
  More,
  PageHead,
  Pagination,
  Pair,
  Select,
  StrawBox,
} from "#design/index.ts";
import { feedLinks } from "#platform/feeds/routes.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { feedKeys, feedTitle } from "../feed.ts";
import { paths } from "../paths.ts";
import { contributionTypes, partyKinds, postKinds, type PostKind } from "../post.ts";
import { kindWords } from "../post-words.ts";
import type { list } from "../queries.ts";
import { brokersSomewhere } from "../rules.ts";
import { countCap } from "../store-list.ts";
import { texts } from "../texts.ts";
import { days, parts } from "../weekdays.ts";
import { PostCard } from "./parts.tsx";

type Data = Awaited<ReturnType<typeof list.answer>>;
type Chosen = Data["filters"];

export function ListPage(data: Data, visit: Visit): Sheet {
  const { lang } = visit;
  const t = texts(lang);
  return {
    title: t("list.title"),
    description: t("list.description"),
    section: "exchange",
    crumbs: [],
    feeds: feedLinks(visit, feedTitle(visit), feedKeys),
    body: (
      <div class="page">
        <PageHead title={t("list.title")} lead={t("list.lead")} action={<Begin lang={lang} />} />
        {data.pair && <Two pair={data.pair} visit={visit} />}
        <section class={data.pair ? "section stack-m" : "stack-m"} aria-labelledby="all">
          <h2 id="all">{t("list.found", { count: data.total, shown: counted(data.total, data.more, lang) })}</h2>
          <Chips
            label={t("filter.kinds")}
            chips={[
              {
                href: address({ ...data.filters, kind: undefined, after: undefined }, lang),
                text: t("filter.all"),
                current: data.filters.kind === undefined,
              },
              ...postKinds.toReversed().map((kind) => ({
                href: address({ ...data.filters, kind, after: undefined }, lang),
                text: <KindChip kind={kind} data={data} lang={lang} />,
                current: data.filters.kind === kind,
              })),
            ]}
          />
          <Choose data={data} lang={lang} />
          <p class="small">
            <More href={mapAddress(data.filters, lang)}>{t("list.map")}</More>
            {narrowed(data.filters) && (
              <>
                {" · "}
                <a href={paths.list(lang)}>{t("list.all")}</a>
              </>
            )}
            {brokersSomewhere.allows(visit.actor, undefined) && (
              <>
                {" · "}
                <a href={paths.desk(lang)}>{t("desk.link")}</a>
              </>
            )}
          </p>
          {data.items.length === 0 ? <Nothing q={data.filters.q} lang={lang} /> : <Posts data={data} visit={visit} />}
        </section>
        <section class="section stack-m" aria-labelledby="nothing-found">
          <StrawBox title={t("help.title")} id="nothing-found">
            <p>{t("help.text", { name: firstNameOf(visit.site.contact) })}</p>
            {data.items.length > 0 && (
              <ButtonLink kind="secondary" href={`${paths.write(lang)}?slags=efterlysning`}>
                {t("empty.action")}
              </ButtonLink>
            )}
          </StrawBox>
          <Also lang={lang} />
        </section>
      </div>
    ),
  };
}

/** Two that may tie the knot, and why: the one picture of what the exchange is for. */
function Two({ pair: { need, offer, reasons }, visit }: { pair: NonNullable<Data["pair"]>; visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <section class="stack-m" aria-labelledby="pair">
      <h2 id="pair">{t("list.pair")}</h2>
      <Pair
        one={<PostCard post={need} visit={visit} level={3} as="div" />}
        other={<PostCard post={offer} visit={visit} level={3} as="div" />}
      />
      <p class="small quiet">{t("list.pair.why", { why: reasons.slice(0, 2).join(". ") })}</p>
    </section>
  );
}

/** What else the exchange is good for. */
function Also({ lang }: { lang: Lang }) {
  const t = texts(lang);
  const links = [
    { href: paths.profile(lang), text: t("profile.link") },
    { href: paths.registerHelp(lang), text: t("register.link") },
    { href: paths.how(lang), text: t("how.title") },
    { href: paths.embedHow(lang), text: t("embed.how.title") },
    { href: paths.numbers(lang), text: t("numbers.link") },
  ];
  return (
    <ul class="plain stack-s">
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

const Begin = ({ lang }: { lang: Lang }) => {
  const t = texts(lang);
  return (
    <div class="buttons">
      <ButtonLink href={`${paths.write(lang)}?slags=tilbud`} icon="hand-helping">
        {t("list.give")}
      </ButtonLink>
      <ButtonLink kind="secondary" href={`${paths.write(lang)}?slags=efterlysning`} icon="circle-dashed">
        {t("list.ask")}
      </ButtonLink>
    </div>
  );
};

function KindChip({ kind, data, lang }: { kind: PostKind; data: Data; lang: Lang }) {
  const count = counted(data.counts[kind], data.more && data.counts[kind] === countCap, lang);
  return (
    <>
      <Icon name={kindWords(kind, lang).icon} />
      {texts(lang)(`filter.kind.${kind}`, { count })}
    </>
  );
}

/** "1.000+" where it was not counted to the end. */
const counted = (count: number, atLeast: boolean, lang: Lang): string =>
  `${count.toLocaleString(lang === "da" ? "da-DK" : "en-GB")}${atLeast && count > 0 ? "+" : ""}`;

const more = ["q", "theme", "day", "part", "party", "home"] as const;
const narrowed = (chosen: Chosen): boolean =>
  [...more, "type", "locality", "kind"].some((key) => Object.entries(chosen).some(([name, value]) => name === key && value !== undefined));

/** Two choices stand open, the others behind one press. */
function Choose({ data: { filters, localities, themes }, lang }: { data: Data; lang: Lang }) {
  const t = texts(lang);
  const open = more.some((key) => filters[key] !== undefined);
  return (
    <FilterRow
      action={paths.list(lang)}
      label={t("filter.label")}
      submit={t("filter.submit")}
      kept={filters.kind === undefined ? [] : [{ name: "kind", value: filters.kind }]}
      more={{
        summary: t("filter.more"),
        open,
        children: (
          <>
            <Field name="q" type="search" label={t("filter.q")} value={filters.q} />
            <Select
              name="theme"
              label={t("filter.theme")}
              value={filters.theme ?? ""}
              options={[{ value: "", text: t("filter.any-theme") }, ...themes.map(({ key, name }) => ({ value: key, text: name[lang] }))]}
            />
            <Select
              name="day"
              label={t("filter.day")}
              value={filters.day ?? ""}
              options={[{ value: "", text: t("filter.any-day") }, ...days.map((day) => ({ value: day, text: t(`day.${day}`) }))]}
            />
            <Select
              name="part"
              label={t("filter.part")}
              value={filters.part ?? ""}
              options={[{ value: "", text: t("filter.any-part") }, ...parts.map((part) => ({ value: part, text: t(`part.${part}`) }))]}
            />
            <Select
              name="party"
              label={t("filter.party")}
              value={filters.party ?? ""}
              options={[
                { value: "", text: t("filter.any-party") },
                ...partyKinds.map((kind) => ({ value: kind, text: t(`party.${kind}`) })),
              ]}
            />
            <Check name="home" value="1" checked={filters.home === "1"} text={t("filter.home")} />
          </>
        ),
      }}
    >
      <Select
        name="type"
        label={t("filter.type")}
        value={filters.type ?? ""}
        options={[{ value: "", text: t("filter.any") }, ...contributionTypes.map((type) => ({ value: type, text: t(`type.${type}`) }))]}
      />
      <Select
        name="locality"
        label={t("filter.locality")}
        value={filters.locality ?? ""}
        options={[{ value: "", text: t("whole-municipality") }, ...localities.map(({ slug, name }) => ({ value: slug, text: name }))]}
      />
      <Select
        name="km"
        label={t("filter.km")}
        value={filters.km ?? ""}
        options={[
          { value: "", text: t("filter.km.here") },
          ...(["5", "10", "20"] as const).map((km) => ({ value: km, text: t("filter.km.at-most", { km }) })),
        ]}
      />
    </FilterRow>
  );
}

function Posts({ data, visit }: { data: Data; visit: Visit }) {
  const { items, next, filters, total } = data;
  const { lang } = visit;
  const t = texts(lang);
  return (
    <>
      <CardGrid>
        {items.map((post) => (
          <PostCard post={post} visit={visit} />
        ))}
      </CardGrid>
      {(next !== undefined || filters.after !== undefined) && (
        <Pagination
          label={t("pages.label")}
          shown={t("pages.shown", { count: items.length, all: counted(total, data.more, lang) })}
          previous={
            filters.after === undefined ? undefined : { href: address({ ...filters, after: undefined }, lang), text: t("pages.first") }
          }
          next={next === undefined ? undefined : { href: address({ ...filters, after: next }, lang), text: t("pages.next") }}
        />
      )}
    </>
  );
}

/** The same choice, from another place in the list. */
export function address(chosen: Chosen, lang: Lang): string {
  const text = asked(chosen).toString();
  return text === "" ? paths.list(lang) : `${paths.list(lang)}?${text}`;
}

function mapAddress({ q: _, locality: __, km: ___, after: ____, ...chosen }: Chosen, lang: Lang): string {
  const text = asked(chosen).toString();
  return text === "" ? paths.map(lang) : `${paths.map(lang)}?${text}`;
}

function asked(chosen: Partial<Chosen>): URLSearchParams {
  const keys = new URLSearchParams();
  for (const [key, value] of Object.entries(chosen)) if (value !== undefined) keys.set(key, value);
  return keys;
}

function Nothing({ q, lang }: { q: string | undefined; lang: Lang }) {
  const t = texts(lang);
  return (
    <Empty
      title={q === undefined ? t("empty.title") : t("empty.title.word", { q })}
      level={3}
      action={
        <ButtonLink kind="secondary" href={`${paths.write(lang)}?slags=efterlysning`}>
          {t("empty.action")}
        </ButtonLink>
      }
    >
      {t("empty.text")}
    </Empty>
  );
}
