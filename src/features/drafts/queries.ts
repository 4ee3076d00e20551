// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { areasOf as areasKept } from "#platform/auth/actor.ts";
import { query } from "#platform/operations/operation.ts";
import { loggedIn } from "#platform/operations/rule.ts";
import { areasOf } from "#features/places/index.ts";
import { whoWorks } from "./operations.ts";
import { aidsFor, draftable, phrase, phrasesOf } from "./store.ts";

/** What a form about a thing is opened with: the asker's own draft, and phrases to put in. */
export const forForm = query({
  name: "drafts.for-form",
  input: z.object({ form: z.string().max(80) }),
  on: draftable,
  may: loggedIn,
  api: false,
  run: ({ db, actor, on, input }) => aidsFor(db, actor, { form: input.form, thing: on.id }),
});

/** One's own phrases and those of one's areas. */
export const phrases = query({
  name: "drafts.phrases",
  input: z.object({}),
  may: whoWorks,
  api: "GET /me/phrases",
  async run({ db, actor }) {
    const kept = new Set(areasKept(actor));
    const [all, areas] = await Promise.all([phrasesOf(db, actor), areasOf(db)]);
    return {
      phrases: all,
      areas: areas.filter(({ id }) => kept.has(id)).map(({ slug, name, nameEn }) => ({ slug, name, nameEn })),
    };
  },
});

export const beforeRemoving = query({
  name: "drafts.before-removing",
  input: z.object({}),
  on: phrase,
  may: whoWorks,
  api: false,
  run: async ({ on }) => on,
});
