// SPDX-License-Identifier: EUPL-1.2
import type { Sheet, Visit } from "#platform/http/route.ts";
import { postingOf } from "#platform/share/posting.ts";
import { areaName, contactWords, statusWords } from "./listing-words.ts";
import { paths } from "./paths.ts";
import type { Told } from "./thread-steps.ts";

/** What a link to a public listing shows, and what machines read of it. */
export function shareOf(on: Told, visit: Visit): Sheet["share"] {
  const { lang, now, base } = visit;
  if (!on.public || on.publishedAt === null) return undefined;
  const published = on.publishedAt;
  const moved = on.history.map(({ at }) => new Date(at));
  const told = on.closure === null ? [] : [new Date(on.closure.at)];
  const changed = [...moved, ...told].reduce((last, at) => (at > last ? at : last), published);
  const posting = {
    url: base + paths.listing(lang, { reference: on.reference }),
    title: on.title,
    text: on.question === null ? on.what : `${on.what}\n\n${on.question}`,
    author: contactWords(on, lang),
    published,
    changed,
    place: on.place?.name,
    status: statusWords(on.status, on, lang, now).label,
    pictures: [],
    answers:
      on.closure === null
        ? []
        : [
            {
              text: `${on.closure.heard}\n\n${on.closure.doing}`,
              who: on.closure.person,
              area: areaName({ name: on.areaName, nameEn: on.areaNameEn }, lang),
              at: new Date(on.closure.at),
            },
          ],
  };
  return { reference: on.reference, published, changed, data: postingOf(posting, visit) };
}
