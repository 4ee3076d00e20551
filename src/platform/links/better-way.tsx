// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink } from "#design/index.ts";
import { platformTexts } from "#platform/forms/say-errors.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/** Where somebody writes an idea that is about this thing: an answer to its question, or another way of doing it. */
export const ideaAbout = (lang: Lang, reference: string): string => inLanguage(`/ideer/ny?om=${encodeURIComponent(reference)}`, lang);

/** "Do you have a better way?": stands on every opportunity, service and project. The idea is tied to it, and its host answers. */
export const BetterWay = ({ reference, host, lang }: { reference: string; host: string; lang: Lang }) => {
  const t = platformTexts(lang);
  return (
    <Box>
      <div class="stack-s">
        <h2 class="minor-title">{t("better-way.title")}</h2>
        <p class="small">{t("better-way.text", { host })}</p>
        <ButtonLink kind="secondary" wide icon="lightbulb" href={ideaAbout(lang, reference)}>
          {t("better-way.button")}
        </ButtonLink>
      </div>
    </Box>
  );
};
