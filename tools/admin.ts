// SPDX-License-Identifier: EUPL-1.2
// What `npm run admin -- …` runs: what an operator does by hand, through the same operations as everything else.
import { furnish } from "#app/furnish.ts";
import { carryOut } from "./admin-commands.ts";
import { withWorld } from "./with-world.ts";

await withWorld(async (world) => {
  for (const line of await carryOut(world, process.argv.slice(2))) console.log(line);
  // A second person of the secretariat is what the areas wait for.
  await furnish(world);
});
