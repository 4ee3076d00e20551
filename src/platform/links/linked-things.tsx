// SPDX-License-Identifier: EUPL-1.2
import { Heading, type Level } from "#design/index.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { Linked } from "./cards.ts";
import { linkWords } from "./relations.ts";

/** What a thing is tied to, each group under its own words. */
export const LinkedThings = ({ groups, lang, level = 2 }: { groups: Linked[]; lang: Lang; level?: Level }) => (
  <>
    {groups.map((group) => (
      <div class="stack-s">
        <Heading level={level} class="minor-title">
          {linkWords(group, lang)}
        </Heading>
        <ul class="plain stack-s">
          {group.things.map(({ href, title, reference }) => (
            <li>
              <a href={href}>{title}</a> <span class="small quiet together">{reference}</span>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </>
);
