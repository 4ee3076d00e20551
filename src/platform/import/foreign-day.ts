// SPDX-License-Identifier: EUPL-1.2
import { isLocalDay, localDayOf } from "#platform/clock/local-day.ts";
import { optionalText } from "#platform/forms/fields.ts";

/** A day as another system writes it; none where the field is empty. Nothing before 1950 is meant. */
export const foreignDay = () =>
  optionalText({ max: 40 })
    .transform((typed) => (typed === undefined ? undefined : dayIn(typed)))
    .refine((value) => value === undefined || (isLocalDay(value) && value >= "1950"), { params: { kind: "day" } });

/** "2025-03-31", "31.3.2025", "31-03-2025 14:05", "2025-03-31T14:05:00Z". Anything else stays as it is, and is refused. */
export function dayIn(typed: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[ T])/.exec(typed)?.[1];
  if (iso !== undefined)
    return /T.*(Z|[+-]\d{2}:?\d{2})$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? localDayOf(new Date(typed)) : iso;
  const [, date = "", month = "", year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:$|[ ,])/.exec(typed) ?? [];
  return year === undefined ? typed : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}
