// SPDX-License-Identifier: EUPL-1.2
import type { Occasion } from "#platform/feature.ts";
import { isFinal, isStanding } from "./idea.ts";
import { ideaById } from "./store.ts";

/** After a final answer the author is asked how it went. */
export const askAuthor: Occasion = {
  event: "ideas.answered",
  async whom(db, { thing, data }) {
    const { status } = data;
    const on = isStanding(status) && isFinal(status) ? await ideaById(db, thing) : undefined;
    return on?.ownerPerson ? [{ person: on.ownerPerson, area: on.area }] : [];
  },
};
