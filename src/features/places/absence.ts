// SPDX-License-Identifier: EUPL-1.2
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";

export type Somebody = { id: string; name: string };

/** Days on which somebody is away, first and last; and who answers where the other one of an area is away too. */
export type Absence = { id: string; person: Somebody; from: LocalDay; until: LocalDay; standIn: Somebody | undefined };

/** Who answers for an area on a day. `away` is for whom: the contact person, and the last day without them. */
export type Answering = {
  who: Somebody;
  as: "contact-person" | "deputy" | "stand-in";
  away: { name: string; until: LocalDay } | undefined;
};

type Answered = { contactPerson: Somebody; deputy: Somebody };

/**
 * Who answers for an area on a day: the contact person, else the deputy, else whom one of them named. In: all absences that
 * hold, first made first. The database sees to it that there is somebody; if there were none it is the contact person still.
 */
export function answeringOn({ contactPerson, deputy }: Answered, absences: readonly Absence[], day: LocalDay): Answering {
  const away = absences.find((one) => one.person.id === contactPerson.id && holds(one, day));
  if (!away) return { who: contactPerson, as: "contact-person", away: undefined };
  const whileAway = { name: contactPerson.name, until: lastDayOf(contactPerson.id, absences, away) };
  if (!isAway(deputy.id, absences, day)) return { who: deputy, as: "deputy", away: whileAway };
  const named = absences.find(
    ({ person, standIn, ...one }) =>
      (person.id === contactPerson.id || person.id === deputy.id) && holds(one, day) && standIn && !isAway(standIn.id, absences, day),
  )?.standIn;
  return named ? { who: named, as: "stand-in", away: whileAway } : { who: contactPerson, as: "contact-person", away: undefined };
}

const holds = ({ from, until }: Pick<Absence, "from" | "until">, day: LocalDay): boolean => from <= day && day <= until;

export const isAway = (person: string, absences: readonly Absence[], day: LocalDay): boolean =>
  absences.some((one) => one.person.id === person && holds(one, day));

/** Two absences that follow each other day by day are one to who waits. */
function lastDayOf(person: string, absences: readonly Absence[], { until }: Absence): LocalDay {
  const next = absences.find((one) => one.person.id === person && one.from === addDays(until, 1));
  return next ? lastDayOf(person, absences, next) : until;
}

/**
 * The first day on which nobody of an area would answer if this absence held too; undefined where each day has somebody.
 * Asked before it is written, to say it kindly; the database asks again.
 */
export function firstBareDay(area: Answered, absences: readonly Absence[], added: Absence): LocalDay | undefined {
  const all = [...absences, added];
  for (let day = added.from; day <= added.until; day = addDays(day, 1)) if (!somebodyOn(area, all, day)) return day;
  return undefined;
}

const somebodyOn = ({ contactPerson, deputy }: Answered, absences: readonly Absence[], day: LocalDay): boolean =>
  !isAway(contactPerson.id, absences, day) ||
  !isAway(deputy.id, absences, day) ||
  absences.some(
    ({ person, standIn, ...one }) =>
      (person.id === contactPerson.id || person.id === deputy.id) && holds(one, day) && standIn && !isAway(standIn.id, absences, day),
  );
