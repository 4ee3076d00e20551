// SPDX-License-Identifier: EUPL-1.2
import { Answer, Kept, Who } from "#design/index.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { areaName } from "../enquiry-words.ts";
import type { Shown } from "../queries.ts";
import { texts } from "../texts.ts";
import { Paragraphs } from "./parts.tsx";

/** What was answered, who did, and whether the promise was kept. */
export function Answers({ on, visit: { lang, now } }: { on: Shown; visit: Visit }) {
  if (on.answers.length === 0) return null;
  const t = texts(lang);
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{t("enquiry.answers", { count: on.answers.length })}</h2>
      {on.answers.map((answer) => {
        const [said = "", ...why] = answer.text.split(/\n{2,}/);
        const where = areaName({ name: answer.areaName, nameEn: answer.areaNameEn }, lang);
        const line =
          answer.calledOn === null
            ? `${where} · ${sayDate(answer.at, lang)}`
            : t("answer.called", { day: sayDay(answer.calledOn, lang, now) });
        return (
          <Answer said={said} who={<Who name={answer.person} initials={initialsOf(answer.person)} employee line={line} />}>
            {why.length > 0 && <Paragraphs text={why.join("\n\n")} />}
            {answer.newDay && <p>{t("answer.new-day", { day: sayDay(answer.newDay, lang, now) })}</p>}
          </Answer>
        );
      })}
      {on.kept && <Kept late={on.kept.late > 0}>{keptWords(on.kept, lang, now)}</Kept>}
    </section>
  );
}

function keptWords(kept: NonNullable<Shown["kept"]>, lang: Visit["lang"], now: Date): string {
  const t = texts(lang);
  const promised = sayDay(kept.promised, lang, now);
  const first =
    kept.postponedTo === undefined
      ? t("kept.promised", { promised })
      : t("kept.postponed", { promised, day: sayDay(kept.postponedTo, lang, now) });
  return `${first} ${kept.late > 0 ? t("kept.late", { days: kept.workingDays, late: kept.late }) : t("kept.in-time", { days: kept.workingDays })}`;
}
