// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { has } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { absence, absencesOf, colleaguesOf, ownAbsence } from "#features/places/index.ts";
import { idOf, whoWorks } from "./queries.ts";

/** Absences that are not over: one's own, and all of them for the secretariat; and who could be named as a third. */
export const beforeGoingAway = query({
  name: "workbench.before-going-away",
  input: z.object({}),
  may: whoWorks,
  api: false,
  async run({ db, actor, now }) {
    const today = localDayOf(now);
    const me = idOf(actor);
    const everybody = has(actor, "secretariat");
    const [absences, colleagues] = await Promise.all([absencesOf(db), colleaguesOf(db, today)]);
    const left = absences.filter(({ until }) => until >= today).toSorted((a, b) => a.from.localeCompare(b.from));
    return {
      mine: left.filter(({ person }) => person.id === me),
      others: everybody ? left.filter(({ person }) => person.id !== me) : [],
      colleagues: colleagues.filter(({ id }) => id !== me),
      everybody,
    };
  },
});

export const beforeComingBack = query({
  name: "workbench.before-coming-back",
  input: z.object({}),
  on: absence,
  may: ownAbsence,
  api: false,
  run: async ({ on, actor }) => ({ ...on, mine: on.person.id === idOf(actor) }),
});
