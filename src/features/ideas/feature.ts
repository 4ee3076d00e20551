// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { askAuthor } from "./ask-author.ts";
import { ideaKind } from "./cards.ts";
import { feeds, newest } from "./feed.ts";
import { imports } from "./import.ts";
import { crontab, jobs, listens } from "./jobs.ts";
import { news } from "./news.ts";
import { ideaTable, promises } from "./open-data.ts";
import { operations } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { queries } from "./queries.ts";
import { routes } from "./routes.ts";
import { seed } from "./seed.ts";
import { answeredLately } from "./store-list.ts";
import { answered, said } from "./answered.ts";
import { waiting } from "./waiting.ts";

export const ideas: Feature = {
  name: "ideas",
  rank: 2,
  operations,
  queries: [...queries, newest],
  routes: [...routes, ...feeds],
  privacy,
  kinds: [ideaKind],
  jobs,
  crontab,
  listens,
  waiting,
  answered,
  said,
  answeredLately,
  imports,
  asksFeedback: [askAuthor],
  news,
  promises,
  datasets: [ideaTable],
  seed,
};
