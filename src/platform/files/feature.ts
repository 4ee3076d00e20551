// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Feature } from "#platform/feature.ts";
import { picturePath } from "./paths.ts";
import { document } from "#platform/http/route.ts";
import { query, type Finder } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import { keep } from "./keep.ts";
import { makeShelf } from "./shelf.ts";
import { pictureOf, visibleThing } from "./store.ts";

/** Whoever may see the thing may see its pictures; for all others there is nothing. */
const thing: Finder<{ id: string; kind: string; public: boolean }> = {
  kind: "thing",
  find: (db, reference, { actor }) => visibleThing(db, reference, actor),
};

const picture = query({
  name: "files.picture",
  on: thing,
  input: z.object({ place: z.string().max(10), size: z.string().max(10) }),
  may: anyone,
  api: false,
  async run({ db, on, kinds, input: { place, size } }) {
    if (!kinds.has(on.kind)) throw notFound();
    const found = /^[123]$/.test(place) && ["stor", "lille"].includes(size) ? await pictureOf(db, on.id, Number(place)) : undefined;
    if (!found) throw notFound();
    return { hash: size === "stor" ? found.large : found.small, public: on.public };
  },
});

/** Pictures that people sent, for the things that show them. */
export const filesFeature: Feature = {
  name: "files",
  rank: 1,
  operations: [keep],
  queries: [picture],
  routes: [
    document({
      path: picturePath,
      query: picture,
      async make(found, _visit, { config }) {
        const body = await makeShelf(config.dataDir).read(found.hash);
        if (!body) throw notFound();
        return { type: "image/webp", body, keep: found.public ? "shared" : "own" };
      },
    }),
  ],
  // Its tables stand with the platform's other tables, in platform-tables.ts.
  privacy: [],
};
