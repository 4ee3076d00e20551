// SPDX-License-Identifier: EUPL-1.2
import { form, page, type Route, type Visit } from "#platform/http/route.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { personOf } from "#platform/auth/actor.ts";
import { endRole, giveRoleTo, peoplePaths } from "#features/people/index.ts";
import {
  addArea,
  addClosedDay,
  addLocality,
  changeArea,
  changeLocality,
  closeArea,
  nameAreaPeople,
  removeClosedDay,
  removeLocality,
} from "#features/places/index.ts";
import { addTheme, changeTheme, removeTheme } from "#features/themes/index.ts";
import { changeIdentity, changeLook, changePromises, changeText, type switchOf } from "./operations-own.ts";
import { ModulePage, ModulesPage } from "./pages/modules.tsx";
import { DeadlinesPage, IdentityPage, LookPage } from "./pages/own.tsx";
import {
  ClosedDaysPage,
  LocalitiesPage,
  LocalityPage,
  NewClosedDayPage,
  NewLocalityPage,
  RemoveClosedDayPage,
  RemoveLocalityPage,
} from "./pages/places.tsx";
import { EndRolePage, NewRolePage, RolesPage } from "./pages/roles.tsx";
import { TextPage, TextsPage } from "./pages/texts.tsx";
import { RemoveThemePage, ThemePage, ThemesPage } from "./pages/themes.tsx";
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
  type ownQueriesOf,
} from "./queries-own.ts";
import type { undoOf } from "./operations.ts";
import { areaForm, AreaPage, AreaPeoplePage, AreasPage, CloseAreaPage, NewAreaPage, type AreaPart } from "./pages/areas.tsx";
import { HistoryPage, UndoPage } from "./pages/history.tsx";
import { OverviewPage } from "./pages/overview.tsx";
import { paths } from "./paths.ts";
import { history, type beforeUndoingOf, type overviewOf } from "./queries.ts";
import { allAreas, beforeAddingArea, oneArea } from "./queries-area.ts";

export type Own = {
  switchModule: ReturnType<typeof switchOf>;
  queries: ReturnType<typeof ownQueriesOf>;
  undo: ReturnType<typeof undoOf>;
  beforeUndoing: ReturnType<typeof beforeUndoingOf>;
  overview: ReturnType<typeof overviewOf>;
};

/** Back to where it stands, which says that it is saved. */
export const saved = (href: string): string => `${href}?gemt=1`;
const toArea = (answered: Answer, { lang }: Visit): string => saved(paths.area(lang, { reference: String(answered.reference) }));

const to =
  (path: (lang: Visit["lang"]) => string) =>
  (_answered: Answer, { lang }: Visit): string =>
    saved(path(lang));
const home = to(paths.overview);
/** Who has just ended their own role is not let in here any more. */
const afterEnding = (answered: Answer, visit: Visit): string =>
  answered["person"] === personOf(visit.actor)?.id ? peoplePaths.mine(visit.lang) : to(paths.roles)(answered, visit);

const areaPart = (path: { pattern: string }, part: AreaPart): Route =>
  form({ path, query: oneArea, operation: changeArea, view: areaForm(part), then: toArea });

export const routesOf = ({ undo, beforeUndoing, overview, switchModule, queries }: Own): Route[] => [
  page({ path: paths.overview, query: overview, view: OverviewPage }),
  page({ path: paths.history, query: history, view: HistoryPage }),
  form({
    path: paths.undo,
    query: beforeUndoing,
    operation: undo,
    view: UndoPage,
    then: (_answered, { lang }) => saved(paths.history(lang)),
  }),
  page({ path: paths.areas, query: allAreas, view: AreasPage }),
  form({ path: paths.newArea, query: beforeAddingArea, operation: addArea, view: NewAreaPage, then: toArea }),
  page({ path: paths.area, query: oneArea, view: AreaPage }),
  areaPart(paths.areaName, "name"),
  areaPart(paths.areaWords, "words"),
  areaPart(paths.areaContact, "contact"),
  areaPart(paths.areaDays, "days"),
  form({ path: paths.areaPeople, query: oneArea, operation: nameAreaPeople, view: AreaPeoplePage, then: toArea }),
  form({ path: paths.closeArea, query: oneArea, operation: closeArea, view: CloseAreaPage, then: toArea }),
  form({ path: paths.identity, query: beforeIdentity, operation: changeIdentity, view: IdentityPage, then: home }),
  form({ path: paths.deadlines, query: beforePromises, operation: changePromises, view: DeadlinesPage, then: home }),
  form({ path: paths.look, query: beforeLook, operation: changeLook, view: LookPage, then: home }),
  ...places,
  ...others,
  page({ path: paths.texts, query: queries.texts, view: TextsPage }),
  form({ path: paths.text, query: oneText, operation: changeText, view: TextPage, then: to(paths.texts) }),
  page({ path: paths.modules, query: queries.modules, view: ModulesPage }),
  form({ path: paths.module, query: queries.oneModule, operation: switchModule, view: ModulePage, then: to(paths.modules) }),
];

/** Localities and closed days. */
const places: Route[] = [
  page({ path: paths.localities, query: localities, view: LocalitiesPage }),
  form({ path: paths.newLocality, query: localities, operation: addLocality, view: NewLocalityPage, then: to(paths.localities) }),
  form({ path: paths.locality, query: oneLocality, operation: changeLocality, view: LocalityPage, then: to(paths.localities) }),
  form({ path: paths.removeLocality, query: oneLocality, operation: removeLocality, view: RemoveLocalityPage, then: to(paths.localities) }),
  page({ path: paths.closedDays, query: closedDays, view: ClosedDaysPage }),
  form({ path: paths.newClosedDay, query: closedDays, operation: addClosedDay, view: NewClosedDayPage, then: to(paths.closedDays) }),
  form({
    path: paths.removeClosedDay,
    query: oneClosedDay,
    operation: removeClosedDay,
    view: RemoveClosedDayPage,
    then: to(paths.closedDays),
  }),
];

/** Themes and roles. */
const others: Route[] = [
  page({ path: paths.themes, query: allThemes, view: ThemesPage }),
  form({ path: paths.newTheme, query: beforeAddingTheme, operation: addTheme, view: ThemePage, then: to(paths.themes) }),
  form({ path: paths.theme, query: oneTheme, operation: changeTheme, view: ThemePage, then: to(paths.themes) }),
  form({ path: paths.removeTheme, query: oneTheme, operation: removeTheme, view: RemoveThemePage, then: to(paths.themes) }),
  page({ path: paths.roles, query: allRoles, view: RolesPage }),
  form({ path: paths.newRole, query: allRoles, operation: giveRoleTo, view: NewRolePage, then: to(paths.roles) }),
  form({ path: paths.endRole, query: oneRole, operation: endRole, view: EndRolePage, then: afterEnding }),
];
