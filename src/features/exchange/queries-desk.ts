// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { query } from "#platform/operations/operation.ts";
import { addressesOf } from "#features/people/index.ts";
import { AtDesk, Nothing } from "./input.ts";
import type { ContributionType } from "./post.ts";
import { brokers, brokersSomewhere } from "./rules.ts";
import { shownBy } from "./shown.ts";
import { post } from "./store.ts";
import { deskHolds, deskOf, newPosts, quietPosts, type Part } from "./store-desk.ts";
import { followUpsOf } from "./store-follow-up.ts";
import { profiles } from "./store-profile.ts";
import { bestFits, oncePerPair } from "./suggest.ts";

/** So many of each section stand on the desk until one asks for that section alone. */
const mostOfEach = 5;
/** So many posts that wait, and so many suggestions, stand on the desk at once. */
const shownAtOnce = 8;
const mostProfiles = 60;

/** What somebody who brings people together has to do, or whom they could bring together. */
export const desk = query({
  name: "exchange.desk",
  input: AtDesk,
  may: brokersSomewhere,
  api: "GET /broker-desk",
  async run({ db, input, actor, now, lang }) {
    const today = localDayOf(now);
    if (input.tab === "profiles") return { tab: "profiles" as const, type: input.type, profiles: await profilesShown(db, input.type) };
    if (input.tab !== "fits") {
      const { section } = input;
      const { held, toDos, asked } = await deskOf(db, actor, { section, most: section === undefined ? mostOfEach : deskHolds, today });
      return { tab: "to-do" as const, section, held: plainPart(held), toDos: plainPart(toDos), asked: plainPart(asked) };
    }
    const [quiet, fresh] = await Promise.all([
      quietPosts(db, actor, { most: shownAtOnce + 1, today, after: input.after }),
      newPosts(db, actor, { most: shownAtOnce, today }),
    ]);
    const shown = quiet.slice(0, shownAtOnce);
    const found = await bestFits(db, [...shown, ...fresh], { now, lang });
    const waiting = oncePerPair(found.slice(0, shown.length));
    const pairs = oncePerPair(found.slice(shown.length), waiting).filter(({ fit }) => fit !== undefined);
    return {
      tab: "fits" as const,
      waiting: waiting.map(({ post: one, fit }) => ({ post: plain(one), fit })),
      pairs: pairs.map(({ post: one, fit }) => ({ post: plain(one), fit })),
      next: quiet.length > shown.length ? shown.at(-1)?.reference : undefined,
      further: input.after !== undefined,
    };
  },
});

/** Each with the mailbox of the person whose it is: they said that a broker may write to them. */
async function profilesShown(db: Db, type: ContributionType | undefined) {
  const found = await profiles(db, { type, most: mostProfiles });
  const boxes = await addressesOf(
    db,
    found.flatMap(({ person }) => person ?? []),
  );
  return found.map(({ person, ...one }) => ({ ...one, email: person === null ? undefined : boxes.get(person)?.address }));
}

/** Without ids. */
function plain<T extends { id?: string; area: string | null }>({ id: _, area: __, ...shown }: T): Omit<T, "id" | "area"> {
  return shown;
}

const plainPart = <T extends { id: string; area: string | null }>({ rows, ...of }: Part<T>) => ({ ...of, rows: rows.map(plain) });

/** The log of a post, before a line is added to it. */
export const beforeFollowingUpPost = query({
  name: "exchange.before-following-up-post",
  input: Nothing,
  on: post,
  may: brokers,
  api: false,
  async run({ db, on, actor, now }) {
    const [shown, log] = await Promise.all([shownBy(db, on, actor, now), followUpsOf(db, on.id)]);
    return { ...shown, log };
  },
});

export const deskQueries = [desk, beforeFollowingUpPost];
