// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { introductionKind, needKind, offerKind } from "./cards.ts";
import { counters } from "./counters.ts";
import { embedQueries } from "./embed.ts";
import { feeds, newest } from "./feed.ts";
import { bringInPost, imports } from "./import.ts";
import { crontab, jobs, listens } from "./jobs.ts";
import { news } from "./news.ts";
import { datasets } from "./open-data.ts";
import { operations } from "./operations.ts";
import { keeps, privacy } from "./privacy.ts";
import { queries } from "./queries.ts";
import { deskQueries } from "./queries-desk.ts";
import { introductionQueries } from "./queries-introduction.ts";
import { measures } from "./queries-measures.ts";
import { partyQueries } from "./queries-party.ts";
import { routes } from "./routes.ts";
import { takesPart } from "./takes-part.ts";
import { seed } from "./seed.ts";
import { said, waiting } from "./waiting.ts";

export const exchange: Feature = {
  name: "exchange",
  rank: 2,
  mayBeOff: true,
  operations: [...operations, bringInPost],
  queries: [...queries, newest, ...introductionQueries, ...deskQueries, ...partyQueries, ...embedQueries, measures],
  routes: [...routes, ...feeds],
  privacy,
  imports,
  jobs,
  crontab,
  listens,
  news,
  waiting,
  said,
  takesPart,
  counters,
  datasets,
  keeps,
  kinds: [offerKind, needKind, introductionKind],
  seed,
};
