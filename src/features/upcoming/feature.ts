// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { listingKind } from "./cards.ts";
import { counters } from "./counters.ts";
import { feeds, newest } from "./feed.ts";
import { crontab, jobs, listens } from "./jobs.ts";
import { news } from "./news.ts";
import { operations } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { asksNow, queries } from "./queries.ts";
import { beforeChoosingInvitations, beforeStoppingInvitations } from "./queries-invitations.ts";
import { routes } from "./routes.ts";
import { load, seed } from "./seed.ts";
import { waiting } from "./waiting.ts";

export const upcoming: Feature = {
  name: "upcoming",
  rank: 2,
  mayBeOff: true,
  operations,
  queries: [...queries, newest, beforeChoosingInvitations, beforeStoppingInvitations],
  routes: [...routes, ...feeds],
  privacy,
  kinds: [listingKind],
  counters,
  jobs,
  crontab,
  listens,
  news,
  waiting,
  asksNow,
  load,
  seed,
};
