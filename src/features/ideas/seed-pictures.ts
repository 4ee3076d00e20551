// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { addFile, addPictures, shelveDrawing } from "#platform/files/index.ts";
import type { World } from "#platform/operations/world.ts";
import type { Scene } from "./seed-story.ts";

const Pictures = z.array(z.strictObject({ idea: z.string(), file: z.string(), alt: z.string().min(3).max(200) }));

/** Some of the demo's ideas show a drawing: those that `demo/pictures.json` names, where there is such a file. */
export async function showDrawings(world: World, { tx, told }: Scene, folder: string): Promise<void> {
  const list = join(folder, "demo/pictures.json");
  if (!existsSync(list)) return;
  for (const { idea, file, alt } of Pictures.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const on = told.get(idea);
    const drawn = on && (await shelveDrawing(world, readFileSync(join(folder, "demo/pictures", basename(file)), "utf8")));
    if (!drawn) continue;
    await addFile(tx, drawn, on.times.submitted);
    await addPictures(tx, on.id, [{ file: drawn.id, alt }], on.times.submitted);
  }
}
