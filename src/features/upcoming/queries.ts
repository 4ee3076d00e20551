// SPDX-License-Identifier: EUPL-1.2
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { cardsOf, linksOf } from "#platform/links/index.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { followersCount, isFollowing } from "#features/dialogue/index.ts";
import { answeringToday, areasOf, localitiesOf } from "#features/places/index.ts";
import { themesOf, themesOfThings } from "#features/themes/index.ts";
import { Filter, Nothing, WhichAnswer } from "./input.ts";
import { isAsking, isPhase, whyNot } from "./listing.ts";
import { answerOf } from "./operations-tell.ts";
import { anyone, canList, ownsListing } from "./rules.ts";
import { listing } from "./store.ts";
import { committeesOf } from "./store-committees.ts";
import { howMany } from "./store-concerned.ts";
import { openQuestions, others, pageSize, sumsOf } from "./store-list.ts";
import { placesFor, rowOf, shown } from "./shown.ts";

/** The public list: open questions first, then what else is on its way. Four queries, whatever is chosen. */
export const list = query({
  name: "upcoming.list",
  input: Filter,
  may: anyone,
  api: "GET /upcoming",
  async run({ db, actor, input, now }) {
    const today = localDayOf(now);
    const filters = { phase: input.phase.filter(isPhase), locality: input.locality, asked: input.asked, after: input.after };
    const [open, rest, sums, localities, themes] = await Promise.all([
      input.after === undefined ? openQuestions(db, filters, today) : [],
      others(db, filters, today),
      sumsOf(db, today),
      localitiesOf(db),
      themesOf(db),
    ]);
    const shownRest = rest.slice(0, pageSize);
    return {
      open: open.map((on) => rowOf(on, themes, today)),
      rest: shownRest.map((on) => rowOf(on, themes, today)),
      next: rest.length > pageSize ? shownRest.at(-1)?.reference : undefined,
      sums,
      filters,
      localities: localities.map(({ slug, name }) => ({ slug, name })),
      mayList: canList.allows(actor, undefined),
    };
  },
});

/** One listing with its history, its answers as cards, and what became of each. */
export const detail = query({
  name: "upcoming.detail",
  input: Nothing,
  on: listing,
  may: anyone,
  api: "GET /upcoming/:reference",
  async run({ db, on, actor, now, lang, kinds }) {
    const person = personOf(actor)?.id;
    const [answering, ties, themes, followers, following] = await Promise.all([
      answeringToday(db, on.area, now),
      linksOf(db, on.id, { relation: "answers", way: "from" }),
      themesOfThings(db, [on.id]),
      followersCount(db, on.id),
      person === undefined ? false : isFollowing(db, on.id, person),
    ]);
    const cards = await cardsOf(kinds, db, ties.slice(0, mostAnswers), lang, now);
    const fateOf = new Map(on.fates.map((fate) => [fate.idea, fate]));
    const owner = ownsListing.allows(actor, on);
    return {
      ...shown(on, answering, actor, now),
      followers,
      following,
      themes: (themes.get(on.id) ?? []).map(({ key, name, pattern }) => ({ key, name, pattern })),
      answers: cards.map(({ id, ...card }) => {
        const fate = on.told || owner ? fateOf.get(id) : undefined;
        return { ...card, fate: fate && { fate: fate.fate, because: fate.because, possibleIf: fate.possibleIf } };
      }),
      moreAnswers: ties.length - cards.length,
    };
  },
});

/** So many answers stand on the page; the rest are found in the list of ideas. */
const mostAnswers = 60;

/** What the form for a new one can choose from: the areas one answers for, or, for who acts for a committee, all. */
export const beforeWriting = query({
  name: "upcoming.before-writing",
  input: Nothing,
  may: canList,
  api: false,
  run: ({ db, actor, now }) => choices(db, actor, now),
});

async function choices(db: Db, actor: Actor, now: Date) {
  const [localities, areas, committees] = await Promise.all([localitiesOf(db), areasOf(db), committeesOf(db)]);
  return placesFor(actor, { localities, areas, committees, today: localDayOf(now) });
}

export const beforeEditing = query({
  name: "upcoming.before-editing",
  input: Nothing,
  on: listing,
  may: ownsListing,
  api: false,
  run: async ({ db, on, actor, now }) => ({
    ...shown(on, await answeringToday(db, on.area, now), actor, now),
    choices: await choices(db, actor, now),
  }),
});

/** The small pages of who owns it: publish, throw away, go on, put off. */
export const beforeStep = query({
  name: "upcoming.before-step",
  input: Nothing,
  on: listing,
  may: ownsListing,
  api: false,
  run: async ({ db, on, actor, now }) => shown(on, await answeringToday(db, on.area, now), actor, now),
});

export const beforeInviting = query({
  name: "upcoming.before-inviting",
  input: Nothing,
  on: listing,
  may: ownsListing,
  api: false,
  run: async ({ db, on, actor, now }) => ({
    ...shown(on, await answeringToday(db, on.area, now), actor, now),
    concerned: await howMany(db, { listing: on.id, locality: on.locality, today: localDayOf(now) }),
  }),
});

/** One answer, and what has been written down of its fate. */
export const beforeWeighing = query({
  name: "upcoming.before-weighing",
  input: WhichAnswer,
  on: listing,
  may: ownsListing,
  api: false,
  async run({ db, input, on, actor, now, lang, kinds }) {
    const answer = await answerOf(db, on.id, input.idea);
    if (!answer) throw notFound();
    const [card] = await cardsOf(kinds, db, [answer], lang, now);
    const fate = on.fates.find(({ idea }) => idea === answer.id);
    return {
      ...shown(on, await answeringToday(db, on.area, now), actor, now),
      answer: { reference: input.idea, title: answer.title, href: card?.href, summary: card?.summary ?? "", who: card?.who ?? "" },
      fate: fate && { fate: fate.fate, because: fate.because, possibleIf: fate.possibleIf },
    };
  },
});

/** What is told at the end: every answer with its fate, and which have none. */
export const beforeTelling = query({
  name: "upcoming.before-telling",
  input: Nothing,
  on: listing,
  may: ownsListing,
  api: false,
  async run({ db, on, actor, now }) {
    const ties = await linksOf(db, on.id, { relation: "answers", way: "from" });
    const fateOf = new Map(on.fates.map((fate) => [fate.idea, fate.fate]));
    return {
      ...shown(on, await answeringToday(db, on.area, now), actor, now),
      answers: ties.map(({ id, reference, title }) => ({ reference, title, fate: fateOf.get(id) })),
      whyNot: whyNot("tell", on, localDayOf(now)),
    };
  },
});

/** Open questions in a locality and those of the whole municipality, for the front page. */
export const asksNow = async (
  db: Db,
  { locality, now, most }: { locality: string | undefined; now: Date; most: number },
): Promise<{ id: string; kind: string }[]> =>
  (await openQuestions(db, { phase: [], locality, asked: undefined }, localDayOf(now), most))
    .filter((on) => isAsking(on, localDayOf(now)))
    .map(({ id }) => ({ id, kind: "listing" }));

export const queries = [list, detail, beforeWriting, beforeEditing, beforeStep, beforeInviting, beforeWeighing, beforeTelling];
