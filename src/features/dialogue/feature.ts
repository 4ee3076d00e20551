// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { jobs, listens } from "./jobs.ts";
import { operations } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { queries } from "./queries.ts";
import { routes } from "./routes.ts";
import { texts } from "./texts.ts";

export const dialogue: Feature = {
  name: "dialogue",
  rank: 1,
  operations,
  queries,
  routes,
  privacy,
  jobs,
  listens,
  news: { "dialogue.commented": (lang, count) => texts(lang)("news.commented", { count }) },
};
