// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { crontab, jobs } from "./jobs.ts";
import { dropOne, keepDraft, newPhrase, takeAwayPhrase } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { beforeRemoving, forForm, phrases } from "./queries.ts";
import { routes } from "./routes.ts";
import { texts } from "./texts.ts";

export const drafts: Feature = {
  name: "drafts",
  rank: 1,
  operations: [keepDraft, dropOne, newPhrase, takeAwayPhrase],
  queries: [forForm, phrases, beforeRemoving],
  routes,
  privacy,
  jobs,
  crontab,
  said: {
    "drafts.keep": (title, lang) => texts(lang)("said.kept", { title }),
    "drafts.drop": (title, lang) => texts(lang)("said.dropped", { title }),
  },
};
