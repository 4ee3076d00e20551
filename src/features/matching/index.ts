// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of matching.
export { contributionTypes, otherSide, partyKey, type ContributionType, type Entry, type Side } from "./entry.ts";
export { counterparts, whyNot } from "./counterparts.ts";
export { type Exclusion } from "./exclude.ts";
export { type Counterpart, type Doubt, type Reason } from "./reason.ts";
export { sayDoubt, sayReason, saySlots } from "./say-reason.ts";
export { countContact, putEntry } from "./store-put.ts";
