// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { answersFor, has } from "#platform/auth/actor.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { tallyOf } from "./feedback.ts";
import { askedAbout, mustBeOn, requestOf, scoresByArea } from "./store.ts";

/** What was said, per area, from five answers. Whoever keeps an area's inbox reads the lines too, without names and days. */
export const byArea = query({
  name: "feedback.by-area",
  input: z.object({}),
  may: anyone,
  api: "GET /feedback",
  run: async ({ db, actor }) => ({
    areas: (await scoresByArea(db)).map(({ id, slug, name, nameEn, given, lines }) => {
      const tally = tallyOf(given);
      const reads = answersFor(actor, id) || has(actor, "secretariat");
      return { slug, name, nameEn, tally, lines: tally && reads ? lines : [] };
    }),
  }),
});

export const beforeAnswering = query({
  name: "feedback.before-answering",
  input: z.object({}),
  on: askedAbout,
  may: loggedIn,
  api: false,
  run: async ({ kinds, on: { id: _id, thing: _thing, ...on } }) => {
    mustBeOn(on, kinds);
    return { state: on.answered ? ("done" as const) : ("open" as const), ...on };
  },
});

export const beforeFromMail = query({
  name: "feedback.before-from-mail",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, input, now, kinds }) {
    const link = await peekLink(db, { token: input.token, purpose: "feedback", now });
    const on = link?.state === "open" && link.thing && link.person ? await requestOf(db, link.thing, link.person) : undefined;
    if (!on) return { state: "gone" as const };
    mustBeOn(on, kinds);
    const { id: _id, thing: _thing, ...shown } = on;
    return { state: on.answered ? ("done" as const) : ("open" as const), ...shown };
  },
});
