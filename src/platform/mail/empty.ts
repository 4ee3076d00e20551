// SPDX-License-Identifier: EUPL-1.2
import type { World } from "#platform/operations/world.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Erases the words of mails a week after they were sent, and of those given up after thirty days, when nobody will look
 * into them any more. That there was a mail stays known for a year, so that the same is not sent again.
 */
export async function emptyMails({ write, clock }: World): Promise<void> {
  const now = clock.now().getTime();
  const ago = (days: number) => new Date(now - days * day);
  await write
    .updateTable("platform.mail")
    .set({ subject: "", plain: "", html: "", unsubscribe: null, emptied_at: clock.now() })
    .where("emptied_at", "is", null)
    .where((eb) => eb.or([eb("sent_at", "<", ago(7)), eb("failed_at", "<", ago(30))]))
    .execute();
  await write.deleteFrom("platform.mail").where("created_at", "<", ago(365)).where("emptied_at", "is not", null).execute();
}
