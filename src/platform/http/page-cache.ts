// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from "#platform/clock/clock.ts";
import { makeShelf } from "#platform/db/shelf.ts";
import type { Versions } from "#platform/db/versions.ts";
import type { Doc } from "./route.ts";
import { compress, type Body } from "./send.ts";

const everywhere = ["site", "text", "module"];

/** Pages and documents for visitors without a session, compressed once: good until a thing of their kinds moves (see `makeShelf`). */
export type PageCache = { get(key: string, kinds: readonly string[] | "all", build: () => Promise<Doc>): Promise<Body> };

export function makePageCache(options: { clock: Clock; versions: Versions; most: number }): PageCache {
  const pages = makeShelf<string, Body>(options);
  // Every page says whose it is, in words that the municipality may change.
  const all = (kinds: readonly string[] | "all") => (kinds === "all" ? kinds : [...kinds, ...everywhere]);
  return { get: (key, kinds, build) => pages.get(key, all(kinds), async () => compress(await build())) };
}
