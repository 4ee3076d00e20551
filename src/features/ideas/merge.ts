// SPDX-License-Identifier: EUPL-1.2
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";

/** Who proposes that one idea goes into another: who answers for its area, its own author, or the author of the other. */
export type Side = "area" | "part" | "whole";

/** The author who is asked has this many working days; then the proposal lapses and nothing has changed. */
export const mergeDays = 10;

export const lapsesOn = (proposed: Date, closed: ClosedDays): LocalDay => addWorkingDays(proposed, mergeDays, closed).day;

/** The day itself is still in time. */
export const hasLapsed = ({ lapsesOn: last }: { lapsesOn: LocalDay }, today: LocalDay): boolean => last < today;

type Owned = { ownerPerson: string | null };

/**
 * As whom somebody proposes, and which author must say yes. In: whether they answer for the part's area. Out: the code of a
 * refusal where there is nobody to ask, or where they have no say.
 */
export function whoAgrees(
  person: string,
  answersForPart: boolean,
  part: Owned,
  whole: Owned,
): { side: Side; asked: string } | "no-author" | "no-other-author" | "not-yours" {
  if (part.ownerPerson === person) return whole.ownerPerson === null ? "no-other-author" : { side: "part", asked: whole.ownerPerson };
  if (answersForPart) return part.ownerPerson === null ? "no-author" : { side: "area", asked: part.ownerPerson };
  if (whole.ownerPerson === person) return part.ownerPerson === null ? "no-author" : { side: "whole", asked: part.ownerPerson };
  return "not-yours";
}
