// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { root } from "#platform/root.ts";

/** Where the build puts what browsers fetch. */
export const assetsFolder = join(root, "dist/assets");
