// SPDX-License-Identifier: EUPL-1.2
import { Card, ListItem, Status, StatusLine, type MetaItem } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Card as Thing } from "#platform/feature.ts";
import type { Visit } from "#platform/http/route.ts";
import { texts } from "../texts.ts";

/** A thing of any kind as a card. */
export const ThingCard = ({ card, visit }: { card: Thing; visit: Visit }) => (
  <Card
    title={card.title}
    href={card.href}
    weave={card.pattern}
    kind={card.sign}
    meta={metaOf(card, visit)}
    end={card.status && <Status sign={card.status.sign}>{card.status.label}</Status>}
  />
);

/** A thing with its newest answer: whose words they are, and when they came; not who asked. */
export const AnsweredRow = ({ card, visit }: { card: Thing; visit: Visit }) => (
  <ListItem
    title={card.title}
    href={card.href}
    weave={card.pattern}
    summary={card.answer?.said ?? card.summary}
    meta={card.answer ? metaOf({ ...card, ...card.answer }, visit, "message-circle") : metaOf(card, visit)}
    status={card.status && <StatusLine sign={card.status.sign} words={card.status.label} after={card.status.detail} />}
  />
);

const metaOf = ({ who, at, place, supports = 0 }: Thing, visit: Visit, icon: MetaItem["icon"] = "user"): MetaItem[] => [
  { icon, text: who },
  ...(place ? [{ icon: "map-pin" as const, text: place }] : []),
  { icon: "clock", text: sayDay(at, visit.lang, visit.now) },
  ...(supports > 0 ? [{ icon: "thumbs-up" as const, text: texts(visit.lang)("card.supports", { count: supports }) }] : []),
];
