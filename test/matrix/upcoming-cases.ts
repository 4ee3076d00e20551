// SPDX-License-Identifier: EUPL-1.2
import type { TestWorld } from "../test-world.ts";
import type { Case, MakeCase } from "./cases.ts";
import { byToken } from "./newsletter-cases.ts";
import { aFate, laterDay, listingIn, listingStates, listingText, whatWasHeard } from "./stage-upcoming.ts";

const draftFirst = ["draft", ...listingStates.filter((state) => state !== "draft")];
const overFirst = ["over", ...listingStates.filter((state) => state !== "over")];

/** The first state is the one in which the door opens. */
export const upcomingStates: Record<string, string[]> = {
  "upcoming.draft": ["committee", "area"],
  "upcoming.edit": draftFirst,
  "upcoming.publish": draftFirst,
  "upcoming.discard": draftFirst,
  "upcoming.tell": overFirst,
  "upcoming.stop-invitations": ["mailed", "unknown"],
  "upcoming.before-stopping-invitations": ["mailed", "unknown"],
};

const onListing =
  (body: (t: TestWorld, state: string) => Record<string, string> = () => ({})): MakeCase =>
  async (t, state): Promise<Case> => ({ params: { reference: (await listingIn(t, state)).reference }, body: body(t, state) });
const onAnswer =
  (body: Record<string, string> = {}): MakeCase =>
  async (t, state): Promise<Case> => ({ params: await listingIn(t, state), body });

export const upcomingCases: Record<string, MakeCase> = {
  "upcoming.choose-invitations": () => ({ body: { invitations: "no" } }),
  "upcoming.stop-invitations": byToken("no-invitations"),
  "upcoming.before-stopping-invitations": byToken("no-invitations"),
  "upcoming.draft": (t, state) => ({ body: listingText(t, state) }),
  "upcoming.edit": onListing(listingText),
  "upcoming.publish": onListing(),
  "upcoming.discard": onListing(),
  "upcoming.move": onListing(() => ({ phase: "doing", note: "Det er vedtaget, og vi går i gang." })),
  "upcoming.put-off": onListing((t) => ({ what: "decision", newDay: laterDay(t), reason: "Udvalget vil se på det igen." })),
  "upcoming.invite": onListing(() => ({ theme: "on" })),
  "upcoming.weigh": onAnswer(aFate),
  "upcoming.tell": onListing(() => whatWasHeard),
  "upcoming.detail": onListing(),
  "upcoming.before-editing": onListing(),
  "upcoming.before-step": onListing(),
  "upcoming.before-inviting": onListing(),
  "upcoming.before-telling": onListing(),
  "upcoming.before-weighing": onAnswer(),
};
