// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { crontab, jobs } from "./jobs.ts";
import { operations } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { queries } from "./queries.ts";
import { routes } from "./routes.ts";

export const newsletter: Feature = { name: "newsletter", rank: 3, operations, queries, routes, privacy, jobs, crontab, mayBeOff: true };
