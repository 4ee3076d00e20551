// SPDX-License-Identifier: EUPL-1.2
import type { Kinds } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { placeOf } from "./operations-comment.ts";
import { nameOf, roleWords } from "./pages/conversation.tsx";
import { anchorOf } from "./paths.ts";
import type { NewComment } from "./store-talk.ts";

/** How a comment is told in a mail: who said it and as what, what they said, and where it stands. */
export function toldAs(one: NewComment, { kinds, lang }: { kinds: Kinds; lang: Lang }): { who: string; text: string; href: string } {
  const role = roleWords(one, lang);
  const { page } = placeOf({ kinds, lang }, { ...one, id: one.thing, area: null }, one);
  return { who: nameOf(one, lang) + (role === undefined ? "" : ` (${role})`), text: one.text, href: `${page}#${anchorOf(one.number)}` };
}
