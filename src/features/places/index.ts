// SPDX-License-Identifier: EUPL-1.2
// What other slices may use of places.
export { answeringOn, type Absence, type Answering } from "./absence.ts";
export { bestArea } from "./area.ts";
export { tellPassed } from "./tell-passed.ts";
export { scores, vocabulary, type Vocabulary } from "./words.ts";
export { paths as placesPaths } from "./paths.ts";
export { nameContactPersons } from "./operations.ts";
export {
  allDuties,
  awaitedOf,
  isDuty,
  kept,
  mostPostponements,
  passedKey,
  passedOf,
  promisedDays,
  wrongWithNewDay,
  type Due,
  type Duty,
  type Kept,
} from "./promise.ts";
export { addArea, areaToSet, changeArea, closeArea, nameAreaPeople } from "./operations-area.ts";
export {
  addClosedDay,
  addLocality,
  changeLocality,
  closedDayToSet,
  localityToSet,
  removeClosedDay,
  removeLocality,
} from "./operations-place.ts";
export { areasToSet, changedHands, peopleToChoose, thingsIn, type ChangedHands } from "./store-area.ts";
export { closedDaysFrom, placesToSet, usesOfLocality } from "./store-settings.ts";
export { absence, comeBack, goAway, ownAbsence } from "./operations-absence.ts";
export { suggestArea } from "./suggest.ts";
export { localityWhere, wholeMunicipality } from "./where.ts";
export { absencesOf, allAnsweringToday, answeringToday, colleaguesOf, withAnswerer } from "./store-absence.ts";
export {
  areaById,
  areaBySlug,
  areasOf,
  calendarOf,
  localitiesOf,
  localitiesWithCounts,
  localityBySlug,
  type Area,
  type Locality,
  type Somebody,
} from "./store.ts";
