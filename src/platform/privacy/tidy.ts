// SPDX-License-Identifier: EUPL-1.2
import type { World } from "#platform/operations/world.ts";

const day = 24 * 60 * 60 * 1000;

/** Days after which the platform's own traces go by themselves; `platform-tables.ts` says why. */
export const kept = { idempotency: 7, budget: 8, session: 30 } as const;

/** The daily job `platform.tidy`. */
export async function tidy({ write, clock }: World): Promise<void> {
  const ago = (days: number) => new Date(clock.now().getTime() - days * day);
  await write.deleteFrom("platform.idempotency").where("created_at", "<", ago(kept.idempotency)).execute();
  await write.deleteFrom("platform.budget").where("window_start", "<", ago(kept.budget)).execute();
  await write
    .deleteFrom("platform.session")
    .where((eb) => eb.or([eb("ended_at", "<", ago(kept.session)), eb("expires_at", "<", ago(kept.session))]))
    .execute();
}
