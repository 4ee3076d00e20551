// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of people.
export { claimCode, claimHash } from "./claim-code.ts";
export { linkToken } from "./link.ts";
export { insertLink, makeLink, mayBeMailed, peekLink, sameLink, useLink, type Peeked } from "./link-store.ts";
export { actorByKey, actorOf } from "./identify.ts";
export { NoThanks, noToken, whoSaysNo } from "./no-thanks.ts";
export { noThanksPage, wantedPage } from "./pages/no-thanks.tsx";
export { organisationsByKey, personsByKey, settle } from "./demo-store.ts";
export { addressesOf, confirmMailbox, ensureMailbox, mailboxIdsOf, mailboxOf, personOfMailbox, withRoleToday } from "./store.ts";
export { endRole, giveRoleTo, givenRoles, roleToSet } from "./operations-role.ts";
export { speaksForIt } from "./rule.ts";
export { organisationBySlug, organisationsOf, speakersOf, type Organisation } from "./store-organisations.ts";
export { atHomeIn, rolesFrom, rolesHeld, staffOf, type RoleHeld } from "./store-staff.ts";
export { inviteSecretariat } from "./log-in.ts";
export { paths as peoplePaths } from "./paths.ts";
