// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { linked, linksOf } from "#platform/links/index.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone, isOwner, loggedIn } from "#platform/operations/rule.ts";
import { talkOf } from "#features/dialogue/index.ts";
import { isAsked } from "#features/feedback/index.ts";
import { claimHash, peekLink } from "#features/people/index.ts";
import { answeringToday, calendarOf, kept, localitiesOf } from "#features/places/index.ts";
import { themesOf, themesOfThings, type Theme } from "#features/themes/index.ts";
import { aboutOf } from "./about.ts";
import { isFinal, isStanding, shownStatus, type Standing } from "./idea.ts";
import { Filter, Nothing, Token, Writing } from "./input.ts";
import { keepsInbox, speaksForArea } from "./rules.ts";
import { caseQueries } from "./queries-case.ts";
import { mergeQueries } from "./queries-merge.ts";
import { editQueries } from "./queries-edits.ts";
import { places, shown, shownBy } from "./shown.ts";
import { anyIdea, idea, ideaById, isHolderOf } from "./store.ts";
import { answersTo, turnsOf } from "./store-detail.ts";
import { countByStanding, listIdeas, pageSize } from "./store-list.ts";

/** The public list: four queries, whatever is chosen. */
export const list = query({
  name: "ideas.list",
  input: Filter,
  may: anyone,
  api: "GET /ideas",
  async run({ db, input, now }) {
    const status = input.status.filter(isStanding);
    const all = await themesOf(db);
    const filters = {
      q: input.q,
      locality: input.locality,
      status,
      themes: input.theme === undefined ? undefined : within(all, input.theme),
      halfDone: input.half === "1",
      after: input.after,
    };
    const [rows, counts, localities] = await Promise.all([listIdeas(db, filters), countByStanding(db, filters), localitiesOf(db)]);
    const ideas = rows.slice(0, pageSize);
    return {
      ideas: ideas.map(({ id: _, theme, ...one }) => ({
        ...one,
        pattern: patternOf(all, theme),
        status: shownStatus(listed(one), localDayOf(now)),
      })),
      next: rows.length > pageSize ? ideas.at(-1)?.reference : undefined,
      counts: counts.of,
      /** The counts stopped: each is "at least". */
      more: counts.more,
      found: sum(counts.of, status),
      filters: { q: input.q, locality: input.locality, theme: input.theme, status, half: filters.halfDone, after: input.after },
      localities: localities.map(({ slug, name }) => ({ slug, name })),
      themes: all.filter((theme) => theme.parent === null).map(({ key, name }) => ({ key, name })),
    };
  },
});

/** A theme and those below it. */
export function within(all: Theme[], key: string): string[] {
  const top = all.find((theme) => theme.key === key);
  return top ? all.filter((theme) => theme.id === top.id || theme.parent === top.id).map(({ id }) => id) : [];
}

export const patternOf = (all: Theme[], id: string | null): Theme["pattern"] => all.find((theme) => theme.id === id)?.pattern ?? "basket";

const sum = (counts: Record<Standing, number>, chosen: Standing[]): number =>
  Object.entries(counts).reduce(
    (total, [standing, count]) => total + (chosen.length === 0 || chosen.some((one) => one === standing) ? count : 0),
    0,
  );

/** What stands in the list is public. */
export const listed = ({ standing, dueBy, acknowledged }: { standing: Standing; dueBy: string; acknowledged: boolean }) => ({
  public: true,
  withdrawn: false,
  refused: false,
  standing,
  dueBy,
  acknowledged,
});

/** One idea for everybody who may see it; who answers for it sees the phone number as well. */
export const detail = query({
  name: "ideas.detail",
  input: Nothing,
  on: idea,
  may: anyone,
  api: "GET /ideas/:reference",
  async run({ db, on, actor, now, lang, kinds }) {
    const person = personOf(actor)?.id;
    const mine = person !== undefined && person === on.ownerPerson;
    const [answering, answers, turns, themes, ties, talk, askedHow] = await Promise.all([
      answeringToday(db, on.area, now),
      answersTo(db, on.id),
      turnsOf(db, on.id),
      themesOfThings(db, [on.id]),
      linksOf(db, on.id),
      talkOf(db, { thing: on, person }),
      mine && isFinal(on.standing) ? isAsked(db, on.id, person) : false,
    ]);
    const final = answers.find((answer) => answer.status !== "investigating");
    return {
      ...shown(on, answering, actor, now),
      answers: answers.map(({ id: _, partOf, person: by, ...answer }) => ({
        ...answer,
        // One that came along was given before the idea was here: it is stored under today's contact person, who did not say it.
        person: answer.at >= on.submittedAt ? by : undefined,
        partOf: partOf && { ...partOf, href: kinds.get(partOf.kind)?.page(lang, partOf) },
      })),
      turns,
      links: linked(kinds, ties, lang),
      /** Somebody may say what it lacks. */
      mayNeed: person !== undefined && on.public && !on.withdrawn && on.standing !== "not-possible" && kinds.has("need"),
      ...talk,
      /** The author may say how it went. */
      askedHow,
      themes: (themes.get(on.id) ?? []).map(({ key, name, pattern }) => ({ key, name, pattern })),
      // An answer that came along was promised by nobody here.
      kept: final && final.at >= on.submittedAt ? kept(on, final.at, await calendarOf(db)) : undefined,
    };
  },
});

/** What the form for a new idea can choose from. */
export const beforeWriting = query({
  name: "ideas.before-writing",
  input: Writing,
  may: anyone,
  api: false,
  async run({ db, input, now, lang, kinds }) {
    const [choices, about] = await Promise.all([places(db, now), input.om === undefined ? undefined : aboutOf(db, input.om, kinds, now)]);
    if (about === undefined || input.om === undefined) return { ...choices, about: undefined };
    if (about === "closed") return { ...choices, about };
    const { title, relation, question, until, kind, answerBy } = about;
    const href = kinds.get(kind)?.page(lang, { reference: input.om });
    return { ...choices, about: { reference: input.om, title, relation, question, until, answerBy, href } };
  },
});

/** The receipt: for whoever may see the idea, and for whoever has just been shown its code. */
export const receipt = query({
  name: "ideas.receipt",
  input: z.object({ code: z.string().max(40).optional() }),
  on: anyIdea,
  may: anyone,
  api: false,
  async run({ db, input, on, actor, now }) {
    const holds = input.code !== undefined && (await isHolderOf(db, on.id, claimHash(input.code)));
    if (!holds && !(await idea.find(db, on.reference, { actor, lock: false }))) throw notFound();
    return { ...(await shownBy(db, on, actor, now)), mailed: on.hasMailbox && !on.owned, code: holds ? input.code : undefined };
  },
});

/** What a mailed link is about, before the button is pressed. Nothing changes. */
export const beforeConfirming = query({
  name: "ideas.before-confirming",
  input: Token,
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: "confirm-idea", now });
    const on = link?.thing ? await ideaById(db, link.thing) : undefined;
    if (!link || !on || on.withdrawn) return { state: "gone" as const };
    return { state: link.state, reference: on.reference, title: on.title, public: on.public };
  },
});

export const beforeClaiming = query({
  name: "ideas.before-claiming",
  input: z.object({ no: z.literal("1").optional() }),
  may: loggedIn,
  api: false,
  run: async ({ input }) => ({ wrong: input.no === "1" }),
});

/** The form pages of who answers for an area. */
export const beforeAnswering = query({
  name: "ideas.before-answering",
  input: Nothing,
  on: idea,
  may: speaksForArea,
  api: false,
  run: async ({ db, on, actor, now }) => ({ ...(await shownBy(db, on, actor, now)), answers: await answersTo(db, on.id) }),
});

/** Letting through and handing over. */
export const beforeSorting = query({
  name: "ideas.before-sorting",
  input: Nothing,
  on: idea,
  may: keepsInbox,
  api: false,
  run: async ({ db, on, actor, now }) => ({
    ...(await shownBy(db, on, actor, now)),
    areas: (await places(db, now)).areas,
  }),
});

export const beforeWithdrawing = query({
  name: "ideas.before-withdrawing",
  input: Nothing,
  on: idea,
  may: isOwner,
  api: false,
  run: async ({ db, on, actor, now }) => shownBy(db, on, actor, now),
});

export const queries = [
  list,
  detail,
  beforeWriting,
  receipt,
  beforeConfirming,
  beforeClaiming,
  beforeAnswering,
  beforeSorting,
  beforeWithdrawing,
  ...editQueries,
  ...caseQueries,
  ...mergeQueries,
];
