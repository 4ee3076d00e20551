// SPDX-License-Identifier: EUPL-1.2
import { CardGrid, More, Rows, type Content } from "#design/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { listedParts } from "#platform/text/listed.ts";
import type { Gathering } from "../place.ts";
import { texts } from "../texts.ts";
import { AnsweredRow, ThingCard } from "./thing-card.tsx";

/** What there is, kind by kind, and what was answered lately. A kind that comes later stands here by itself. */
export function Shelves({ data: { shelves, answered }, visit }: { data: Gathering; visit: Visit }) {
  const t = texts(visit.lang);
  return (
    <>
      {shelves.map(
        ({ kind, title, count, cards, href }) =>
          cards.length > 0 && (
            <section class="stack" aria-labelledby={kind}>
              <div class="head">
                <h2 id={kind}>{title}</h2>
                {count > cards.length && <More href={href}>{t("place.all")}</More>}
              </div>
              <CardGrid>
                {cards.map((card) => (
                  <ThingCard card={card} visit={visit} />
                ))}
              </CardGrid>
            </section>
          ),
      )}
      {answered.length > 0 && (
        <section class="stack" aria-labelledby="answered">
          <h2 id="answered">{t("place.answered")}</h2>
          <Rows>
            {answered.map((card) => (
              <AnsweredRow card={card} visit={visit} />
            ))}
          </Rows>
        </section>
      )}
    </>
  );
}

/** "Lige nu: 12 idéer og 1 på vej.", each a link to all of them. */
export function Counts({ data: { shelves }, visit }: { data: Gathering; visit: Visit }) {
  const t = texts(visit.lang);
  const links = shelves.map(({ words, href }): Content => <a href={href}>{words}</a>);
  return <p>{t.rich("place.counts", { counts: () => listedParts(links, visit.lang) })}</p>;
}
