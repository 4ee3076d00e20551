// SPDX-License-Identifier: EUPL-1.2
import { rm, writeFile } from "node:fs/promises";
import { renderAsync } from "@resvg/resvg-js";
import type { World } from "#platform/operations/world.ts";
import { redraw } from "./redraw.ts";
import { makeShelf } from "./shelf.ts";
import type { File } from "./store.ts";

/** A drawing of our own for the demo, put on the shelf as if somebody had sent a picture of it. In: SVG without text. */
export async function shelveDrawing({ config, ids }: World, svg: string): Promise<File | undefined> {
  const shelf = makeShelf(config.dataDir);
  const paths = { png: await shelf.half(), large: await shelf.half(), small: await shelf.half() };
  try {
    await writeFile(paths.png, (await renderAsync(svg, { font: { loadSystemFonts: false }, logLevel: "off" })).asPng());
    const sizes = await redraw(paths.png, paths);
    return sizes && { id: ids.uuid(), large: await shelf.put(paths.large), small: await shelf.put(paths.small), ...sizes };
  } finally {
    await Promise.all(Object.values(paths).map((path) => rm(path, { force: true })));
  }
}
