// SPDX-License-Identifier: EUPL-1.2
import { StatusLine, type WhatWhoWhenWords } from "#design/index.ts";
import type { Visit } from "#platform/http/route.ts";
import { statusWords } from "../listing-words.ts";
import { paths } from "../paths.ts";
import type { Shown } from "../shown.ts";
import { texts } from "../texts.ts";

/** Paragraphs as they were written. */
export const Paragraphs = ({ text, lead = false }: { text: string; lead?: boolean }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, at) => (
      <p class={lead && at === 0 ? "lead lead-text" : undefined}>
        {paragraph.split("\n").map((line, row) => (row === 0 ? line : [<br />, line]))}
      </p>
    ))}
  </>
);

type Dated = Pick<Shown, "status" | "askUntil" | "tellBy" | "decideOn" | "phase">;

export function ListingStatus({ on, visit: { lang, now } }: { on: Dated; visit: Visit }) {
  const { sign, label, detail } = statusWords(on.status, on, lang, now);
  return <StatusLine sign={sign} words={label} after={detail} />;
}

export const whatWhoWhenWords = (lang: Visit["lang"]): WhatWhoWhenWords => {
  const t = texts(lang);
  return { what: t("promise.what"), who: t("promise.who"), when: t("promise.when") };
};

export const crumbs = (lang: Visit["lang"], on?: { reference: string; title: string }) => [
  { href: paths.list(lang), text: texts(lang)("list.title") },
  ...(on ? [{ href: paths.listing(lang, { reference: on.reference }), text: on.title }] : []),
];
