// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf, works, type Actor } from "#platform/auth/actor.ts";
import { areasOf } from "#platform/auth/actor.ts";
import { choice, text } from "#platform/forms/fields.ts";
import { operation } from "#platform/operations/operation.ts";
import { forbidden, invalid } from "#platform/operations/refusal.ts";
import { loggedIn, type Rule } from "#platform/operations/rule.ts";
import { areaBySlug } from "#features/places/index.ts";
import { addPhrase, draftable, dropDraft, keep, phrase, removePhrase } from "./store.ts";

/** Name of a form: that of the operation that it sends. */
const form = () =>
  z
    .string()
    .max(80)
    .regex(/^[a-z-]+\.[a-z-]+$/);

/** Checked for length only: a draft may be as half as it is. A CPR number is not kept here either. */
const typed = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), text({ min: 0, max: 6_000 })).refine((all) => Object.keys(all).length <= 30);

/** Keeps what somebody has typed in a form about a thing, in the place of what they kept before. */
export const keepDraft = operation({
  name: "drafts.keep",
  input: z.object({ form: form(), typed }),
  on: draftable,
  may: loggedIn,
  audit: "draft.kept",
  api: false,
  moves: [],
  async run({ tx, actor, on, input, now, note }) {
    await keep(tx, { person: idOf(actor), form: input.form, thing: on.id, typed: input.typed, now });
    note(on.id, { form: input.form });
    return { reference: on.reference };
  },
});

export const dropOne = operation({
  name: "drafts.drop",
  input: z.object({ form: form() }),
  on: draftable,
  may: loggedIn,
  audit: "draft.dropped",
  api: false,
  moves: [],
  async run({ tx, actor, on, input, note }) {
    await dropDraft(tx, { person: idOf(actor), form: input.form, thing: on.id });
    note(on.id, { form: input.form });
    return { reference: on.reference };
  },
});

export const whoWorks: Rule = { name: "contact person, deputy or secretariat", allows: works };

/** A sentence to use again: one's own, or shared with who answers for an area together with one. */
export const newPhrase = operation({
  name: "drafts.add-phrase",
  input: z.object({ title: text({ max: 60 }), text: text({ max: 2_000 }), area: choice(80) }),
  may: whoWorks,
  audit: "phrase.added",
  api: "POST /me/phrases",
  moves: [],
  async run({ tx, actor, input, now, ids, note }) {
    const area = input.area === undefined ? undefined : await areaBySlug(tx, input.area);
    if (input.area !== undefined && (!area || !areasOf(actor).includes(area.id))) throw invalid({ area: "wrong" });
    const id = ids.uuid();
    await addPhrase(tx, { id, area: area?.id, title: input.title, text: input.text, person: idOf(actor), now });
    note(id, { shared: area !== undefined });
    return { phrase: id };
  },
});

export const takeAwayPhrase = operation({
  name: "drafts.remove-phrase",
  input: z.object({}),
  on: phrase,
  may: whoWorks,
  audit: "phrase.removed",
  api: "POST /me/phrases/:reference/remove",
  moves: [],
  async run({ tx, on, note }) {
    await removePhrase(tx, on.id);
    note(on.id);
    return {};
  },
});

function idOf(actor: Actor): string {
  const id = personOf(actor)?.id;
  if (id === undefined) throw forbidden();
  return id;
}
