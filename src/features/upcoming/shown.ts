// SPDX-License-Identifier: EUPL-1.2
import { areasOf as areasKept, has, type Actor } from "#platform/auth/actor.ts";
import { localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Answering, Area, Locality } from "#features/places/index.ts";
import type { Theme } from "#features/themes/index.ts";
import { daysBefore, movable, shownStatus, whyNot } from "./listing.ts";
import { ownsListing } from "./rules.ts";
import type { Committee } from "./store-committees.ts";
import type { Listing } from "./store.ts";

/** What a page may show of a listing. Ids stay inside. */
export function shown(on: Listing, answering: Answering | undefined, actor: Actor, now: Date) {
  const today = localDayOf(now);
  return {
    reference: on.reference,
    title: on.title,
    what: on.what,
    openFor: on.openFor,
    fixed: on.fixed,
    question: on.question,
    askUntil: on.askUntil,
    askedOn: on.askedOn,
    tellBy: on.tellBy,
    decideOn: on.decideOn,
    newsBy: on.newsBy,
    phase: on.phase,
    place: on.localitySlug === null ? null : { slug: on.localitySlug, name: on.localityName ?? "" },
    areaSlug: on.areaSlug,
    areaName: on.areaName,
    areaNameEn: on.areaNameEn,
    contactName: answering?.who.name ?? on.contactName,
    committee: on.committee,
    committeeName: on.committeeName,
    public: on.public && !on.discarded,
    createdAt: on.createdAt,
    publishedAt: on.publishedAt,
    status: shownStatus(on, today),
    daysBefore: daysBefore(on),
    history: on.history,
    putOff: on.putOff,
    closure: on.closure,
    answerCount: on.answers,
    withoutFate: on.withoutFate,
    lateAt: on.lateAt,
    owner: ownsListing.allows(actor, on),
    canPutOff: movable.filter((what) => whyNot(what === "question" ? "put-off-question" : "put-off-decision", on, today) === undefined),
  };
}

export type Shown = ReturnType<typeof shown>;

export const patternOf = (on: Listing, themes: Theme[]): Theme["pattern"] => themes.find(({ id }) => id === on.theme)?.pattern ?? "basket";

/** A row of the list. */
export const rowOf = (on: Listing, themes: Theme[], today: LocalDay) => ({
  reference: on.reference,
  title: on.title,
  question: on.question,
  openFor: on.openFor,
  phase: on.phase,
  askUntil: on.askUntil,
  askedOn: on.askedOn,
  tellBy: on.tellBy,
  decideOn: on.decideOn,
  place: on.localityName,
  areaName: on.areaName,
  areaNameEn: on.areaNameEn,
  committeeName: on.committeeName,
  contactName: on.contactName,
  answers: on.answers,
  pattern: patternOf(on, themes),
  status: shownStatus(on, today),
});

export type Row = ReturnType<typeof rowOf>;

type All = { localities: Locality[]; areas: Area[]; committees: Committee[]; today: LocalDay };

/** What one may write about: the areas one answers for; who acts for a committee, any area. */
export function placesFor(actor: Actor, { localities, areas, committees }: All) {
  const kept = areasKept(actor);
  const seats = new Set(actor.roles.flatMap(({ committee }) => committee ?? []));
  const forAll = has(actor, "secretariat");
  const sits = forAll || seats.size > 0;
  return {
    localities: localities.map(({ slug, name }) => ({ slug, name })),
    areas: areas.filter(({ id }) => sits || kept.includes(id)).map(({ slug, name, nameEn }) => ({ slug, name, nameEn })),
    committees: committees.filter(({ slug }) => forAll || kept.length > 0 || seats.has(slug)).map(({ slug, name }) => ({ slug, name })),
    /** May leave it to an area alone to decide. */
    ownArea: kept.length > 0,
  };
}

export type Choices = ReturnType<typeof placesFor>;
