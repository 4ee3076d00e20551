// SPDX-License-Identifier: EUPL-1.2
import { More } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";

/** The way to the question, for the page of a thing: shown to who is asked. */
export const HowDidItGo = ({ thing, lang }: { thing: { reference: string }; lang: Lang }) => (
  <p>
    <More href={paths.about(lang, thing)}>{texts(lang)("link")}</More>
  </p>
);
