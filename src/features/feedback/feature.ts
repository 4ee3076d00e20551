// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { crontab, jobsWith } from "./jobs.ts";
import { answer, answerFromMail, askAfter } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { beforeAnswering, beforeFromMail, byArea } from "./queries.ts";
import { routes } from "./routes.ts";

/** "How did it go?" after the occasions that given slices name. */
export function makeFeedback(features: Feature[]): Feature {
  const occasions = features.flatMap((feature) => feature.asksFeedback ?? []);
  const ask = askAfter(occasions);
  return {
    name: "feedback",
    rank: 1,
    operations: [ask, answer, answerFromMail],
    queries: [byArea, beforeAnswering, beforeFromMail],
    routes,
    privacy,
    jobs: jobsWith(ask),
    crontab,
    listens: Object.fromEntries(occasions.map(({ event }) => [event, ["feedback.ask"]])),
  };
}
