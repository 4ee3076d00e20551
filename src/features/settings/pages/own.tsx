// SPDX-License-Identifier: EUPL-1.2
import { paletteOf, type Weak } from "#design/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import type { Value } from "#platform/settings/setting.ts";
import { colourFields, coloursIn, weakIn } from "../municipality.ts";
import { texts } from "../texts.ts";
import { crumbs, EditPage, type Input } from "./parts.tsx";

export function IdentityPage(value: Value, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return EditPage({
    visit,
    kind: "identity",
    value,
    inputs: [
      { name: "name", as: "line", max: 80 },
      { name: "place", as: "line", max: 80 },
      { name: "phone", as: "tel", max: 20 },
      { name: "email", as: "email", max: 254 },
    ],
    title: t("identity.title"),
    lead: t("identity.lead"),
    at: crumbs(visit.lang),
  });
}

export function DeadlinesPage(value: Value, visit: Visit): Sheet {
  const t = texts(visit.lang);
  return EditPage({
    visit,
    kind: "deadlines",
    value,
    inputs: [
      { name: "lookDays", as: "number", max: 2 },
      { name: "acknowledgeDays", as: "number", max: 2 },
      { name: "answerDays", as: "number", max: 2 },
      { name: "remindDays", as: "number", max: 1 },
    ],
    title: t("deadlines.title"),
    lead: t("deadlines.lead"),
    note: (
      <>
        <p>{t("area.days.note")}</p>
        <p>{t("deadlines.twice")}</p>
      </>
    ),
    at: crumbs(visit.lang),
  });
}

const colourInputs: Input[] = Object.values(colourFields)
  .flat()
  .map((name) => ({ name, as: "color" }));

/** Word mark and colours: how it looks with what stands or was typed, and what could not be read. */
export function LookPage(value: Value, visit: Visit): Sheet {
  const t = texts(visit.lang);
  const typed: Value = {
    ...value,
    ...Object.fromEntries(Object.entries(visit.values).flatMap(([name, text]) => (typeof text === "string" ? [[name, text]] : []))),
  };
  return EditPage({
    visit,
    kind: "look",
    value,
    inputs: [{ name: "wordMark", as: "line", max: 30 }, { name: "beside", as: "line", max: 40 }, ...colourInputs],
    title: t("look.title"),
    lead: t("look.lead"),
    note: <p>{t("look.note")}</p>,
    at: crumbs(visit.lang),
    before: Object.values(visit.errors).includes("contrast") && <TooWeak weak={weakIn(typed)} visit={visit} />,
    after: <Swatches value={typed} visit={visit} />,
  });
}

/** The two numbers, and the nearest colour that can be read. */
function TooWeak({ weak, visit }: { weak: readonly Weak[]; visit: Visit }) {
  const t = texts(visit.lang);
  const said = (ratio: number): string =>
    ratio.toLocaleString(visit.lang === "da" ? "da-DK" : "en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <ul class="stack-s">
      {weak.map(({ token, side, ratio, least, nearest }) => (
        <li>
          {t("look.weak", {
            what: t(`field.look.${colourFields[token][side]}`),
            // Rounded down: 6.96 is not 7.
            ratio: said(Math.floor(ratio * 10) / 10),
            least,
            nearest,
          })}{" "}
          <svg class="desk-colour" viewBox="0 0 24 16" aria-hidden="true">
            <rect width="24" height="16" rx="3" fill={nearest} />
          </svg>
        </li>
      ))}
    </ul>
  );
}

/** A button, a link and the thread as they look with these colours, in light and in dark. */
function Swatches({ value, visit }: { value: Value; visit: Visit }) {
  const t = texts(visit.lang);
  const fields = Object.values(colourFields).flat();
  if (!fields.every((field) => /^#[0-9a-f]{6}$/.test(String(value[field])))) return null;
  const palette = paletteOf(coloursIn(value));
  return (
    <section class="stack-s" aria-labelledby="swatches">
      <h2 id="swatches" class="title">
        {t("look.shown")}
      </h2>
      <div class="desk-swatches">
        {([0, 1] as const).map((side) => (
          <svg viewBox="0 0 352 150" role="img" aria-label={t(side === 0 ? "look.light" : "look.dark")}>
            <rect width="352" height="150" fill={palette.bg[side]} />
            <path d="M0 24C60 4 90 44 150 24S250 8 352 26" fill="none" stroke={palette.thread[side]} stroke-width="3" />
            <rect x="16" y="48" width="150" height="40" rx="6" fill={palette.fjord[side]} />
            <text x="91" y="74" text-anchor="middle" font-size="16" fill={palette["on-fjord"][side]}>
              {t("save")}
            </text>
            <text x="190" y="74" font-size="16" text-decoration="underline" fill={palette.link[side]}>
              {t("change")}
            </text>
            <rect x="16" y="102" width="152" height="34" rx="6" fill={palette["fjord-tint"][side]} />
            <rect x="184" y="102" width="152" height="34" rx="6" fill={palette["thread-tint"][side]} />
            <text x="92" y="124" text-anchor="middle" font-size="14" fill={palette.text[side]}>
              {String(value["wordMark"])}
            </text>
            <text x="260" y="124" text-anchor="middle" font-size="14" fill={palette.text[side]}>
              {String(value["beside"])}
            </text>
          </svg>
        ))}
      </div>
    </section>
  );
}
