// SPDX-License-Identifier: EUPL-1.2
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { organisationBySlug, organisationsOf } from "#features/people/index.ts";
import { localitiesOf } from "#features/places/index.ts";
import { ForWhom, Party } from "./input.ts";
import { paths } from "./paths.ts";
import { isPartyKind } from "./post.ts";
import { anyone, loggedIn } from "./rules.ts";
import { givenBy } from "./store-given.ts";
import { listedOf } from "./store-list.ts";
import { profileFor, profileOf, type Profile } from "./store-profile.ts";
import { fromBits } from "./weekdays.ts";

/** An organisation: who they are, what they can contribute, what they gave and got. Never a person. */
export const party = query({
  name: "exchange.party",
  input: Party,
  may: anyone,
  api: "GET /contributors/:slug",
  async run({ db, input, actor, now, lang }) {
    const one = await organisationBySlug(db, input.slug);
    if (!one) throw notFound();
    const today = localDayOf(now);
    const [localities, { mine, profile }, posts, given] = await Promise.all([
      localitiesOf(db),
      profileFor(db, { organisation: one.id, reader: personOf(actor)?.id, today }),
      listedOf(db, one.id, today),
      givenBy(db, one.id),
    ]);
    return {
      slug: one.slug,
      name: one.name,
      kind: isPartyKind(one.kind) ? one.kind : ("group" as const),
      about: lang === "da" ? one.about : one.aboutEn,
      place: localities.find(({ id }) => id === one.locality)?.name ?? null,
      profile: profile && shownProfile(profile),
      posts: posts.map(({ id: _, theme: __, ...post }) => ({ ...post, url: paths.post(lang, post) })),
      ...given,
      /** Who reads speaks for them. */
      mine,
    };
  },
});

const shownProfile = ({ types, text, weekdays, reachKm, remote }: Profile) => ({
  types,
  text,
  weekdays: fromBits(weekdays),
  reachKm,
  remote,
});
export type ShownProfile = ReturnType<typeof shownProfile>;

/** What one has said so far, for oneself or for an organisation one speaks for. */
export const beforeSavingProfile = query({
  name: "exchange.before-saving-profile",
  input: ForWhom,
  may: loggedIn,
  api: false,
  async run({ db, input, actor, now }) {
    const person = idOf(actor);
    const organisations = await organisationsOf(db, person, localDayOf(now));
    const one = organisations.find(({ slug }) => slug === input.for);
    if (input.for !== undefined && !one) throw notFound();
    const profile = await profileOf(db, one ? { organisation: one.id } : { person });
    return {
      organisations: organisations.map(({ slug, name }) => ({ slug, name })),
      for: one && { slug: one.slug, name: one.name },
      profile: profile && shownProfile(profile),
    };
  },
});

export const partyQueries = [party, beforeSavingProfile];
