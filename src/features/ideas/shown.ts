// SPDX-License-Identifier: EUPL-1.2
import { answersFor, has, personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { allAnsweringToday, answeringToday, localitiesOf, type Answering } from "#features/places/index.ts";
import { isFinal, shownStatus } from "./idea.ts";
import { isAskedToMerge, worksOnIt } from "./rules.ts";
import type { Idea } from "./store.ts";

/** What a page may show of an idea. Ids stay inside; what only the inbox needs is left out for others. */
export function shown(on: Idea, answering: Answering | undefined, actor: Actor, now: Date) {
  const inbox = answersFor(actor, on.area);
  const keeps = inbox || has(actor, "secretariat");
  const mine = on.ownerPerson !== null && personOf(actor)?.id === on.ownerPerson;
  return {
    reference: on.reference,
    title: on.title,
    text: on.text,
    shownName: on.shownName,
    onBehalf: on.onBehalf,
    onBehalfKind: on.onBehalfKind,
    halfDone: on.halfDone,
    pictures: on.pictures,
    place: on.localitySlug === null ? null : { slug: on.localitySlug, name: on.localityName ?? "" },
    area: { slug: on.areaSlug, name: on.areaName, nameEn: on.areaNameEn },
    /** Who answers today, and for whom: the deputy while the contact person is away. */
    contact: answering?.who.name ?? on.contactName,
    away: answering?.away,
    submittedAt: on.submittedAt,
    origin: on.origin,
    /** Of one that was brought in, the day it was written where it came from. */
    writtenAt: (on.origin === null ? null : on.publishedAt) ?? on.submittedAt,
    publishedAt: on.publishedAt,
    public: on.public && !on.withdrawn,
    status: shownStatus(on, localDayOf(now)),
    over: isFinal(on.standing),
    standing: on.standing,
    postponed: on.postponed,
    edits: on.edits,
    pictureChanges: on.pictureChanges,
    acknowledged: on.acknowledged,
    lookBy: on.lookBy,
    acknowledgeBy: on.acknowledgeBy,
    answerBy: on.answerBy,
    dueBy: on.dueBy,
    concerns: on.concerns.map(({ slug, name, nameEn }) => ({ slug, name, nameEn })),
    mine,
    /** Works on it from the inside: sees the case. */
    inside: worksOnIt.allows(actor, on),
    /** A colleague waits for this person's words. */
    asked: on.asked.some(({ person, open }) => open && person === personOf(actor)?.id),
    /** Waits for this person's yes; or is theirs to see, since they proposed it or keep the inbox. */
    mergeAsked: isAskedToMerge.allows(actor, on),
    merge: mine || keeps || mayKnow(on, actor) ? on.merge && { lapsesOn: on.merge.lapsesOn, whole: on.merge.whole } : undefined,
    owned: on.owned,
    loggedIn: actor.kind === "person",
    inbox,
    keeps,
    /** Sent without logging in, and not claimed yet. */
    claimable: !on.owned && on.origin === null,
    hasMailbox: keeps ? on.hasMailbox : undefined,
    phone: keeps ? on.phone : undefined,
    refusedReason: keeps || mine ? on.refusedReason : undefined,
  };
}

const mayKnow = ({ merge }: Idea, actor: Actor): boolean => {
  const person = personOf(actor)?.id;
  return person !== undefined && (merge?.proposedBy === person || merge?.asked === person);
};

export type Shown = ReturnType<typeof shown>;

export const shownBy = async (db: Db, on: Idea, actor: Actor, now: Date): Promise<Shown> =>
  shown(on, await answeringToday(db, on.area, now), actor, now);

/** What a form about an idea can choose from. */
export async function places(db: Db, now: Date) {
  const [localities, areas] = await Promise.all([localitiesOf(db), allAnsweringToday(db, now)]);
  return {
    localities: localities.map(({ slug, name }) => ({ slug, name })),
    areas: areas.map(({ area: { slug, name, nameEn }, who }) => ({ slug, name, nameEn, contact: who.name })),
  };
}
