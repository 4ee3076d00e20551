// SPDX-License-Identifier: EUPL-1.2
import { addLink } from "#platform/links/index.ts";
import { operation } from "#platform/operations/operation.ts";
import { loggedIn } from "#platform/operations/rule.ts";
import { NewVariant } from "./input.ts";
import { sendIdea } from "./send-idea.ts";
import { must } from "./steps.ts";
import { idea } from "./store.ts";

/** Somebody makes their own version of an idea: a new one with its own author, area and days, tied to the one it builds on. */
export const fork = operation({
  name: "ideas.fork",
  input: NewVariant,
  on: idea,
  may: loggedIn,
  audit: "idea.forked",
  api: "POST /ideas/:reference/variants",
  moves: ["idea"],
  budget: { what: "ideas.submit", most: 10, seconds: 60 * 60 },
  async run(act) {
    const { tx, on, now, tell, input } = act;
    must("fork", on);
    return sendIdea({ ...act, input: { ...input, email: undefined, about: undefined } }, async (id) => {
      await addLink(tx, { from: id, to: on.id, relation: "variant-of", now });
      tell({ name: "ideas.forked", thing: on.id, data: { variant: id } });
    });
  },
});
