// SPDX-License-Identifier: EUPL-1.2
import type { Job } from "#platform/feature.ts";
import { tidyDrafts } from "./store.ts";

/** Days after which a draft that nobody came back to is forgotten. */
export const draftDays = 90;

export const jobs: Record<string, Job> = {
  "drafts.tidy": async (_payload, { write, clock }) =>
    void (await tidyDrafts(write, new Date(clock.now().getTime() - draftDays * 24 * 60 * 60_000))),
};
export const crontab: Record<string, string> = { "40 1 * * *": "drafts.tidy" };
