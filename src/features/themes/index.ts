// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of themes.
export { bestThemes, onTwoLevels, type SpokenTheme, type Theme } from "./theme.ts";
export { addTheme, changeTheme, removeTheme, themeToSet } from "./operations.ts";
export { suggestThemes, themesOf, themesOfThings, topThemes } from "./store.ts";
