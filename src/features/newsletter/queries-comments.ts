// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { query } from "#platform/operations/operation.ts";
import { anyone, idOf, loggedIn } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { noComments } from "./operations-comments.ts";
import { wantsComments } from "./store-comments.ts";

export const beforeChoosingComments = query({
  name: "newsletter.before-choosing-comments",
  input: z.object({}),
  may: loggedIn,
  api: false,
  run: async ({ db, actor }) => ({ comments: await wantsComments(db, idOf(actor)) }),
});

/** What the "no thanks" of a mail about comments is about. Nothing changes. */
export const beforeStoppingComments = query({
  name: "newsletter.before-stopping-comments",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: noComments, now });
    if (link?.state !== "open") return { state: "gone" as const };
    const wanted = link.person !== null && (await wantsComments(db, link.person));
    return { state: wanted ? ("wanted" as const) : ("stopped" as const), address: link.address };
  },
});

export const commentQueries = [beforeChoosingComments, beforeStoppingComments];
