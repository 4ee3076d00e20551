// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: what should come of days that pass.
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import { ended, stateOf, type Belief } from "./exchange-state.ts";

/** The clock looks at the end of so many days. */
export function passDays(post: Belief, today: LocalDay): number {
  const state = stateOf(post, today);
  if (state === "expired") post.warned.add(`${post.expiresOn}/0`);
  if (state === "open" && post.expiresOn <= addDays(today, 14))
    post.warned.add(`${post.expiresOn}/${post.expiresOn <= addDays(today, 3) ? 3 : 14}`);
  if (state === "open" && post.contacts === 0 && post.publishedOn !== undefined && addDays(post.publishedOn, 14) <= today)
    post.helped = true;
  for (const on of post.introductions) {
    if (on.standing === "proposed" && addDays(on.proposedOn, 14) < today) ended(post, on, "lapsed");
    else if (on.standing === "proposed" && addDays(on.proposedOn, 7) <= today) on.followUps.add("silence");
    if (on.standing === "accepted" && on.acceptedOn !== undefined && addDays(on.acceptedOn, 14) <= today) on.followUps.add("not-agreed");
    if (on.standing !== "agreed" || on.deal === undefined) continue;
    if (addDays(on.deal.onDay, 1) <= today) on.asked = true;
    if (addDays(on.deal.onDay, 10) <= today && on.deal.standing !== "disputed") on.followUps.add("no-outcome");
  }
  return 200;
}
