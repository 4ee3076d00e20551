// SPDX-License-Identifier: EUPL-1.2
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Card, Part } from "#platform/feature.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { ButtonLink, Columns, type Content, Empty, Facts, Heading, ListItem, PageHead, Rows, Status, StatusLine } from "#design/index.ts";
import type { Mine, MyThing } from "../mine-store.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

export type MyPage = Mine & { name: string; cards: Map<string, Card>; parts: Part[] };

export function MyPage(data: MyPage, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return {
    title: t("mine.page"),
    section: "me",
    hidden: true,
    body: (
      <div class="page">
        <PageHead title={t("mine.title", { name: firstNameOf(data.name) })} />
        <Columns
          main={
            <>
              {[...Map.groupBy(data.parts, ({ group }) => group)].map(([group, parts], at) => (
                <Parts id={`part-${at + 1}`} title={group} parts={parts} />
              ))}
              <Things
                id="things"
                title={t("mine.things")}
                things={data.things}
                cards={data.cards}
                visit={visit}
                empty={<NoThings visit={visit} />}
              />
              <Things
                id="follows"
                title={t("mine.follows")}
                things={data.follows}
                cards={data.cards}
                visit={visit}
                empty={<NoFollows visit={visit} />}
              />
            </>
          }
          aside={<AboutMe data={data} visit={visit} />}
        />
      </div>
    ),
  };
}

/** What one takes part in with others, each with what comes next. */
const Parts = ({ id, title, parts }: { id: string; title: string; parts: Part[] }) => (
  <section class="stack-m" aria-labelledby={id}>
    <Heading level={2} id={id}>
      {title}
    </Heading>
    <Rows>
      {parts.map((part) => (
        <li class="item">
          <div class="item-body">
            <Heading level={3} class="title item-title">
              <a href={part.href}>{part.title}</a>
            </Heading>
            <p class="small quiet">{part.who}</p>
            <StatusLine sign={part.status.sign} words={part.status.label} after={part.status.detail} />
            {part.next !== undefined && <p class="small">{part.next}</p>}
          </div>
        </li>
      ))}
    </Rows>
  </section>
);

function Things({
  id,
  title,
  things,
  cards,
  visit,
  empty,
}: {
  id: string;
  title: string;
  things: MyThing[];
  cards: Map<string, Card>;
  visit: Visit;
  empty: Content;
}) {
  return (
    <section class="stack-m" aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {things.length === 0 ? (
        empty
      ) : (
        <Rows>
          {things.map((thing) => (
            <Row thing={thing} card={cards.get(thing.id)} visit={visit} />
          ))}
        </Rows>
      )}
    </section>
  );
}

/** A thing as its slice shows it; what is not public yet, or no longer, is shown by what we know of it here. */
function Row({ thing, card, visit }: { thing: MyThing; card: Card | undefined; visit: Visit }) {
  const t = texts(visit.lang);
  if (card) {
    const status = card.status && <StatusLine sign={card.status.sign} words={card.status.label} after={card.status.detail} />;
    return (
      <ListItem
        title={card.title}
        href={card.href}
        weave={card.pattern}
        meta={[{ icon: "calendar-days", text: sayDay(card.at, visit.lang, visit.now) }]}
        status={status}
      />
    );
  }
  return (
    <li class="stack-s">
      <p>
        <b>{thing.title}</b> <span class="quiet numbers">{thing.reference}</span>
      </p>
      <p class="row-of">
        {(thing.withdrawn || thing.visibility === "held") && (
          <Status sign={thing.withdrawn ? "no" : "waiting"}>{t(thing.withdrawn ? "mine.withdrawn" : "mine.held")}</Status>
        )}
        <span class="small quiet">{t("mine.sent", { day: sayDay(thing.at, visit.lang, visit.now) })}</span>
      </p>
    </li>
  );
}

function NoThings({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <Empty
      level={3}
      title={t("mine.no-things")}
      action={<ButtonLink href={inLanguage("/ideer/ny", visit.lang)}>{t("mine.no-things-action")}</ButtonLink>}
    >
      {t("mine.no-things-text")}
    </Empty>
  );
}

function NoFollows({ visit }: { visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <Empty
      level={3}
      title={t("mine.no-follows")}
      action={
        <ButtonLink kind="secondary" href={inLanguage("/ideer", visit.lang)}>
          {t("mine.no-follows-action")}
        </ButtonLink>
      }
    >
      {t("mine.no-follows-text")}
    </Empty>
  );
}

function AboutMe({ data, visit }: { data: MyPage; visit: Visit }) {
  const t = texts(visit.lang);
  const lines = (items: string[]) => items.map((item) => <div>{item}</div>);
  // Contact persons and deputies are told by their areas.
  const roles = visit.actor.roles.flatMap(({ role }) => (role === "contact-person" || role === "deputy" ? [] : [t(`role.${role}`)]));
  const facts = [
    { term: t("mine.called"), fact: data.name },
    { term: t("mine.mailboxes"), fact: data.mailboxes.length === 0 ? t("mine.no-mailbox") : lines(data.mailboxes) },
    ...(roles.length > 0 ? [{ term: t("mine.roles"), fact: lines([...new Set(roles)]) }] : []),
    ...(data.areas.length > 0
      ? [
          {
            term: t("mine.answers"),
            fact: lines(data.areas.map(({ name, part }) => t(part === "deputy" ? "mine.deputy" : "mine.contact-person", { area: name }))),
          },
        ]
      : []),
    ...(data.organisations.length > 0
      ? [
          {
            term: t("mine.organisations"),
            fact: lines(data.organisations.map(({ name, part }) => (part === "speaks-for" ? t("mine.speaks-for", { name }) : name))),
          },
        ]
      : []),
  ];
  return (
    <div class="stack-m">
      <h2 class="minor-title">{t("mine.facts")}</h2>
      <Facts facts={facts} />
      <div class="buttons">
        <ButtonLink kind="secondary" small href={paths.name(visit.lang)}>
          {t("mine.change-name")}
        </ButtonLink>
        <ButtonLink kind="quiet" small href={paths.logOut(visit.lang)}>
          {t("mine.log-out")}
        </ButtonLink>
      </div>
    </div>
  );
}
