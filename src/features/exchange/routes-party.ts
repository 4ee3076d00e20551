// SPDX-License-Identifier: EUPL-1.2
import { document, embed, form, page, type Route, type Visit } from "#platform/http/route.ts";
import { ask } from "#platform/operations/ask.ts";
import type { Answer } from "#platform/operations/operation.ts";
import { beforeEmbedding, embedded, embedKeys } from "./embed.ts";
import { ForWhom } from "./input.ts";
import { profileMoves, removeProfile, saveProfile } from "./operations-profile.ts";
import { EmbedHowPage, embedPlain, EmbedView } from "./pages/embed.tsx";
import { NumbersPage } from "./pages/numbers.tsx";
import { PartyPage } from "./pages/party.tsx";
import { ProfilePage, RemoveProfilePage } from "./pages/profile.tsx";
import { paths } from "./paths.ts";
import { measuredKinds, measures } from "./queries-measures.ts";
import { beforeSavingProfile, party } from "./queries-party.ts";

const toProfile =
  (news: string) =>
  (answered: Answer, { lang }: Visit): string =>
    `${paths.profile(lang)}?${new URLSearchParams({ ...(answered["for"] ? { for: String(answered["for"]) } : {}), nyt: news }).toString()}`;

/** Whose it is stands in the address at first, and in the form when something in it was missing. */
const ofWhom = (route: Route, view: typeof ProfilePage): Route => ({
  ...route,
  show: async (world, visit) => {
    const typed = ForWhom.safeParse({ for: visit.values["for"] ?? visit.asked["for"] });
    const input = typed.success && typed.data.for !== undefined ? { for: typed.data.for } : {};
    return view(await ask(world, beforeSavingProfile, { actor: visit.actor, lang: visit.lang, input }), visit);
  },
});

const cache = { kinds: ["offer", "need", "place", "theme", "organisation"], keys: embedKeys };

/** What others may show, and what anybody may count. */
export const openRoutes: Route[] = [
  embed({ path: paths.embed, query: embedded, view: EmbedView, cache }),
  document({ path: paths.embedPlain, query: embedded, make: embedPlain, cache }),
  page({ path: paths.numbers, query: measures, view: NumbersPage, cache: { kinds: measuredKinds, keys: [] } }),
  page({ path: paths.embedHow, query: beforeEmbedding, view: EmbedHowPage, cache: { kinds: ["place", "theme"], keys: embedKeys } }),
];

export const partyRoutes: Route[] = [
  page({
    path: paths.party,
    query: party,
    view: PartyPage,
    cache: { kinds: ["offer", "need", "introduction", "organisation", ...profileMoves], keys: [] },
  }),
  ofWhom(
    form({ path: paths.profile, query: beforeSavingProfile, operation: saveProfile, view: ProfilePage, then: toProfile("saved") }),
    ProfilePage,
  ),
  ofWhom(
    form({
      path: paths.removeProfile,
      query: beforeSavingProfile,
      operation: removeProfile,
      view: RemoveProfilePage,
      then: toProfile("gone"),
    }),
    RemoveProfilePage,
  ),
];
