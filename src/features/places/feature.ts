// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { load, seed } from "./seed.ts";
import { jobs, crontab } from "./jobs.ts";
import { nameContactPersons } from "./operations.ts";
import { comeBack, goAway } from "./operations-absence.ts";
import { addArea, changeArea, closeArea, nameAreaPeople } from "./operations-area.ts";
import { addClosedDay, addLocality, changeLocality, removeClosedDay, removeLocality } from "./operations-place.ts";
import { privacy } from "./privacy.ts";
import { areaSetting, closedDaySetting, localitySetting } from "./settings.ts";
import { allAreas, allLocalities, contacts, oneArea } from "./queries.ts";
import { routes } from "./routes.ts";

export const places: Feature = {
  name: "places",
  rank: 1,
  operations: [
    nameContactPersons,
    goAway,
    comeBack,
    changeArea,
    nameAreaPeople,
    addArea,
    closeArea,
    addLocality,
    changeLocality,
    removeLocality,
    addClosedDay,
    removeClosedDay,
  ],
  queries: [allAreas, allLocalities, contacts, oneArea],
  routes,
  privacy,
  settings: [areaSetting, localitySetting, closedDaySetting],
  jobs,
  crontab,
  load,
  seed,
};
