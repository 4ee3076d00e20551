// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { idOf, whoWorks } from "./queries.ts";
import { wantsMornings } from "./store.ts";

export const beforeChoosing = query({
  name: "workbench.before-choosing-mornings",
  input: z.object({}),
  may: whoWorks,
  api: false,
  run: async ({ db, actor }) => ({ mornings: await wantsMornings(db, idOf(actor)) }),
});

/** What the "no thanks" of a mail is about. Nothing changes. */
export const beforeStopping = query({
  name: "workbench.before-stopping-mornings",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: "no-mornings", now });
    if (!link?.person || link.state !== "open") return { state: "gone" as const };
    return { state: (await wantsMornings(db, link.person)) ? ("asked" as const) : ("stopped" as const), address: link.address };
  },
});
