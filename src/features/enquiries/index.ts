// SPDX-License-Identifier: EUPL-1.2
// What the app may use of enquiries. Slices of the same rank use nothing of each other.
export { paths as enquiryPaths } from "./paths.ts";
