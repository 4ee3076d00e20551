// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { idOf, loggedIn } from "#platform/operations/rule.ts";
import { NoThanks, whoSaysNo } from "#features/people/index.ts";
import { anyone } from "./rules.ts";
import { sayNoToInvitations, sayYesToInvitations } from "./store-invitations.ts";

/** What the link in an invitation says. */
export const noInvitations = "no-invitations";

/** Whether somebody wants to be asked to join in. */
export const chooseInvitations = operation({
  name: "upcoming.choose-invitations",
  input: z.object({ invitations: z.enum(["yes", "no"]) }),
  may: loggedIn,
  audit: "invitations.chosen",
  api: "POST /me/invitations",
  moves: [],
  async run({ tx, actor, input, now, note }) {
    const person = idOf(actor);
    if (input.invitations === "yes") await sayYesToInvitations(tx, person);
    else await sayNoToInvitations(tx, person, now);
    note(person, { invitations: input.invitations === "yes" });
    return { invitations: input.invitations };
  },
});

/** "No thanks" from the invitation itself: as often as it is pressed, without logging in. */
export const stopInvitations = operation({
  name: "upcoming.stop-invitations",
  input: NoThanks,
  may: anyone,
  audit: "invitations.chosen",
  api: false,
  moves: [],
  async run({ tx, input, now, note }) {
    const { person } = await whoSaysNo(tx, { token: input.token, purpose: noInvitations, now });
    if (person === null) throw new Refusal(409, "link-gone");
    await sayNoToInvitations(tx, person, now);
    note(person, { invitations: false });
    return {};
  },
});
