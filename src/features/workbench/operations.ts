// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { operation } from "#platform/operations/operation.ts";
import { forbidden, Refusal } from "#platform/operations/refusal.ts";
import { anyone } from "#platform/operations/rule.ts";
import { NoThanks, whoSaysNo } from "#features/people/index.ts";
import { whoWorks } from "./queries.ts";
import { sayNoToMornings, sayYesToMornings } from "./store.ts";

/** Whether somebody wants the mail of each working morning. */
export const chooseMornings = operation({
  name: "workbench.choose-mornings",
  input: z.object({ mornings: z.enum(["yes", "no"]) }),
  may: whoWorks,
  audit: "mornings.chosen",
  api: "POST /me/mornings",
  moves: [],
  async run({ tx, actor, input, now, note }) {
    const person = personOf(actor)?.id;
    if (person === undefined) throw forbidden();
    if (input.mornings === "yes") await sayYesToMornings(tx, person);
    else await sayNoToMornings(tx, person, now);
    note(person, { mornings: input.mornings === "yes" });
    return { mornings: input.mornings };
  },
});

/** "No thanks" from the mail itself: as often as it is pressed, without logging in. */
export const stopMornings = operation({
  name: "workbench.stop-mornings",
  input: NoThanks,
  may: anyone,
  audit: "mornings.chosen",
  api: false,
  moves: [],
  async run({ tx, input, now, note }) {
    const { person } = await whoSaysNo(tx, { token: input.token, purpose: "no-mornings", now });
    if (person === null) throw new Refusal(409, "link-gone");
    await sayNoToMornings(tx, person, now);
    note(person, { mornings: false });
    return {};
  },
});
