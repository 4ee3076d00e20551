// SPDX-License-Identifier: EUPL-1.2
import type { Content, Link } from "../types.ts";
import { WordMark } from "./WordMark.tsx";

export type FooterProps = {
  /** One or two sentences on what this is. */
  about: Content;
  /** The site's own name in the word mark. */
  name?: string | undefined;
  /** A heading and whom to call, in lines. */
  human: { title: string; lines: readonly Content[] };
  links: { title: string; items: readonly Link[] };
};

/** The foot of every page: what this is, a human being to talk to, and where to read more. */
export const Footer = ({ about, name, human, links }: FooterProps) => (
  <footer class="site-foot">
    <div class="page">
      <div class="stack-s">
        <WordMark name={name} />
        <p class="small quiet">{about}</p>
      </div>
      <div>
        <h2 class="title">{human.title}</h2>
        {human.lines.map((line) => (
          <p class="small">{line}</p>
        ))}
      </div>
      <div>
        <h2 class="title">{links.title}</h2>
        <ul class="plain small">
          {links.items.map((link) => (
            <li>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </footer>
);
