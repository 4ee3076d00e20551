// SPDX-License-Identifier: EUPL-1.2
import type { ClosedDays, LocalDay } from "#platform/clock/working-days.ts";
import type { FieldErrors } from "#platform/operations/refusal.ts";
import { wrongWithNewDay } from "#features/places/index.ts";
import { answerStatuses, type AnswerStatus } from "./idea.ts";

export type Draft = {
  status: AnswerStatus;
  reason: string;
  possibleIf?: string | undefined;
  byRule?: boolean | undefined;
  nextStep?: string | undefined;
  newDay?: string | undefined;
  partOf?: string | undefined;
};

/** An answer with what its status demands and nothing that it has no use for. */
export type Ready = {
  status: AnswerStatus;
  reason: string;
  possibleIf: string | undefined;
  /** What stands against it is a rule. */
  byRule: boolean;
  nextStep: string | undefined;
  newDay: LocalDay | undefined;
  partOf: string | undefined;
};

export const isAnswerStatus = (value: unknown): value is AnswerStatus => answerStatuses.some((status) => status === value);

/**
 * What an answer lacks, field → kind. A "no" says what would make it possible, or which rule stands against it, and where
 * to go from here; "we are looking into it" names a new working day; "part of" names the other idea.
 */
export function missingIn(
  { status, possibleIf, nextStep, newDay, partOf }: Draft,
  calendar: { today: LocalDay; closed: ClosedDays },
): FieldErrors {
  if (status === "not-possible") return { ...required("possibleIf", possibleIf), ...required("nextStep", nextStep) };
  if (status === "part-of") return required("partOf", partOf);
  if (status !== "investigating") return {};
  const kind = wrongWithNewDay(newDay, calendar);
  return kind === undefined ? {} : { newDay: kind };
}

const required = (field: string, value: string | undefined): FieldErrors => (value === undefined ? { [field]: "required" } : {});

/** A form without script shows every field: those that the status has no use for are left out. */
export const readyOf = ({ status, reason, possibleIf, byRule, nextStep, newDay, partOf }: Draft): Ready => ({
  status,
  reason,
  nextStep,
  possibleIf: status === "not-possible" ? possibleIf : undefined,
  byRule: status === "not-possible" && byRule === true,
  newDay: status === "investigating" ? newDay : undefined,
  partOf: status === "part-of" ? partOf : undefined,
});
