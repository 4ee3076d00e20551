// SPDX-License-Identifier: EUPL-1.2
// What `npm run import -- …` runs: brings another system's file in, also while the server runs.
import { importFile } from "#platform/import/import-file.ts";
import { withWorld } from "./with-world.ts";

await withWorld(async (world) => {
  await importFile(world, process.argv.slice(2), console.log);
});
