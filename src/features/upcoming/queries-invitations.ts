// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { query } from "#platform/operations/operation.ts";
import { idOf, loggedIn } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { Nothing } from "./input.ts";
import { noInvitations } from "./operations-invitations.ts";
import { anyone } from "./rules.ts";
import { wantsInvitations } from "./store-invitations.ts";

export const beforeChoosingInvitations = query({
  name: "upcoming.before-choosing-invitations",
  input: Nothing,
  may: loggedIn,
  api: false,
  run: async ({ db, actor }) => ({ invitations: await wantsInvitations(db, idOf(actor)) }),
});

/** What the "no thanks" of an invitation is about. Nothing changes. */
export const beforeStoppingInvitations = query({
  name: "upcoming.before-stopping-invitations",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, input, now }) {
    const link = await peekLink(db, { token: input.token, purpose: noInvitations, now });
    if (!link?.person || link.state !== "open") return { state: "gone" as const };
    return { state: (await wantsInvitations(db, link.person)) ? ("asked" as const) : ("stopped" as const), address: link.address };
  },
});
