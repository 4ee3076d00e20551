// SPDX-License-Identifier: EUPL-1.2
import { Answer, Kept, Who } from "#design/index.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { areaName } from "../listing-words.ts";
import { texts } from "../texts.ts";
import type { Told } from "../thread-steps.ts";
import { Paragraphs } from "./parts.tsx";

/** What was heard, and what is done. */
export function Heard({ on, visit: { lang } }: { on: Told; visit: Visit }) {
  if (on.closure === null || on.tellBy === null) return null;
  const t = texts(lang);
  const { heard, doing, person, at } = on.closure;
  const [said = "", ...why] = heard.split(/\n{2,}/);
  const late = on.tellBy < localDayOf(new Date(at));
  return (
    <section class="stack" aria-labelledby="heard">
      <h2 id="heard">{t("told.title")}</h2>
      <Answer
        said={said}
        who={
          <Who
            name={person}
            initials={initialsOf(person)}
            employee
            line={`${areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang)} · ${sayDate(new Date(at), lang)}`}
          />
        }
      >
        {why.length > 0 && <Paragraphs text={why.join("\n\n")} />}
        <p>
          <b>{t("told.doing")}</b>
        </p>
        <Paragraphs text={doing} />
      </Answer>
      <Kept late={late}>{t(late ? "kept.late" : "kept.in-time", { day: sayDate(on.tellBy, lang) })}</Kept>
    </section>
  );
}
