// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import type { World } from "#platform/operations/world.ts";
import { makeShelf } from "./shelf.ts";

const day = 24 * 60 * 60 * 1000;

/** Days after which a picture that nothing shows is gone: never sent in, taken back by its person, or half-made when the power went. */
export const keptUnused = 1;

/** The daily job `files.tidy`: first the rows that nothing shows, then the files that no row knows. */
export async function tidyFiles({ write, clock, config }: World): Promise<void> {
  const before = new Date(clock.now().getTime() - keptUnused * day);
  await sql`
    DELETE FROM platform.file WHERE made_at < ${before} AND NOT EXISTS (SELECT 1 FROM platform.picture WHERE picture.file = file.id)`.execute(
    write,
  );
  const rows = await write.selectFrom("platform.file").select(["large", "small"]).execute();
  await makeShelf(config.dataDir).sweep(new Set(rows.flatMap(({ large, small }) => [large, small])), before);
}
