// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import type { Db } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { allAbouts, isSame } from "./about.ts";
import type { Every } from "./digest.ts";
import { about, every, token } from "./operations.ts";
import { commentQueries } from "./queries-comments.ts";
import { subscriptionsOf } from "./store.ts";

export type Choice = { key: string; kind: "everything" | "place" | "theme" | "area"; name: string; path: string };

/** What can be followed, which of it an address asks for, and what one follows already. */
export const beforeSubscribing = query({
  name: "newsletter.before-subscribing",
  input: z.object({ om: about() }),
  may: anyone,
  api: false,
  async run({ db, input, actor, lang }) {
    const person = personOf(actor)?.id;
    const all = await allAbouts(db, lang);
    const choices = all.map(({ target: _, themes: __, ...one }): Choice => one);
    return {
      choices,
      chosen: choices.find(({ key }) => key === input.om)?.key,
      mine: person === undefined ? [] : await followedBy(db, person, lang),
    };
  },
});

export type Mine = Choice & { every: Every };

async function followedBy(db: Db, person: string, lang: Lang): Promise<Mine[]> {
  const [all, mine] = await Promise.all([allAbouts(db, lang), subscriptionsOf(db, person)]);
  return mine.flatMap((one) => {
    const found = all.find(({ target }) => isSame(target, one));
    return found ? [{ key: found.key, kind: found.kind, name: found.name, path: found.path, every: one.every }] : [];
  });
}

/** What the link of the mail that asks leads to. Looking uses nothing up. */
export const beforeConfirming = query({
  name: "newsletter.before-confirming",
  input: z.object({ token: token(), about: about(), every: every() }),
  may: anyone,
  api: false,
  async run({ db, input, now, lang }) {
    const link = await peekLink(db, { token: input.token, purpose: "news", now });
    const wanted = (await allAbouts(db, lang)).find(({ key }) => key === input.about);
    if (!link || !wanted || (link.state !== "open" && link.state !== "used")) return { state: "gone" as const };
    return {
      state: link.state,
      name: wanted.name,
      kind: wanted.kind,
      path: wanted.path,
      every: input.every === "day" ? ("day" as const) : ("week" as const),
      address: link.address,
    };
  },
});

/** What "no thanks" in a digest leads to: all that is followed now. */
export const beforeStoppingFromMail = query({
  name: "newsletter.before-stopping-from-mail",
  input: z.object({ token: token() }),
  may: anyone,
  api: false,
  async run({ db, input, now, lang }) {
    const link = await peekLink(db, { token: input.token, purpose: "no-news", now });
    if (link?.state !== "open") return { state: "gone" as const };
    const mine = link.person === null ? [] : await followedBy(db, link.person, lang);
    return { state: mine.length > 0 ? ("following" as const) : ("stopped" as const), mine };
  },
});

export const beforeStopping = query({
  name: "newsletter.before-stopping",
  input: z.object({ about: about() }),
  may: loggedIn,
  api: false,
  async run({ db, input, actor, lang }) {
    const wanted = (await allAbouts(db, lang)).find(({ key }) => key === input.about);
    if (!wanted) throw notFound();
    const mine = await followedBy(db, personOf(actor)?.id ?? "", lang);
    return { name: wanted.name, kind: wanted.kind, path: wanted.path, following: mine.some(({ key }) => key === wanted.key) };
  },
});

export const queries = [beforeSubscribing, beforeConfirming, beforeStoppingFromMail, beforeStopping, ...commentQueries];
