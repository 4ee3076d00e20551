// SPDX-License-Identifier: EUPL-1.2
import type { Frame } from "#platform/http/html-door.ts";
import { render } from "#platform/html/render.ts";
import { EmbedShell, wholePage } from "#design/index.ts";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

/** The frame around what another site shows: whose it is, and the way to all of it. */
export const embedFrame: Frame = ({ title, body, whole }, { lang, site }) => {
  const t = texts(lang);
  const { name } = site.wordMark;
  return wholePage(
    render(
      <EmbedShell
        lang={lang}
        title={title}
        colours={site.colours?.href}
        whole={whole ?? { href: paths.front(lang), text: t("nav.front") }}
        words={{ from: t("embed.from", { name, municipality: site.municipality }), opens: t("embed.opens") }}
      >
        {body}
      </EmbedShell>,
    ),
  );
};
