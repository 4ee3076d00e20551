// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { forbidden, Refusal } from "#platform/operations/refusal.ts";
import { loggedIn } from "#platform/operations/rule.ts";
import { organisationsOf } from "#features/people/index.ts";
import { reasonsFor } from "./fits.ts";
import { Brokering, Introducing, Nothing } from "./input.ts";
import { brokers, hasPost, oneOfTwo, seesIntroduction } from "./rules.ts";
import { brokerToday, shown } from "./shown.ts";
import { shownIntroduction } from "./shown-introduction.ts";
import { followUpsOf } from "./store-follow-up.ts";
import { introduction, wordsOf } from "./store-introduction.ts";
import { openPostsOf } from "./store-party.ts";
import { post } from "./store.ts";

/** One introduction, for the two and for who brokers. */
export const introductionDetail = query({
  name: "exchange.introduction",
  input: Nothing,
  on: introduction,
  may: seesIntroduction,
  api: "GET /introductions/:reference",
  async run({ db, on, actor, now }) {
    const [words, broker, log] = await Promise.all([
      wordsOf(db, actor, on.id),
      brokerToday(db, now),
      brokers.allows(actor, on) ? followUpsOf(db, on.id) : [],
    ]);
    return { ...shownIntroduction(on, { actor, now, ...words }), broker: broker?.name, log };
  },
});

/** The forms of one of the two. */
export const beforeReplying = query({
  name: "exchange.before-replying",
  input: Nothing,
  on: introduction,
  may: oneOfTwo,
  api: false,
  run: async ({ db, on, actor, now }) => shownIntroduction(on, { actor, now, ...(await wordsOf(db, actor, on.id)) }),
});

/** The forms of one of the two, and of a broker. */
export const beforeWritingTo = query({
  name: "exchange.before-writing-to",
  input: Nothing,
  on: introduction,
  may: seesIntroduction,
  api: false,
  run: async ({ db, on, actor, now }) => shownIntroduction(on, { actor, now, ...(await wordsOf(db, actor, on.id)) }),
});

/** The forms of a broker. */
export const beforeBrokeringIntroduction = query({
  name: "exchange.before-brokering-introduction",
  input: Nothing,
  on: introduction,
  may: brokers,
  api: false,
  async run({ db, on, actor, now }) {
    const [words, log] = await Promise.all([wordsOf(db, actor, on.id), followUpsOf(db, on.id)]);
    return { ...shownIntroduction(on, { actor, now, ...words }), log };
  },
});

/** What somebody needs to answer a post: the post, and what of their own answers it. */
export const beforeIntroducing = query({
  name: "exchange.before-introducing",
  input: Introducing,
  on: post,
  may: loggedIn,
  api: false,
  async run({ db, input, on, actor, now }) {
    const person = personOf(actor)?.id;
    if (person === undefined) throw forbidden();
    if (hasPost.allows(actor, on)) throw new Refusal(409, "same-party");
    const today = localDayOf(now);
    const [broker, organisations, own] = await Promise.all([
      brokerToday(db, now),
      organisationsOf(db, person, today),
      openPostsOf(db, { person, kind: on.kind === "offer" ? "need" : "offer", today }),
    ]);
    return {
      ...shown(on, { broker, actor, now }),
      organisations: organisations.map(({ slug, name }) => ({ slug, name })),
      own,
      from: own.find(({ reference }) => reference === input.fra)?.reference,
    };
  },
});

/** What a broker needs to bring two posts together. */
export const beforeBringingTogether = query({
  name: "exchange.before-bringing-together",
  input: Brokering,
  on: post,
  may: brokers,
  api: false,
  async run({ db, input, on, actor, now, lang }) {
    const broker = await brokerToday(db, now);
    const found = input.til === undefined ? undefined : await post.find(db, input.til, { actor, lock: false });
    const other = found && found.kind !== on.kind ? found : undefined;
    return {
      ...shown(on, { broker, actor, now }),
      other: other && shown(other, { broker, actor, now }),
      reasons: other === undefined ? [] : await reasonsFor(db, on.id, other.id, { now, lang }),
    };
  },
});

/** What the form for help without a post can choose from. */
export const beforeRegisteringHelp = query({
  name: "exchange.before-registering-help",
  input: Nothing,
  may: loggedIn,
  api: false,
  async run({ db, actor, now }) {
    const person = personOf(actor)?.id;
    const organisations = person === undefined ? [] : await organisationsOf(db, person, localDayOf(now));
    return { organisations: organisations.map(({ slug, name }) => ({ slug, name })) };
  },
});

export const introductionQueries = [
  introductionDetail,
  beforeReplying,
  beforeWritingTo,
  beforeBrokeringIntroduction,
  beforeIntroducing,
  beforeBringingTogether,
  beforeRegisteringHelp,
];
