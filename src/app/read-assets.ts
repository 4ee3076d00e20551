// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AssetManifest } from "#design/index.ts";

const manifest = z.object({ source: z.string(), files: z.record(z.string(), z.string()) });

/** What was built into a folder, and under which address. */
export const readAssets = (folder: string): AssetManifest =>
  manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
