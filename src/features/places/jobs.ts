// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import type { Job } from "#platform/feature.ts";
import { absenceKeptDays } from "./privacy.ts";
import { tidyAbsences } from "./store-absence.ts";

export const jobs: Record<string, Job> = {
  "places.tidy": async (_payload, { write, clock }) => void (await tidyAbsences(write, addDays(localDayOf(clock.now()), -absenceKeptDays))),
};
export const crontab: Record<string, string> = { "30 1 * * *": "places.tidy" };
