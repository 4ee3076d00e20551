// SPDX-License-Identifier: EUPL-1.2
import type { Occasion, OccasionWords } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { World } from "#platform/operations/world.ts";
import { texts } from "./texts.ts";

const occasionsIn = ({ registry }: Pick<World, "registry">): Occasion[] =>
  registry.features.flatMap(({ asksFeedback = [] }) => asksFeedback);

/** How one is asked after an occasion: in the words of its slice, or as after an answer. */
export const wordsAfter = (world: Pick<World, "registry">, occasion: string, lang: Lang): OccasionWords =>
  occasionsIn(world)
    .find(({ event }) => event === occasion)
    ?.words?.(lang) ?? afterAnAnswer(lang);

function afterAnAnswer(lang: Lang): OccasionWords {
  const t = texts(lang);
  return {
    lead: t("ask.lead"),
    hint: t("ask.line-hint"),
    thanks: t("done.text"),
    mail: (title) => [t("mail.text", { title }), t("mail.anonymous")],
  };
}
