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
import { allAreas, allLocalities, contacts, oneAreaWith } from "./queries.ts";
import { routesOf } from "./routes.ts";

/** In: the slice above that measures how areas keep their promises; asked for only once all slices are there. */
export function makePlaces(measuring: () => Pick<Feature, "name" | "measureOf">): Feature {
  const oneArea = oneAreaWith(measuring);
  return {
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
    routes: routesOf(oneArea),
    privacy,
    settings: [areaSetting, localitySetting, closedDaySetting],
    jobs,
    crontab,
    load,
    seed,
  };
}
