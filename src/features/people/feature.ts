// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { identify } from "./identify.ts";
import { crontab, jobs } from "./jobs.ts";
import { inviteSecretariat, logInWithCode, logInWithLink, stepInto } from "./log-in.ts";
import { askToLogIn, chooseName, logOut } from "./operations.ts";
import { endRole, giveRoleTo } from "./operations-role.ts";
import { roleSetting } from "./settings.ts";
import { privacy } from "./privacy.ts";
import { mine, oneToBe, whereLinkLeads, whoAmI, whoCanBe } from "./queries.ts";
import { routes } from "./routes.ts";
import { load, seed } from "./seed.ts";

export const people: Feature = {
  name: "people",
  rank: 1,
  operations: [askToLogIn, logInWithCode, logInWithLink, logOut, chooseName, stepInto, inviteSecretariat, giveRoleTo, endRole],
  queries: [whoCanBe, oneToBe, whereLinkLeads, mine, whoAmI],
  routes,
  privacy,
  settings: [roleSetting],
  jobs,
  crontab,
  identify,
  load,
  seed,
};
