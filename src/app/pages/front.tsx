// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  ButtonLink,
  CardGrid,
  Doors,
  drawFields,
  Empty,
  FieldsArt,
  Hero,
  ListItem,
  More,
  PlaceList,
  PlaceMap,
  Rows,
  SearchForm,
  Section,
  Select,
  spreadNames,
  stepsFor,
  StatusLine,
  type Door,
  type Steps,
} from "#design/index.ts";
import type { Card } from "#platform/feature.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import { AnsweredRow, ThingCard } from "./thing-card.tsx";

export type Place = { slug: string; name: string; lat: number; lon: number; count: number };
export type FrontData = {
  localities: Place[];
  near: { slug: string; name: string } | undefined;
  newest: Card[];
  answered: Card[];
  /** What citizens are asked now. */
  asks: Card[];
};

const ideas = (visit: Visit, query = ""): string => inLanguage(`/ideer${query}`, visit.lang);

/** The front page: what one can do, what is near, what was answered, and the whole municipality on a map. */
export function FrontPage(data: FrontData, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const steps = stepsFor(data.localities.map(({ count }) => count));
  const drawing = drawFields(data.localities, visit.site.waters, { steps });
  return {
    title: t("front.title"),
    description: t("front.description", { name: visit.site.municipality }),
    section: "front",
    body: (
      <>
        <Hero art={<FieldsArt drawing={drawing} id="felter" />}>
          <h1>{t("front.title")}</h1>
          <p class="lead">{t("front.lead")}</p>
          <p>
            <ButtonLink href={inLanguage("/ideer/ny", visit.lang)} icon="lightbulb">
              {t("front.door.idea.more")}
            </ButtonLink>
          </p>
          <SearchForm
            action={ideas(visit)}
            label={t("front.search")}
            placeholder={t("front.search.hint")}
            submit={t("front.search.button")}
          />
        </Hero>
        <div class="page">
          <h2 class="hidden-text">{t("front.doors")}</h2>
          <ThreeDoors visit={visit} />
        </div>
        <Asks cards={data.asks} visit={visit} />
        <Near data={data} visit={visit} />
        <Answered cards={data.answered} visit={visit} />
        <Whole localities={data.localities} drawing={drawing} steps={steps} visit={visit} />
      </>
    ),
  };
}

/** An idea, an offer, a need. Where the exchange is switched off, only the first is there to go through. */
function ThreeDoors({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  const exchange = !visit.site.off.has("exchange");
  return (
    <Doors
      level={3}
      doors={[
        {
          kind: "idea",
          title: t("front.door.idea"),
          href: inLanguage("/ideer/ny", visit.lang),
          text: t("front.door.idea.text"),
          more: t("front.door.idea.more"),
        },
        ...(exchange ? exchangeDoors(visit) : []),
      ]}
    />
  );
}

const exchangeDoors = ({ lang }: Visit): Door[] => {
  const t = texts(lang);
  return [
    {
      kind: "help",
      title: t("front.door.help"),
      href: inLanguage("/byttebors?kind=need", lang),
      text: t("front.door.help.text"),
      more: t("front.door.help.more"),
    },
    {
      kind: "missing",
      title: t("front.door.need"),
      href: inLanguage("/byttebors/ny?slags=efterlysning", lang),
      text: t("front.door.need.text"),
      more: t("front.door.need.more"),
    },
  ];
};

/** Questions that can be answered now: nothing where there are none. */
function Asks({ cards, visit }: { cards: Card[]; visit: Visit }) {
  if (cards.length === 0) return null;
  const t = texts(visit.lang);
  return (
    <Section id="spoergsmaal" title={t("front.asks")} aside={<More href={inLanguage("/paa-vej", visit.lang)}>{t("front.asks.all")}</More>}>
      <Rows>
        {cards.map((card) => (
          <ListItem
            title={card.title}
            href={card.href}
            weave={card.pattern}
            summary={card.summary}
            meta={[{ icon: "user", text: card.who }, ...(card.place ? [{ icon: "map-pin" as const, text: card.place }] : [])]}
            status={card.status && <StatusLine sign={card.status.sign} words={card.status.label} after={card.status.detail} />}
          />
        ))}
      </Rows>
    </Section>
  );
}

function Near({ data: { localities, near, newest }, visit }: { data: FrontData; visit: Visit }) {
  const t = texts(visit.lang);
  const choose = (
    <form class="inline-form" action={paths.choosePlace(visit.lang)}>
      <Select
        name="vis"
        label={t("front.near.choose")}
        value={near?.slug ?? ""}
        options={[{ value: "", text: t("front.near.whole") }, ...localities.map(({ slug, name }) => ({ value: slug, text: name }))]}
      />
      <Button kind="secondary">{t("front.near.button")}</Button>
    </form>
  );
  return (
    <Section id="naer" title={near ? t("front.near", { place: near.name }) : t("front.near.all")} aside={choose}>
      {newest.length === 0 ? (
        <Empty
          level={3}
          title={t("front.near.empty.title", { place: near?.name ?? visit.site.place })}
          action={<ButtonLink href={inLanguage("/ideer/ny", visit.lang)}>{t("front.near.empty.action")}</ButtonLink>}
        >
          {t("front.near.empty.text")}
        </Empty>
      ) : (
        <CardGrid>
          {newest.map((card) => (
            <ThingCard card={card} visit={visit} />
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

function Answered({ cards, visit }: { cards: Card[]; visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <Section id="svar" title={t("front.answered")} aside={<More href={ideas(visit)}>{t("front.answered.all")}</More>}>
      {cards.length === 0 ? (
        <p>{t("front.answered.empty")}</p>
      ) : (
        <Rows>
          {cards.map((card) => (
            <AnsweredRow card={card} visit={visit} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Whole({
  localities,
  drawing,
  steps,
  visit,
}: {
  localities: Place[];
  drawing: ReturnType<typeof drawFields>;
  steps: Steps;
  visit: Visit;
}) {
  const t = texts(visit.lang);
  const byCount = localities.toSorted((a, b) => b.count - a.count);
  const most = byCount[0];
  const quiet = localities.find(({ count }) => count === 0);
  return (
    <Section id="kort" title={t("front.map")} lead={t("front.map.lead")}>
      <div class="columns halves">
        <PlaceMap
          drawing={drawing}
          reuse="felter"
          steps={steps}
          sentence={
            most && most.count > 0
              ? t("front.map.sentence", { count: localities.length, most: most.name })
              : t("front.map.sentence.none", { count: localities.length })
          }
          labelled={spreadNames(byCount).slice(0, 10)}
          words={{ andMore: t("front.map.more"), notBorders: t("front.map.note") }}
        />
        <div class="stack">
          <h3>{t("front.map.list")}</h3>
          <PlaceList
            places={localities.map(({ slug, name, count }) => ({ name, count, href: paths.place(visit.lang, { locality: slug }) }))}
          />
          {quiet && (
            <p class="small">
              {t("front.map.none", { place: quiet.name })}{" "}
              <a href={inLanguage(`/ideer/ny?where=${quiet.slug}`, visit.lang)}>{t("front.map.none.action")}</a>
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}
