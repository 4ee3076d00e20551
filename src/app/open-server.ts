// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from "fastify";
import { makeServer, type ServerOptions } from "#platform/http/server.ts";
import type { World } from "#platform/operations/world.ts";
import { useAssets } from "#design/index.ts";
import { assetsFolder } from "./assets-folder.ts";
import { embedFrame } from "./embed-frame.tsx";
import { failurePage } from "./failure-page.tsx";
import { frame } from "./frame.tsx";
import { readAssets } from "./read-assets.ts";

/** All doors of a furnished world, in the site's look. The assets are built. */
export async function openServer(
  world: World,
  options: Pick<ServerOptions, "cache" | "version" | "shed" | "origins">,
): Promise<FastifyInstance> {
  await world.hear();
  useAssets(readAssets(assetsFolder));
  return makeServer({ world, frame, embedFrame, failurePage, assetsFolder, ...options });
}
