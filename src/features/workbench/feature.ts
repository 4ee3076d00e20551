// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { crontab, jobsOf } from "./jobs.ts";
import { chooseMornings, stopMornings } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { mineOf, toAcknowledgeOf } from "./queries.ts";
import { beforeComingBack, beforeGoingAway } from "./queries-absence.ts";
import { beforeChoosing, beforeStopping } from "./queries-mornings.ts";
import { seed } from "./seed.ts";
import { routesOf } from "./routes.ts";

/** The workbench over given slices: each says what waits for an actor; this one puts it in order. */
export function makeWorkbench(features: Feature[]): Feature {
  const mine = mineOf(features);
  const toAcknowledge = toAcknowledgeOf(features);
  return {
    name: "workbench",
    rank: 3,
    operations: [chooseMornings, stopMornings],
    queries: [mine, toAcknowledge, beforeGoingAway, beforeComingBack, beforeChoosing, beforeStopping],
    routes: routesOf({ mine, toAcknowledge }),
    privacy,
    jobs: jobsOf(features),
    crontab,
    seed,
  };
}
