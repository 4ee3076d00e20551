// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import { form, page, type Route } from "#platform/http/route.ts";
import { comeBack, goAway } from "#features/places/index.ts";
import { acknowledgeEach } from "./acknowledge.ts";
import { chooseMornings, stopMornings } from "./operations.ts";
import { AbsencePage, BackPage } from "./pages/absence.tsx";
import { BulkPage } from "./pages/acknowledge.tsx";
import { MorningsPage, StopPage } from "./pages/mornings.tsx";
import { WorkbenchPage } from "./pages/workbench.tsx";
import { paths } from "./paths.ts";
import type { mineOf, toAcknowledgeOf } from "./queries.ts";
import { beforeChoosing, beforeStopping } from "./queries-mornings.ts";
import { beforeComingBack, beforeGoingAway } from "./queries-absence.ts";

type Queries = { mine: ReturnType<typeof mineOf>; toAcknowledge: ReturnType<typeof toAcknowledgeOf> };

export const routesOf = ({ mine, toAcknowledge }: Queries): Route[] => [
  page({ path: paths.workbench, query: mine, view: WorkbenchPage }),
  { ...page({ path: paths.acknowledge, query: toAcknowledge, view: BulkPage }), several: acknowledgeEach },
  form({
    path: paths.absence,
    query: beforeGoingAway,
    operation: goAway,
    view: AbsencePage,
    then: (_answer, { lang }) => `${paths.absence(lang)}?nyt=away`,
  }),
  form({
    path: paths.back,
    query: beforeComingBack,
    operation: comeBack,
    view: BackPage,
    then: (_answer, { lang }) => `${paths.absence(lang)}?nyt=back`,
  }),
  form({
    path: paths.mornings,
    query: beforeChoosing,
    operation: chooseMornings,
    view: MorningsPage,
    then: (_answer, { lang }) => `${paths.mornings(lang)}?nyt=saved`,
  }),
  form({
    path: paths.noMornings,
    query: beforeStopping,
    operation: stopMornings,
    view: StopPage,
    then: (_answer, visit) => inLanguage(visit.path, visit.lang),
    oneClick: true,
  }),
];
