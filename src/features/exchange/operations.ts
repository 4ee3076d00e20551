// SPDX-License-Identifier: EUPL-1.2
import { brokerOperations } from "./operations-broker.ts";
import { clockOperations } from "./operations-clock.ts";
import { introductionOperations } from "./operations-introduction.ts";
import { outcomeOperations } from "./operations-outcome.ts";
import { profileOperations } from "./operations-profile.ts";
import { writerOperations } from "./operations-writer.ts";

/** What a writer does with a post, what a broker does with it, and what comes between two who are brought together. */
export const operations = [
  ...writerOperations,
  ...brokerOperations,
  ...clockOperations,
  ...introductionOperations,
  ...outcomeOperations,
  ...profileOperations,
];
