// SPDX-License-Identifier: EUPL-1.2
// A process of its own that opens one picture of a stranger and draws it anew: what reads such files has had holes, and some files
// are made to eat memory. It gets no environment, is watched and killed from outside (see redraw.ts), and nothing of the original
// but the picture itself comes out: no place, no camera, no name, no hidden page.
// In: the file, and where to write the two. Out, on its output: their sizes as JSON. Exit code 2: it is no picture that we take.
import { readFileSync } from "node:fs";
import sharp from "sharp";

const [from, large, small] = process.argv.slice(2);

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });

/** 50 million pixels: more than a phone takes, far less than a bomb. */
const open = (bytes) => sharp(bytes, { limitInputPixels: 50_000_000, failOn: "error", pages: 1 });

try {
  const bytes = readFileSync(from);
  const { format } = await open(bytes).metadata();
  if (!["jpeg", "png", "webp"].includes(format)) process.exit(2);
  const upright = () => open(bytes).autoOrient();
  const one = await upright()
    .resize({ width: 1600, height: 1600, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(large);
  const two = await upright()
    .resize({ width: 480, height: 480, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 76 })
    .toFile(small);
  process.stdout.write(JSON.stringify({ width: one.width, height: one.height, smallWidth: two.width, smallHeight: two.height }));
} catch {
  process.exit(2);
}
