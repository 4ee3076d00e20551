// SPDX-License-Identifier: EUPL-1.2
import { ListItem, Rows, StatusLine } from "#design/index.ts";
import { sayDay } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { fateSigns } from "../listing-words.ts";
import { texts } from "../texts.ts";
import type { Told } from "../thread-steps.ts";

/** What citizens answered, each as it looks everywhere; and what became of it, once that is told. */
export function Answers({ on, visit: { lang, now } }: { on: Told; visit: Visit }) {
  if (on.question === null || (on.answers.length === 0 && !on.public)) return null;
  const t = texts(lang);
  return (
    <section class="stack-s" aria-labelledby="answers">
      <h2 id="answers">{t("answers.title", { count: on.answerCount })}</h2>
      {on.answers.length === 0 ? (
        <p>{t(on.status === "asking" ? "answers.none" : "answers.none.over")}</p>
      ) : (
        <Rows>
          {on.answers.map((answer) => (
            <ListItem
              title={answer.title}
              href={answer.href}
              weave={answer.pattern}
              summary={answer.fate ? answer.fate.because : answer.summary}
              meta={[
                { icon: "user", text: answer.who },
                ...(answer.place ? [{ icon: "map-pin" as const, text: answer.place }] : []),
                { icon: "clock", text: sayDay(answer.at, lang, now) },
              ]}
              status={
                answer.fate ? (
                  <StatusLine
                    sign={fateSigns[answer.fate.fate]}
                    words={t(`fate.${answer.fate.fate}`)}
                    after={answer.fate.possibleIf === null ? undefined : t("fate.possible-if", { text: answer.fate.possibleIf })}
                  />
                ) : (
                  answer.status && <StatusLine sign={answer.status.sign} words={answer.status.label} after={answer.status.detail} />
                )
              }
            />
          ))}
        </Rows>
      )}
      {on.moreAnswers > 0 && <p class="small quiet">{t("answers.more", { count: on.moreAnswers })}</p>}
    </section>
  );
}
