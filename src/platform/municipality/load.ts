// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { z } from "zod";
import * as schema from "./schema.ts";
import { fault, readChecked } from "./read.ts";

/** Everything a municipality brings with it. */
export type MunicipalityFiles = {
  municipality: schema.Municipality;
  areas: schema.Area[];
  localities: schema.Locality[];
  water: schema.Water;
  themes: schema.Theme[];
  committees: schema.Committees;
  policy: schema.Policy;
  examples: schema.Example[];
};

/**
 * Reads and checks `municipalities/<code>-<name>/`. In: the folder. Every file fits its schema and everything that is
 * named exists; otherwise an OperatorError says which file, where in it, and what to do.
 */
export function loadMunicipality(folder: string): MunicipalityFiles {
  const files: MunicipalityFiles = {
    municipality: readChecked(folder, "municipality.json", schema.municipality),
    areas: readChecked(folder, "areas.json", z.array(schema.area).min(1)),
    localities: readChecked(folder, "localities.json", z.array(schema.locality).min(1)),
    water: readChecked(folder, "water.json", schema.water),
    themes: readChecked(folder, "themes.json", z.array(schema.theme).min(1)),
    committees: readChecked(folder, "committees.json", schema.committees),
    policy: readChecked(folder, "policy.json", schema.policy),
    examples: readChecked(folder, "examples.json", z.array(schema.example)),
  };
  checkNames(folder, files);
  return files;
}

function checkNames(folder: string, { municipality, areas, localities, themes, policy, examples }: MunicipalityFiles): void {
  const check = namesIn(folder);
  const areaSlugs = check.unique(
    "areas.json",
    "slug",
    areas.map(({ slug }) => slug),
  );
  const localitySlugs = check.unique(
    "localities.json",
    "slug",
    localities.map(({ slug }) => slug),
  );
  const themeKeys = check.unique(
    "themes.json",
    "key",
    themes.map(({ key }) => key),
  );
  check.unique(
    "examples.json",
    "slug",
    examples.map(({ slug }) => slug),
  );
  check.unique(
    "policy.json",
    "id",
    policy.commitments.map(({ id }) => String(id)),
  );
  check.unique(
    "municipality.json",
    "day",
    municipality.closedDays.map(({ day }) => day),
  );
  const top = new Set(themes.filter(({ parent }) => parent === null).map(({ key }) => key));
  const sections = new Set(policy.sections.map(({ title }) => title));
  themes.forEach(({ parent, area }, at) => {
    if (parent !== null) check.known("themes.json", `[${at}].parent`, parent, top, "a theme without a parent");
    check.known("themes.json", `[${at}].area`, area, areaSlugs, "an area of areas.json");
  });
  localities.forEach(({ postalCode }, at) => {
    check.known(
      "localities.json",
      `[${at}].postalCode`,
      postalCode,
      new Set(Object.keys(municipality.postalCodes)),
      "one of municipality.json",
    );
  });
  policy.commitments.forEach(({ section }, at) =>
    check.known("policy.json", `commitments[${at}].section`, section, sections, "one of its sections"),
  );
  examples.forEach((example, at) => {
    check.known("examples.json", `[${at}].area`, example.area, areaSlugs, "an area of areas.json");
    for (const locality of example.localities)
      check.known("examples.json", `[${at}].localities`, locality, localitySlugs, "a place of localities.json");
    for (const theme of example.themes) check.known("examples.json", `[${at}].themes`, theme, themeKeys, "a theme of themes.json");
  });
}

/** Checks of what one file says about another. */
export function namesIn(folder: string) {
  return {
    unique(file: string, field: string, names: readonly string[]): Set<string> {
      const twice = names.find((name, at) => names.indexOf(name) !== at);
      if (twice !== undefined)
        throw fault(join(folder, file), field, `"${twice}" stands twice: give one of them another name or take it out`);
      return new Set(names);
    },
    known(file: string, place: string, name: string, names: ReadonlySet<string>, what: string): void {
      if (!names.has(name)) throw fault(join(folder, file), place, `"${name}" is not known: write ${what}`);
    },
  };
}
