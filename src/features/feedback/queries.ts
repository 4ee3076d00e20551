// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { answersFor, has } from "#platform/auth/actor.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { actorOf, peekLink } from "#features/people/index.ts";
import { tallyOf } from "./feedback.ts";
import { askedAbout, mustBeOn, requestOf, scoresByArea, type Request } from "./store.ts";
import { withTitle } from "./title.ts";

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
  async run({ db, on, kinds, ...who }) {
    mustBeOn(on, kinds);
    const shown = await withTitle(db, on, { kinds, ...who });
    if (!shown) throw notFound();
    return asked(shown);
  },
});

export const beforeFromMail = query({
  name: "feedback.before-from-mail",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, input, now, kinds, lang }) {
    const link = await peekLink(db, { token: input.token, purpose: "feedback", now });
    if (link?.state !== "open" || !link.thing || !link.person) return { state: "gone" as const };
    const on = await requestOf(db, link.thing, link.person);
    if (!on) return { state: "gone" as const };
    mustBeOn(on, kinds);
    // The link is the proof of who reads: what they may see is what it is about.
    const shown = await withTitle(db, on, { kinds, lang, now, actor: await actorOf(db, link.person, now) });
    return shown ? asked(shown) : { state: "gone" as const };
  },
});

const asked = ({ occasion, title, reference, kind, answered }: Request & { title: string }) => ({
  state: answered ? ("done" as const) : ("open" as const),
  occasion,
  title,
  reference,
  kind,
});
