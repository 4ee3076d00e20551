// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { has, personOf, works, type Actor } from "#platform/auth/actor.ts";
import { addDays, isLocalDay, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { forbidden, invalid, Refusal } from "#platform/operations/refusal.ts";
import type { Rule } from "#platform/operations/rule.ts";
import { firstBareDay, type Absence } from "./absence.ts";
import { absencesOf, addAbsence, colleaguesOf, endAbsence } from "./store-absence.ts";
import { areasOf } from "./store.ts";

/** Who has an inbox is away from it themselves; the secretariat also says it for who cannot. */
const hasInbox: Rule = { name: "contact person, deputy or secretariat", allows: works };
export const ownAbsence: Rule<Absence> = {
  name: "whose absence it is, or secretariat",
  allows: (actor, on) => personOf(actor)?.id === on.person.id || has(actor, "secretariat"),
};

const day = () => z.string().max(10).refine(isLocalDay);
/** An empty choice in a form is none. */
const somebody = () => z.union([z.uuid(), z.literal("")]).optional();

/** An absence may last so many days, and begin so far ahead. */
const longest = 366;

/**
 * Goes away: from the first day on the deputy answers. Refused where nobody would answer on one of the days, unless a third
 * is named. `person` is for the secretariat, where somebody cannot say it themselves.
 */
export const goAway = operation({
  name: "places.go-away",
  input: z.object({ from: day(), until: day(), standIn: somebody(), person: somebody() }),
  may: hasInbox,
  audit: "absence.began",
  api: "POST /me/absences",
  moves: ["area", "person", "idea", "listing"],
  async run({ tx, actor, input, now, ids, tell, note }) {
    const by = personOf(actor)?.id;
    if (by === undefined) throw forbidden();
    const person = input.person || by;
    if (person !== by && !has(actor, "secretariat")) throw forbidden();
    const { from, until } = daysOf(input, localDayOf(now));
    const colleagues = await colleaguesOf(tx, localDayOf(now));
    const who = colleagues.find(({ id }) => id === person);
    const standIn = colleagues.find(({ id }) => id === input.standIn);
    if (!who) throw invalid({ person: "wrong" });
    if (input.standIn && (!standIn || standIn.id === person)) throw invalid({ standIn: "wrong" });
    const added: Absence = { id: ids.uuid(), person: who, from, until, standIn };
    await mustLeaveSomebody(tx, added);
    await addAbsence(tx, { ...added, person, standIn: standIn?.id, by, now });
    tell({ name: "places.went-away", data: { absence: added.id } });
    note(added.id, { from, until });
    return { absence: added.id };
  },
});

function daysOf({ from, until }: { from: LocalDay; until: LocalDay }, today: LocalDay): { from: LocalDay; until: LocalDay } {
  if (until < today) throw invalid({ until: "past" });
  if (until < from) throw invalid({ until: "before" });
  if (from > addDays(today, longest) || until >= addDays(from, longest)) throw invalid({ until: "too-far" });
  return { from: from < today ? today : from, until };
}

/** Says it at the field that mends it, before the database refuses. */
async function mustLeaveSomebody(tx: Tx, added: Absence): Promise<void> {
  // Nobody else may go away between the question and the answer.
  await tx.selectFrom("places.area").select("id").orderBy("id").forNoKeyUpdate().execute();
  const [areas, absences] = await Promise.all([areasOf(tx), absencesOf(tx)]);
  if (absences.some(({ person, ...one }) => person.id === added.person.id && one.from <= added.until && added.from <= one.until))
    throw invalid({ from: "twice" });
  if (areas.some((area) => firstBareDay(area, absences, added) !== undefined))
    throw invalid({ standIn: added.standIn ? "away" : "required" });
}

/** An absence that holds or is to come; what is over cannot be taken back. */
export const absence: Finder<Absence> = {
  kind: "absence",
  find: async (db, reference, { actor }) =>
    visible(
      actor,
      (await absencesOf(db)).find(({ id }) => id === reference),
    ),
};

const visible = (actor: Actor, one: Absence | undefined): Absence | undefined => (one && works(actor) ? one : undefined);

/** Back before it was said, or never gone: from now on they answer again. */
export const comeBack = operation({
  name: "places.come-back",
  input: z.object({}),
  on: absence,
  may: ownAbsence,
  audit: "absence.ended",
  api: "POST /me/absences/:reference/end",
  moves: ["area", "person", "idea", "listing"],
  async run({ tx, actor, on, now, note }) {
    const by = personOf(actor)?.id;
    if (by === undefined) throw forbidden();
    if (on.until < localDayOf(now)) throw new Refusal(409, "over");
    await endAbsence(tx, on.id, { by, now });
    note(on.id);
    return {};
  },
});
