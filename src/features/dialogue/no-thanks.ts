// SPDX-License-Identifier: EUPL-1.2
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { World } from "#platform/operations/world.ts";
import { noToken } from "#features/people/index.ts";
import { tiePaths } from "./paths.ts";
import { purposes, type Tie } from "./tie.ts";

/**
 * Where a follower says "no thanks", or a supporter takes it back, with one click: for the mail's unsubscribe header and its last line. The same in every
 * mail about this thing to this mailbox.
 */
export async function noThanks(
  tx: Tx,
  { thing, mailbox, lang, tie = "follow" }: { thing: string; mailbox: string; lang: Lang; tie?: Tie },
  { secret, config, ids, now }: Pick<World, "secret" | "config"> & { ids: Ids; now: Date },
): Promise<string> {
  const token = await noToken(tx, { mailbox, purpose: purposes[tie].no, thing }, { secret, ids, now });
  return config.baseUrl + tiePaths[tie].no(lang, { token });
}
