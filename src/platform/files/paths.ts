// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

/** A picture of a thing: its place among the thing's pictures, and "stor" or "lille". */
export const picturePath = path("/billeder/:reference/:place/:size");
