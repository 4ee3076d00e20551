// SPDX-License-Identifier: EUPL-1.2
import { picturePath } from "#platform/files/index.ts";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { postingOf } from "#platform/share/posting.ts";
import { areaName, statusWords } from "./idea-words.ts";
import { paths } from "./paths.ts";
import type { Told } from "./thread-steps.ts";

/** What a link to a public idea shows, and what machines read of it. */
export function shareOf(idea: Told, visit: Visit): Sheet["share"] {
  const { lang, now, base } = visit;
  if (!idea.public || idea.publishedAt === null) return undefined;
  const published = idea.publishedAt;
  const changed = idea.answers.at(-1)?.at ?? published;
  const posting = {
    url: base + paths.idea(lang, { reference: idea.reference }),
    title: idea.title,
    text: idea.text,
    author: idea.onBehalf ?? idea.shownName ?? undefined,
    published,
    changed,
    place: idea.place?.name,
    status: statusWords(idea.status, { dueBy: idea.dueBy }, lang, now).label,
    pictures: idea.pictures.map(({ place }) => base + picturePath(lang, { reference: idea.reference, place: String(place), size: "stor" })),
    // What two authors agreed on is nobody's answer.
    answers: idea.answers.flatMap(({ reason, person, agreed, areaName: name, areaNameEn: nameEn, at }) =>
      person === undefined && agreed ? [] : [{ text: reason, who: person, area: areaName({ name, nameEn }, lang), at }],
    ),
  };
  return { reference: idea.reference, published, changed, data: postingOf(posting, visit) };
}
