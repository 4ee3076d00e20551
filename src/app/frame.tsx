// SPDX-License-Identifier: EUPL-1.2
import { has, personOf, works } from "#platform/auth/actor.ts";
import type { Frame } from "#platform/http/html-door.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { JsonLd } from "#platform/html/json-ld.tsx";
import { render } from "#platform/html/render.ts";
import { initialsOf } from "#platform/text/first-name.ts";
import { Notice, Shell, wholePage, type FooterProps, type HeaderProps, type NavItem } from "#design/index.ts";
import { callLine } from "./call-line.tsx";
import { paths } from "./paths.ts";
import { texts } from "./texts.ts";

/** The frame around every page: head, menu, foot. */
export const frame: Frame = (sheet, visit) =>
  wholePage(render(<Page sheet={sheet.status ? { ...sheet, hidden: true } : sheet} visit={visit} />));

function Page({ sheet, visit }: { sheet: Sheet; visit: Visit }) {
  const t = texts(visit.lang);
  const address = (lang: Visit["lang"]): string => visit.base + inLanguage(visit.path, lang);
  return (
    <Shell
      lang={visit.lang}
      title={sheet.title}
      description={sheet.description}
      canonical={sheet.hidden ? undefined : address(visit.lang)}
      alternates={
        sheet.hidden
          ? undefined
          : [
              { lang: "da", href: address("da") },
              { lang: "en", href: address("en") },
            ]
      }
      noindex={sheet.hidden}
      feeds={sheet.feeds}
      image={sheet.hidden ? undefined : shareImage(sheet, visit)}
      article={sheet.hidden ? undefined : sheet.share}
      data={sheet.hidden || !sheet.share ? undefined : <JsonLd data={sheet.share.data} />}
      site={{ name: visit.site.wordMark.name, colours: visit.site.colours?.href, icon: visit.site.colours?.iconHref }}
      header={header(sheet, visit)}
      footer={footer(visit)}
      crumbs={sheet.crumbs && { label: t("nav.crumbs"), links: [{ href: paths.front(visit.lang), text: t("nav.front") }, ...sheet.crumbs] }}
      onPaper={sheet.hidden ? undefined : t("on-paper", { address: address(visit.lang) })}
      words={{ skip: t("skip") }}
    >
      {visit.demo && visit.actor.kind !== "person" && sheet.section === "front" && (
        <div class="page demo">
          <Notice>
            <p>{t.rich("demo.banner", { a: (children) => <a href={inLanguage("/log-ind", visit.lang)}>{children}</a> })}</p>
          </Notice>
        </div>
      )}
      {sheet.body}
    </Shell>
  );
}

/** A thing has a picture of its own; all other pages have the site's. Who keeps pictures by address gets a new one with a new look. */
const shareImage = ({ title, share }: Sheet, { lang, base, site }: Visit): { href: string; alt: string } => ({
  href: `${base}${share ? paths.shareThing(lang, { reference: share.reference }) : paths.shareSite(lang)}?v=${site.version}`,
  alt: texts(lang)("share.alt", { title: share ? title : texts(lang)("front.title") }),
});

function header(sheet: Sheet, visit: Visit): HeaderProps {
  const { lang, actor } = visit;
  const t = texts(lang);
  const other = lang === "da" ? "en" : "da";
  const entry = (section: string, path: string, text: string): NavItem => ({
    href: inLanguage(path, lang),
    text,
    current: sheet.section !== section ? undefined : visit.path === path ? "page" : "true",
  });
  /** The way to a slice of the section's name, as long as that is switched on. */
  const part = (section: string, path: string, text: string): NavItem[] =>
    visit.site.off.has(section) ? [] : [entry(section, path, text)];
  const employee = works(actor);
  const person = personOf(actor);
  const decides = has(actor, "secretariat");
  return {
    home: paths.front(lang),
    municipality: visit.site.wordMark.beside,
    name: visit.site.wordMark.name,
    nav: [
      ...part("ideas", "/ideer", t("nav.ideas")),
      ...part("upcoming", "/paa-vej", t("nav.upcoming")),
      ...part("exchange", "/byttebors", t("nav.exchange")),
      ...part("contact", "/kontakt", t("nav.contact")),
      ...(employee ? [entry("workbench", "/arbejdsbord", t("nav.workbench"))] : []),
    ],
    language: { href: inLanguage(visit.path, other), text: t("nav.other-language"), lang: other },
    ...(person
      ? {
          person: {
            name: person.name,
            initials: initialsOf(person.name),
            employee,
            links: [
              entry("me", "/min-side", t("nav.my-page")),
              ...(employee ? [entry("workbench", "/arbejdsbord", t("nav.workbench"))] : []),
              ...(decides ? [entry("settings", "/indstillinger", t("nav.settings"))] : []),
              entry("log-out", "/log-ud", t("nav.log-out")),
            ],
          },
        }
      : { logIn: { href: inLanguage("/log-ind", lang), text: t("nav.log-in") } }),
    words: { mainNav: t("nav.label"), tools: t("nav.me"), menuOf: person ? t("nav.account", { name: person.name }) : "" },
  };
}

function footer({ lang, site }: Visit): FooterProps {
  const t = texts(lang);
  return {
    about: t("footer.about"),
    name: site.wordMark.name,
    human: {
      title: t("footer.talk"),
      lines: [callLine(t, site, "footer.phone"), <a href={inLanguage("/kontakt", lang)}>{t("footer.contact")}</a>],
    },
    links: {
      title: t("footer.site"),
      items: [
        { href: paths.privacy(lang), text: t("footer.privacy") },
        { href: paths.accessibility(lang), text: t("footer.accessibility") },
        { href: paths.design(lang), text: t("footer.design") },
        { href: inLanguage("/aabne-data", lang), text: t("footer.open-data") },
        { href: "/api/openapi.json", text: t("footer.data") },
      ],
    },
  };
}
