// SPDX-License-Identifier: EUPL-1.2
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { scopeOf, within } from "#platform/db/scope.ts";
import type { Part } from "#platform/feature.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { summaryOf } from "#platform/text/summary.ts";
import { isOver } from "./introduction.ts";
import { nextWords, standingSigns } from "./introduction-words.ts";
import { paths } from "./paths.ts";
import { shownStatus } from "./post.ts";
import { statusWords } from "./post-words.ts";
import { brokerToday } from "./shown.ts";
import { shownIntroduction, type ShownIntroduction } from "./shown-introduction.ts";
import { introductionsWhere } from "./store-introduction.ts";
import { isOneOfTwo, postsOfMyOrganisations, type PostOfParty } from "./store-party.ts";
import { texts } from "./texts.ts";

const shownIntroductions = 20;

/** Who somebody is brought together with, and what comes next; and the posts of organisations they speak for. One transaction. */
export async function takesPart(db: Db, actor: Actor, lang: Lang, now: Date): Promise<Part[]> {
  const person = personOf(actor)?.id;
  if (person === undefined) return [];
  const today = localDayOf(now);
  const { two, posts } = await within(db, scopeOf(actor), async (tx) => ({
    two: await introductionsWhere(tx, isOneOfTwo(person, today), shownIntroductions),
    posts: await postsOfMyOrganisations(tx, { person, today }),
  }));
  const shown = two.map((on) => ({ id: on.id, on: shownIntroduction(on, { actor, now, contacts: [], messages: [] }) }));
  // Only who does not agree waits for the broker by name.
  const broker = shown.some(({ on }) => on.exchange === "disputed") ? await brokerToday(db, now) : undefined;
  return [
    ...shown
      .toSorted((a, b) => turnOf(a.on) - turnOf(b.on))
      .map(({ id, on }) => introductionPart(id, { ...on, broker: broker?.name }, lang, now)),
    ...posts.map((post) => postPart(post, today, lang, now)),
  ];
}

/** What waits for the one who reads stands first, what is over last; else the newest. */
const turnOf = (on: ShownIntroduction): number => {
  if (on.may.accept || on.may["tell-outcome"] || on.may.agree) return 0;
  return on.standing === "done" || isOver(on) ? 2 : 1;
};

function introductionPart(id: string, on: ShownIntroduction & { broker: string | undefined }, lang: Lang, now: Date): Part {
  const t = texts(lang);
  return {
    id,
    group: t("part.introductions"),
    href: paths.introduction(lang, on),
    title:
      (on.mine === "giver" ? (on.offer ?? on.need) : (on.need ?? on.offer))?.title ??
      (on.registered ? summaryOf(on.greeting, 80) : t("introduction.help")),
    who: t("introduction.title", { giver: on.giver.name, seeker: on.seeker.name }),
    status: { sign: standingSigns[on.standing], label: t(on.may.accept ? "standing.yours" : `standing.${on.standing}`), detail: undefined },
    next: on.standing === "done" ? undefined : nextWords(on, lang, now),
  };
}

function postPart(post: PostOfParty, today: string, lang: Lang, now: Date): Part {
  const status = shownStatus(post, today);
  return {
    id: post.id,
    group: texts(lang)("part.posts"),
    href: paths.post(lang, post),
    title: post.title,
    who: `${texts(lang)(`kind.${post.kind}`)} · ${post.organisation}`,
    status: statusWords(status, post, lang, now),
    next: undefined,
  };
}
