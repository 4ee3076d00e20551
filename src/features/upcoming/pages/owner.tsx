// SPDX-License-Identifier: EUPL-1.2
import { Box, ButtonLink } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { paths } from "../paths.ts";
import { texts } from "../texts.ts";
import type { Told } from "../thread-steps.ts";

/** What who owns it can do here; one filled button, the one that is next. */
export function Owner({ on, lang }: { on: Told; lang: Lang }) {
  const t = texts(lang);
  const to = { reference: on.reference };
  return (
    <Box>
      <div class="stack-s">
        <h2 class="minor-title">{t("owner.title")}</h2>
        {on.status === "draft" && (
          <>
            <p class="small">{t("owner.draft")}</p>
            <ButtonLink wide icon="eye" href={paths.publish(lang, to)}>
              {t("owner.publish")}
            </ButtonLink>
            <ButtonLink kind="secondary" wide icon="pencil" href={paths.edit(lang, to)}>
              {t("owner.edit")}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="trash-2" href={paths.discard(lang, to)}>
              {t("owner.discard")}
            </ButtonLink>
          </>
        )}
        {(on.status === "listening" || on.status === "late") && (
          <ButtonLink wide icon="send" href={paths.tell(lang, to)}>
            {t("owner.tell")}
          </ButtonLink>
        )}
        {on.status === "asking" && (
          <ButtonLink wide icon="user-plus" href={paths.invite(lang, to)}>
            {t("owner.invite")}
          </ButtonLink>
        )}
        {on.public && on.phase !== "doing" && (
          <ButtonLink
            kind={on.status === "going-on" || on.status === "told" ? "primary" : "secondary"}
            wide
            icon="arrow-right"
            href={paths.move(lang, to)}
          >
            {t("owner.move")}
          </ButtonLink>
        )}
        {on.canPutOff.length > 0 && (
          <ButtonLink kind="quiet" icon="calendar-days" href={paths.putOff(lang, to)}>
            {t("owner.put-off")}
          </ButtonLink>
        )}
        {on.status === "discarded" && <p class="small quiet">{t("status.discarded")}</p>}
      </div>
    </Box>
  );
}
