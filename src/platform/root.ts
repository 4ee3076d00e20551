// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The project's folder, from source and from the bundle alike: the nearest folder above that has a package.json. */
export const root: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();
