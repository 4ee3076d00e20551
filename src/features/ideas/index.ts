// SPDX-License-Identifier: EUPL-1.2
// What the app may use of ideas. Slices of the same rank use nothing of each other.
export { paths as ideaPaths } from "./paths.ts";
