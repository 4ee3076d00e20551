// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { undoOf } from "./operations.ts";
import { changeIdentity, changeLook, changePromises, changeText, ownSettings, switchOf } from "./operations-own.ts";
import { beforeUndoingOf, history, overviewOf } from "./queries.ts";
import { allAreas, beforeAddingArea, oneArea } from "./queries-area.ts";
import {
  allRoles,
  allThemes,
  beforeAddingTheme,
  beforeIdentity,
  beforeLook,
  beforePromises,
  closedDays,
  localities,
  oneClosedDay,
  oneLocality,
  oneRole,
  oneText,
  oneTheme,
  ownQueriesOf,
} from "./queries-own.ts";
import { routesOf } from "./routes.ts";

/** The secretariat's settings over given slices: each brings what can be decided of it; this one shows it, with history and undo. */
export function makeSettings(features: Feature[]): Feature {
  const settings = ownSettings(features);
  const all = [...features.flatMap((feature) => feature.settings ?? []), ...settings];
  // Texts stand in the slices, in the frame of the site and in the platform.
  const slices = ["app", ...features.map(({ name }) => name), "settings", "workbench", "mail", "platform"];
  const own = {
    undo: undoOf(all),
    switchModule: switchOf(features),
    beforeUndoing: beforeUndoingOf(all),
    overview: overviewOf(),
    queries: ownQueriesOf(features, slices),
  };
  return {
    name: "settings",
    rank: 3,
    operations: [own.undo, own.switchModule, changeIdentity, changePromises, changeLook, changeText],
    queries: [
      own.overview,
      history,
      own.beforeUndoing,
      allAreas,
      oneArea,
      beforeAddingArea,
      beforeIdentity,
      beforePromises,
      beforeLook,
      localities,
      oneLocality,
      closedDays,
      oneClosedDay,
      allThemes,
      oneTheme,
      beforeAddingTheme,
      allRoles,
      oneRole,
      oneText,
      ...Object.values(own.queries),
    ],
    routes: routesOf(own),
    settings,
    // What it shows lies in the slices' own tables and in platform.setting_change.
    privacy: [],
  };
}
