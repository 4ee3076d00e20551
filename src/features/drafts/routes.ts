// SPDX-License-Identifier: EUPL-1.2
import { form, type Route } from "#platform/http/route.ts";
import { newPhrase, takeAwayPhrase } from "./operations.ts";
import { PhrasesPage, RemovePage } from "./pages/phrases.tsx";
import { paths } from "./paths.ts";
import { beforeRemoving, phrases } from "./queries.ts";

export const routes: Route[] = [
  form({
    path: paths.phrases,
    query: phrases,
    operation: newPhrase,
    view: PhrasesPage,
    then: (_answer, { lang }) => `${paths.phrases(lang)}?nyt=added`,
  }),
  form({
    path: paths.remove,
    query: beforeRemoving,
    operation: takeAwayPhrase,
    view: RemovePage,
    then: (_answer, { lang }) => `${paths.phrases(lang)}?nyt=removed`,
  }),
];
