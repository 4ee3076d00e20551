// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "../paths.ts";
import type { Standing } from "../store-talk.ts";
import { texts } from "../texts.ts";

/**
 * How many support a thing and follow it, and the way to do so: for the page of a thing of whatever kind. `quiet`: another
 * button of the page is the filled one.
 */
export function StandBy({
  thing,
  standing,
  lang,
  quiet,
}: {
  thing: { reference: string };
  standing: Standing;
  lang: Lang;
  quiet: boolean;
}) {
  const t = texts(lang);
  const { supports, followers, supporting, following } = standing;
  return (
    <Box>
      <div class="stack-s">
        <p class="talk-count">
          {supports > 0 && <b>{supports.toLocaleString(lang === "da" ? "da-DK" : "en-GB")} </b>}
          <span>{t("stand-by.supports", { count: supports })}</span>
        </p>
        {supporting ? (
          <p class="talk-mine">{t(following ? "stand-by.supporting" : "stand-by.supporting-silent")}</p>
        ) : (
          <ButtonLink kind={quiet ? "secondary" : "primary"} wide icon="thumbs-up" href={paths.support(lang, thing)}>
            {t("stand-by.support")}
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" wide icon="bell" href={(following ? paths.unfollow : paths.follow)(lang, thing)}>
          {t(following ? "follow.stop" : "stand-by.follow")}
        </ButtonLink>
        <p class="small quiet">
          {t("stand-by.followers", { count: followers })}{" "}
          {supporting ? <a href={paths.unsupport(lang, thing)}>{t("support.stop")}</a> : t("stand-by.no-account")}
        </p>
      </div>
    </Box>
  );
}
