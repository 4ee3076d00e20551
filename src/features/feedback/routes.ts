// SPDX-License-Identifier: EUPL-1.2
import { inLanguage } from "#platform/http/path.ts";
import { form, page, type Route } from "#platform/http/route.ts";
import { kindsOn } from "#platform/modules.ts";
import { ask } from "#platform/operations/ask.ts";
import type { Operation, Query } from "#platform/operations/operation.ts";
import { answer, answerFromMail } from "./operations.ts";
import { AllPage } from "./pages/all.tsx";
import { wordsAfter } from "./occasion.ts";
import { AskPage, GonePage, type Asked } from "./pages/ask.tsx";
import { paths } from "./paths.ts";
import { beforeAnswering, beforeFromMail, byArea } from "./queries.ts";

/** The question, with the way to the page of what it is about. */
const asking = (path: { pattern: string }, query: Query<Asked | { state: "gone" }>, operation: Operation): Route => ({
  ...form({
    path,
    query,
    operation,
    view: nowhere,
    then: (_answer, visit) => inLanguage(visit.path, visit.lang),
  }),
  async show(world, visit, { reference, ...input }) {
    const asked = await ask(world, query, { actor: visit.actor, lang: visit.lang, input, reference });
    if (asked.state === "gone") return GonePage(visit);
    const href = kindsOn(world).get(asked.kind)?.page(visit.lang, asked);
    return AskPage(asked, { href, words: wordsAfter(world, asked.occasion, visit.lang) }, visit);
  },
});

const nowhere = (): never => {
  throw new Error("The question is shown with its world");
};

export const routes: Route[] = [
  page({ path: paths.all, query: byArea, view: AllPage, cache: { kinds: ["feedback", "area"], keys: [] } }),
  asking(paths.about, beforeAnswering, answer),
  asking(paths.mailed, beforeFromMail, answerFromMail),
];
