// SPDX-License-Identifier: EUPL-1.2
import type { Content, Link } from "../types.ts";
import { Avatar } from "./Avatar.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { WordMark } from "./WordMark.tsx";

/** `current`: "page" on the entry's own page, "true" on a page below it. */
export type NavItem = Link & { current?: "page" | "true" | undefined };

export type HeaderProps = {
  /** Address of the front page. */
  home: string;
  municipality: string;
  /** The site's own name in the word mark. */
  name?: string | undefined;
  nav: readonly NavItem[];
  search?: NavItem | undefined;
  /** The same page in the other language; `lang` is that language. */
  language?: (Link & { lang: string }) | undefined;
  logIn?: Link | undefined;
  /** The person who is logged in. `after` stands last in the menu (the form that logs out). */
  person?: { name: string; initials: string; employee?: boolean; links: readonly NavItem[]; after?: Content } | undefined;
  words: { mainNav: string; tools: string; menuOf: string };
};

/** The top of every page: word mark, main menu, search, language, the person. */
export function Header({ home, municipality, name, nav, search, language, logIn, person, words }: HeaderProps) {
  return (
    <header class="site-head">
      <div class="page">
        <WordMark href={home} name={name} municipality={municipality} />
        <nav class="nav nav-main" aria-label={words.mainNav}>
          <ul class="plain">
            {nav.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current}>
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="nav nav-tools" aria-label={words.tools}>
          <ul class="plain">
            {search && <Tool icon="search" {...search} />}
            {language && <Tool icon="languages" {...language} />}
            {person ? (
              <li>
                <Me person={person} menuOf={words.menuOf} />
              </li>
            ) : (
              logIn && <Tool icon="log-in" {...logIn} />
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

const Tool = ({ icon, href, text, lang, current }: NavItem & { icon: IconName; lang?: string }) => (
  <li>
    <a href={href} lang={lang} hreflang={lang} aria-current={current}>
      <Icon name={icon} />
      <span class="label">{text}</span>
    </a>
  </li>
);

/** The menu opens without a script: it is a `details`. */
const Me = ({ person, menuOf }: { person: NonNullable<HeaderProps["person"]>; menuOf: string }) => (
  <details class="me">
    <summary>
      <Avatar initials={person.initials} employee={person.employee === true} small />
      <span class="hidden-text">{menuOf}</span>
    </summary>
    <div class="me-menu">
      <p class="me-name">{person.name}</p>
      <ul class="plain">
        {person.links.map((link) => (
          <li>
            <a href={link.href} aria-current={link.current}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
      {person.after}
    </div>
  </details>
);
