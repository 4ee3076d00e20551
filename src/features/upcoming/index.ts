// SPDX-License-Identifier: EUPL-1.2
// What the app may use of what is on its way. Slices of the same rank use nothing of each other.
export { paths as upcomingPaths } from "./paths.ts";
