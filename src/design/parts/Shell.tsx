// SPDX-License-Identifier: EUPL-1.2
import { asset } from "../assets.ts";
import { colours } from "../tokens.ts";
import type { Content } from "../types.ts";
import { Breadcrumbs } from "./Breadcrumbs.tsx";
import { Footer, type FooterProps } from "./Footer.tsx";
import { Header, type HeaderProps } from "./Header.tsx";
import type { Link } from "../types.ts";

export type ShellProps = {
  lang: string;
  /** The page's own title; " · Medborger" is put after it. */
  title: string;
  description?: string | undefined;
  /** The page's full address; also `og:url`. */
  canonical?: string | undefined;
  /** The same page in each language, full addresses. */
  alternates?: readonly { lang: string; href: string }[] | undefined;
  /** Share picture (1200 × 630), full address, and what it shows. */
  image?: { href: string; alt: string } | undefined;
  /** A page about one thing, and when that was put forward and last changed. */
  article?: { published: Date; changed: Date } | undefined;
  /** What machines read of the page. */
  data?: Content | undefined;
  /** A page that search engines leave out (a form, a person's own page). */
  noindex?: boolean | undefined;
  /** The page's Atom feeds. */
  feeds?: readonly (Link & { type?: string })[] | undefined;
  /** The site's own name, after the page's title; the stylesheet and the mark in its own colours, where it has any. */
  site?: { name: string; colours: string | undefined; icon: string | undefined } | undefined;
  header: HeaderProps;
  footer: FooterProps;
  crumbs?: { label: string; links: readonly Link[] } | undefined;
  /** Said on paper alone: where the page is found. */
  onPaper?: string | undefined;
  words: { skip: string };
  children: Content;
};

/** A whole document. Give what the renderer makes of it to `wholePage`, which adds the doctype and the icons. */
export function Shell(props: ShellProps) {
  return (
    <html lang={props.lang}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {props.words.skip}
        </a>
        <Header {...props.header} />
        {props.crumbs && (
          <div class="page">
            <Breadcrumbs {...props.crumbs} />
          </div>
        )}
        <main id="main" tabindex={-1}>
          {props.children}
          {props.onPaper !== undefined && (
            <p class="on-paper page" hidden>
              {props.onPaper}
            </p>
          )}
        </main>
        <Footer {...props.footer} />
      </body>
    </html>
  );
}

const Head = ({ lang, title, description, canonical, alternates = [], image, article, data, noindex, feeds = [], site }: ShellProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>{`${title} · ${site?.name ?? "Medborger"}`}</title>
    {description !== undefined && <meta name="description" content={description} />}
    {noindex === true && <meta name="robots" content="noindex" />}
    <link rel="preload" href={asset("hedvig.woff2")} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={asset("medborger.css")} />
    {site?.colours !== undefined && <link rel="stylesheet" href={site.colours} />}
    <link rel="stylesheet" href={asset("print.css")} media="print" />
    <link rel="icon" href={site?.icon ?? asset("favicon.svg")} type="image/svg+xml" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content={colours.bg[0]} media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content={colours.bg[1]} media="(prefers-color-scheme: dark)" />
    {canonical !== undefined && <link rel="canonical" href={canonical} />}
    {alternates.map((other) => (
      <link rel="alternate" hreflang={other.lang} href={other.href} />
    ))}
    {feeds.map((feed) => (
      <link rel="alternate" type={feed.type ?? "application/atom+xml"} title={feed.text} href={feed.href} />
    ))}
    <meta property="og:type" content={article ? "article" : "website"} />
    {article && <meta property="article:published_time" content={article.published.toISOString()} />}
    {article && <meta property="article:modified_time" content={article.changed.toISOString()} />}
    <meta property="og:site_name" content={site?.name ?? "Medborger"} />
    <meta property="og:title" content={title} />
    <meta property="og:locale" content={lang === "da" ? "da_DK" : "en_GB"} />
    {description !== undefined && <meta property="og:description" content={description} />}
    {canonical !== undefined && <meta property="og:url" content={canonical} />}
    {image && <meta property="og:image" content={image.href} />}
    {image && <meta property="og:image:width" content="1200" />}
    {image && <meta property="og:image:height" content="630" />}
    {image && <meta property="og:image:alt" content={image.alt} />}
    {image && <meta name="twitter:card" content="summary_large_image" />}
    {data}
  </head>
);
