// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink } from "#design/index.ts";
import { ringing, shownPhone } from "#platform/text/phone.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Visit } from "#platform/http/route.ts";
import { paths } from "../paths.ts";
import type { Shown } from "../queries.ts";
import { texts } from "../texts.ts";
import { Paragraphs } from "./parts.tsx";

const steps = ["call", "answer", "acknowledge", "ask", "hand-over", "note"] as const;
const pathOf = {
  call: paths.call,
  answer: paths.answer,
  acknowledge: paths.acknowledge,
  ask: paths.ask,
  "hand-over": paths.handOver,
  note: paths.note,
} as const;

const labels = {
  call: "inbox.call-button",
  answer: "inbox.answer",
  acknowledge: "inbox.acknowledge",
  ask: "inbox.ask",
  "hand-over": "inbox.hand-over",
  note: "inbox.note",
} as const;

/** What who answers can do now; the first is the one to do. */
export function Inbox({ on, lang }: { on: Shown; lang: Visit["lang"] }) {
  const t = texts(lang);
  const can: readonly string[] = on.can;
  const [first, ...others] = steps.filter((step) => can.includes(step));
  const to = { reference: on.reference };
  return (
    <Box>
      <h2 class="minor-title">{t("inbox.title")}</h2>
      {on.phone && !on.over && (
        <p>
          {t.rich("inbox.call", {
            phone: shownPhone(on.phone),
            a: (children) => (
              <a class="together" href={ringing(on.phone ?? "")}>
                {children}
              </a>
            ),
          })}
          {on.callWhen && ` (${on.callWhen})`}
        </p>
      )}
      {!on.over && <p class="small">{t(`inbox.reach.${on.reach}`)}</p>}
      {first && (
        <ButtonLink wide kind={on.over ? "secondary" : "primary"} href={pathOf[first](lang, to)}>
          {t(labels[first])}
        </ButtonLink>
      )}
      {others.map((step) => (
        <ButtonLink wide kind="secondary" href={pathOf[step](lang, to)}>
          {t(labels[step])}
        </ButtonLink>
      ))}
    </Box>
  );
}

/** What colleagues wrote to each other. */
export function Notes({ notes, lang }: { notes: Shown["notes"]; lang: Visit["lang"] }) {
  if (notes.length === 0) return null;
  const t = texts(lang);
  return (
    <section class="stack" aria-labelledby="notes">
      <h2 id="notes">{t("notes.title")}</h2>
      <p class="small quiet">{t("notes.lead")}</p>
      {notes.map(({ text, person, at }) => (
        <Box>
          <Paragraphs text={text} />
          <p class="small quiet">
            {person} · {sayDate(at, lang)}
          </p>
        </Box>
      ))}
    </section>
  );
}
