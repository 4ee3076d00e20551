// SPDX-License-Identifier: EUPL-1.2
import { asset } from "../assets.ts";
import type { Content, Link } from "../types.ts";
import { Icon } from "./Icon.tsx";

export type EmbedShellProps = {
  lang: string;
  title: string;
  /** The site's own stylesheet of colours, where it has one. */
  colours?: string | undefined;
  /** Where all of it stands, on our own site. */
  whole: Link;
  /** `from`: whose it is; `opens`: that links open in a new tab. */
  words: { from: string; opens: string };
  children: Content;
};

/** A whole document for a frame on another site: no menu, no foot, and every link opens beside the site that shows it. */
export const EmbedShell = ({ lang, title, colours, whole, words, children }: EmbedShellProps) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <base target="_blank" />
      <link rel="preload" href={asset("hedvig.woff2")} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={asset("medborger.css")} />
      {colours !== undefined && <link rel="stylesheet" href={colours} />}
      <meta name="color-scheme" content="light dark" />
    </head>
    <body class="embed-page">
      <main>{children}</main>
      <footer class="embed-foot small">
        <p>
          <a href={whole.href} target="_blank" rel="noopener">
            {whole.text} <Icon name="external-link" />
          </a>
        </p>
        <p class="quiet">
          {words.from} · {words.opens}
        </p>
      </footer>
    </body>
  </html>
);
