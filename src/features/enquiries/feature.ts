// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { agreed } from "./agreed.ts";
import { answered, said } from "./answered.ts";
import { enquiryKind } from "./cards.ts";
import { crontab, jobs, listens } from "./jobs.ts";
import { operations } from "./operations.ts";
import { keeps, privacy } from "./privacy.ts";
import { promises } from "./promises.ts";
import { queries } from "./queries.ts";
import { routes } from "./routes.ts";
import { seed } from "./seed.ts";
import { waiting } from "./waiting.ts";

export const enquiries: Feature = {
  name: "enquiries",
  rank: 2,
  operations,
  queries,
  routes,
  privacy,
  kinds: [enquiryKind],
  jobs,
  crontab,
  listens,
  waiting,
  answered,
  said,
  agreed,
  promises,
  keeps,
  seed,
};
