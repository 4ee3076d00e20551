// SPDX-License-Identifier: EUPL-1.2
import type { Feature } from "#platform/feature.ts";
import { addTheme, changeTheme, removeTheme } from "./operations.ts";
import { themeSetting } from "./settings.ts";
import { privacy } from "./privacy.ts";
import { allThemes } from "./queries.ts";
import { load } from "./seed.ts";

export const themes: Feature = {
  name: "themes",
  rank: 1,
  operations: [changeTheme, addTheme, removeTheme],
  queries: [allThemes],
  routes: [],
  privacy,
  settings: [themeSetting],
  load,
};
