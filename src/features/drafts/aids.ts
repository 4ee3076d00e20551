// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { backWith } from "#platform/http/back.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Press, Pressed, Route, Sheet, Values, Visit } from "#platform/http/route.ts";
import { ask } from "#platform/operations/ask.ts";
import { mutate, rehearse } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import { dropOne, keepDraft } from "./operations.ts";
import { forForm } from "./queries.ts";

type Offered<Seen> = {
  /** The field that phrases go into. */
  text: string;
  /** What is read of the thing when the form has been carried out, before that is undone; and how it is shown. */
  look(tx: Tx, act: Pressed): Promise<Seen>;
  preview(seen: Seen, visit: Visit): Sheet;
};

/**
 * Gives a form about a thing what a writer needs besides sending: a draft that is kept, phrases, and a look at it as it will be
 * read. The page shows `visit.aids` (parts in `pages/aids.tsx`); its operation calls `dropDraft` when it is carried out.
 */
export function withAids<Seen>(route: Route, { text, look, preview: view }: Offered<Seen>): Route {
  const { operation, query } = route;
  if (!operation || !query) throw new Error(`${route.path} is no form about a thing`);
  /** Who may not see the form may not press its buttons either. */
  const guarded =
    (press: Press): Press =>
    async (act) => {
      const { actor, lang } = act.visit;
      await ask(act.world, query, { actor, lang, input: {}, reference: act.params["reference"] });
      return press(act);
    };
  return {
    ...route,
    show: async (world, visit, params) => route.show(world, await aided(world, visit, operation, params), params),
    presses: {
      preview: guarded(async (act) => {
        const { world, visit, values, params } = act;
        const request = { actor: visit.actor, lang: visit.lang, input: values, reference: params["reference"] };
        const seen = await rehearse(world, operation, request, (tx) => look(tx, act));
        return { values, show: (again) => view(seen, again) };
      }),
      edit: guarded(async ({ values }) => ({ values })),
      insert: guarded((act) => insert(act, operation, text)),
      draft: guarded((act) => keepTyped(act, operation)),
      drop: guarded((act) => drop(act, operation)),
    },
  };
}

/** What was typed comes before what was kept. Whom the form is not for gets its own answer, not ours. */
async function aided(world: World, visit: Visit, { name }: Operation, params: Record<string, string>): Promise<Visit> {
  const { actor, lang } = visit;
  const found = await ask(world, forForm, { actor, lang, input: { form: name }, reference: params["reference"] }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return { draft: undefined, phrases: [] };
      throw error;
    },
  );
  const values = Object.keys(visit.values).length === 0 ? (found.draft?.typed ?? {}) : visit.values;
  return { ...visit, values, aids: { draft: found.draft && { at: found.draft.at }, phrases: found.phrases } };
}

async function insert(
  { world, visit: { actor, lang }, values, params, picked }: Pressed,
  { name }: Operation,
  field: string,
): ReturnType<Press> {
  const { phrases } = await ask(world, forForm, { actor, lang, input: { form: name }, reference: params["reference"] });
  const phrase = phrases.find(({ id }) => id === picked);
  const before = String(values[field] ?? "").trimEnd();
  return { values: { ...values, [field]: [before, phrase?.text].filter(Boolean).join("\n\n") } };
}

async function keepTyped(act: Pressed, operation: Operation): ReturnType<Press> {
  const { actor, lang } = act.visit;
  const input = { form: operation.name, typed: typedIn(act.values, operation) };
  await mutate(act.world, keepDraft, {
    actor,
    lang,
    input,
    reference: act.params["reference"],
    key: act.world.ids.uuid(),
    from: act.from,
  }).catch((error: unknown) => {
    // Said at the field that was typed in.
    if (error instanceof Refusal)
      throw invalid(Object.fromEntries(Object.entries(error.fields).map(([name, kind]) => [name.replace(/^typed\./, ""), kind])));
    throw error;
  });
  return { to: goneOn(act, "drafts.keep") };
}

async function drop(act: Pressed, { name }: Operation): ReturnType<Press> {
  const { actor, lang } = act.visit;
  await mutate(act.world, dropOne, {
    actor,
    lang,
    input: { form: name },
    reference: act.params["reference"],
    key: act.world.ids.uuid(),
    from: act.from,
  });
  return { to: goneOn(act, "drafts.drop") };
}

const goneOn = ({ visit, params }: Pressed, done: string): string =>
  visit.back ? backWith(visit.back, { done, about: params["reference"] }) : inLanguage(visit.path, visit.lang);

/** Of what was sent, the fields of the form that something stands in. */
function typedIn(values: Values, { input }: Operation): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === "string" && value !== "" && Object.hasOwn(input.shape, name)) typed[name] = value;
  return typed;
}
