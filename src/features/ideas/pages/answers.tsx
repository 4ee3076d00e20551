// SPDX-License-Identifier: EUPL-1.2
import { Answer, ButtonLink, Kept, Who } from "#design/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { dialoguePaths } from "#features/dialogue/index.ts";
import { HowDidItGo } from "#features/feedback/index.ts";
import { areaName, saidAndWhy } from "../idea-words.ts";
import { isPromise } from "../idea.ts";
import { texts } from "../texts.ts";
import type { Told } from "../thread-steps.ts";
import { Paragraphs } from "./parts.tsx";

/** Of what came along from elsewhere, or what two authors agreed on, nobody here is the one who said it. */
function WhoSaid({ answer, since, lang }: { answer: Told["answers"][number]; since: Date; lang: Visit["lang"] }) {
  const area = areaName({ name: answer.areaName, nameEn: answer.areaNameEn }, lang);
  const day = sayDate(answer.at, lang);
  if (answer.at < since) return <Who name={area} initials={initialsOf(area)} employee line={day} />;
  if (answer.person === undefined) return <p class="small quiet">{`${texts(lang)("merge.agreed")} · ${day}`}</p>;
  return <Who name={answer.person} initials={initialsOf(answer.person)} employee line={`${area} · ${day}`} />;
}

/** What was answered, first to last, and how the last stands to what was promised. */
export function Answers({ idea, visit: { lang, now } }: { idea: Told; visit: Visit }) {
  if (idea.answers.length === 0) return null;
  const t = texts(lang);
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{t("idea.answers", { count: idea.answers.length })}</h2>
      {idea.answers.map((answer) => {
        const { said, why } = saidAndWhy(answer.reason);
        return (
          <Answer said={said} who={<WhoSaid answer={answer} since={idea.submittedAt} lang={lang} />}>
            {why !== "" && <Paragraphs text={why} />}
            {answer.possibleIf && <Extra title={t(answer.byRule ? "answer.rule" : "answer.possible-if")} text={answer.possibleIf} />}
            {answer.nextStep && !isPromise(answer.status) && <Extra title={t("answer.next-step")} text={answer.nextStep} />}
            {answer.newDay && <p>{t("answer.new-day", { day: sayDay(answer.newDay, lang, now) })}</p>}
            {answer.agreed && answer.person !== undefined && <p>{t("merge.with-yes")}</p>}
            {answer.partOf && (
              <p>
                {t.rich("answer.part-of", {
                  title: answer.partOf.title,
                  a: (children) => (answer.partOf?.href === undefined ? children : <a href={answer.partOf.href}>{children}</a>),
                })}
              </p>
            )}
            {answer.partOf && (
              <div class="buttons">
                <ButtonLink kind="secondary" icon="bell" href={dialoguePaths.follow(lang, { reference: answer.partOf.reference })}>
                  {t("merge.follow")}
                </ButtonLink>
              </div>
            )}
          </Answer>
        );
      })}
      {idea.kept && <Kept late={idea.kept.late > 0}>{keptWords(idea.kept, lang, now)}</Kept>}
      {idea.askedHow && <HowDidItGo thing={idea} lang={lang} />}
    </section>
  );
}

const Extra = ({ title, text }: { title: string; text: string }) => (
  <div>
    <p>
      <b>{title}</b>
    </p>
    <Paragraphs text={text} />
  </div>
);

function keptWords(kept: NonNullable<Told["kept"]>, lang: Visit["lang"], now: Date): string {
  const t = texts(lang);
  const promised = sayDay(kept.promised, lang, now);
  const first =
    kept.postponedTo === undefined
      ? t("kept.promised", { promised })
      : t("kept.postponed", { promised, day: sayDay(kept.postponedTo, lang, now) });
  return `${first} ${kept.late > 0 ? t("kept.late", { days: kept.workingDays, late: kept.late }) : t("kept.in-time", { days: kept.workingDays })}`;
}
