// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { privacy } from "./privacy.ts";

export const matching: Feature = { name: "matching", rank: 1, operations: [], queries: [], routes: [], privacy };
