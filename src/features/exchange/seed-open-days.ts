// SPDX-License-Identifier: EUPL-1.2
import { addDays, type LocalDay } from "#platform/clock/local-day.ts";
import { isWorkingDay, type ClosedDays } from "#platform/clock/working-days.ts";
import { isBefore, latest, partyOf, postState } from "#platform/municipality/demo-posts.ts";
import type { DemoIntroduction, DemoPost, Moment } from "#platform/municipality/demo-schema-posts.ts";

type Told = { posts: DemoPost[]; introductions: DemoIntroduction[] };
type Days = { today: LocalDay; closed: ClosedDays; /** Keys of those who work for the municipality. */ staff: ReadonlySet<string> };

/**
 * The same stories, with what a broker did moved from a weekend to the next open day, wherever the next thing that happened came later
 * still. The files count in days before now, so every start has its weekends elsewhere.
 */
export function onOpenDays({ posts, introductions }: Told, { today, closed, staff }: Days): Told {
  const isOpen = (daysAgo: number): boolean => isWorkingDay(addDays(today, -daysAgo), closed);
  /** In: what comes next of the same story. Out: as it was, where there is no open day before that. Nothing is moved to today. */
  function moved<T extends Moment>(at: T, next: Moment = latest): T {
    let daysAgo = at.daysAgo;
    while (!isOpen(daysAgo) && daysAgo > 1) daysAgo -= 1;
    const later = { ...at, daysAgo };
    return isOpen(daysAgo) && isBefore(later, next) ? later : at;
  }

  const brokered = introductions.map((one): DemoIntroduction => {
    const moments = momentsOf(one);
    const next = (at: Moment): Moment | undefined => earliest(moments.filter((other) => isBefore(at, other)));
    const sent = one.initiator === "broker" && !one.registered ? moved(one.sent, next(one.sent)) : one.sent;
    const replies = one.replies.map((reply) => (staff.has(reply.by ?? "") ? moved(reply, next(reply)) : reply));
    const { resolution } = one;
    const stands = posts.filter(({ key }) => key === one.offer || key === one.need).every((post) => postState(post, sent) === "published");
    return {
      ...one,
      sent: stands ? sent : one.sent,
      replies,
      ...(resolution && { resolution: moved(resolution, next(resolution)) }),
    };
  });

  /** What could not have happened before somebody had looked at a post. */
  function afterLook(post: DemoPost): Moment | undefined {
    const introduced = brokered.filter(({ offer, need }) => offer === post.key || need === post.key).map(({ sent }) => sent);
    const others = posts.filter((other) => other.looked === undefined && partyOf(other) === partyOf(post)).map(({ sent }) => sent);
    return earliest([...introduced, ...others, ...(post.turns ?? [])].filter((at) => post.looked && isBefore(post.looked, at)));
  }

  return {
    posts: posts.map((post) => ({
      ...post,
      ...(post.looked && { looked: moved(post.looked, afterLook(post)) }),
      ...(post.helped && {
        helped: moved(post.helped, earliest((post.turns ?? []).filter((turn) => post.helped && isBefore(post.helped, turn)))),
      }),
    })),
    introductions: brokered,
  };
}

const momentsOf = ({
  sent,
  replies,
  withdrawn,
  messages,
  agreement,
  noAgreement,
  outcomes,
  thanks,
  resolution,
}: DemoIntroduction): Moment[] =>
  [sent, ...replies, withdrawn, ...(messages ?? []), agreement, noAgreement, ...(outcomes ?? []), ...(thanks ?? []), resolution].filter(
    (at) => at !== undefined,
  );

const earliest = (moments: Moment[]): Moment | undefined =>
  moments.reduce<Moment | undefined>((first, at) => (first === undefined || isBefore(at, first) ? at : first), undefined);
