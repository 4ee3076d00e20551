// SPDX-License-Identifier: EUPL-1.2
import { addWorkingDays, type ClosedDays, type LocalDay } from "#platform/clock/working-days.ts";
import { awaitedOf, passedOf, promisedDays, type Due } from "#features/places/index.ts";
import { isAcknowledged, isOver, type State } from "./idea.ts";

/** The three days of an idea, fixed when it is sent. In: what its area promises; within how many working days it is looked at, one where nothing else is said. */
export const deadlinesOf = (
  sent: Date,
  area: { acknowledgeDays: number; answerDays: number; lookDays?: number },
  closed: ClosedDays,
): { lookBy: LocalDay; acknowledgeBy: LocalDay; answerBy: LocalDay } => ({
  lookBy: addWorkingDays(sent, area.lookDays ?? 1, closed).day,
  ...promisedDays(sent, area, closed),
});

type Days = ReturnType<typeof deadlinesOf>;

/** The same days, none after `latest`: who answers a question hears no later than all others who did. */
export function noLater({ lookBy, acknowledgeBy, answerBy }: Days, latest: LocalDay | undefined): Days {
  const capped = (day: LocalDay): LocalDay => (latest !== undefined && latest < day ? latest : day);
  return { lookBy: capped(lookBy), acknowledgeBy: capped(acknowledgeBy), answerBy: capped(answerBy) };
}

/**
 * What is awaited of the municipality, soonest first. An idea with a mailbox waits for its author until the day it is to
 * be looked at; then somebody looks, so that a lost mail is nobody's silence.
 */
export function awaited(idea: State, today: LocalDay): Due[] {
  const over = isOver(idea);
  const looks = !over && !idea.public && (!idea.hasMailbox || idea.lookBy <= today);
  const duties = awaitedOf({ over, acknowledged: isAcknowledged(idea), acknowledgeBy: idea.acknowledgeBy, dueBy: idea.dueBy });
  return looks ? [{ duty: "look", day: idea.lookBy }, ...duties] : duties;
}

/** The deadlines that have passed. */
export const overdue = (idea: State, today: LocalDay): Due[] => passedOf(awaited(idea, today), today);
