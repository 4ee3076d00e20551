// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { isLocalDay } from "#platform/clock/local-day.ts";
import { text } from "#platform/forms/fields.ts";
import { addLink } from "#platform/links/index.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid } from "#platform/operations/refusal.ts";
import { onlySystem } from "#platform/operations/rule.ts";
import { follow } from "#features/dialogue/index.ts";
import { areaById, calendarOf } from "#features/places/index.ts";
import { suggestThemes } from "#features/themes/index.ts";
import { deadlinesOf, noLater } from "./deadline.ts";
import { addIdea } from "./store-write.ts";

/**
 * An idea made of another thing whose author agreed to it, as an enquiry is. It has the author's own words and name, and
 * never a later day than was promised before.
 */
export const takeUp = operation({
  name: "ideas.take-up",
  input: z.object({
    from: z.uuid(),
    title: text({ max: 120 }),
    text: text({ max: 6000 }),
    shownName: text({ max: 60 }).optional(),
    author: z.uuid(),
    locality: z.uuid().optional(),
    area: z.uuid(),
    answerBy: z.string().refine(isLocalDay),
  }),
  may: onlySystem,
  audit: "idea.taken-up",
  api: false,
  moves: ["idea"],
  async run({ tx, input, now, ids, lang, tell, note }) {
    const area = await areaById(tx, input.area);
    if (!area) throw invalid({ area: "wrong" });
    const themes = await suggestThemes(tx, `${input.title}\n${input.text}`);
    const id = ids.uuid();
    const reference = await addIdea(tx, {
      id,
      title: input.title,
      text: input.text,
      shownName: input.shownName ?? null,
      onBehalf: null,
      onBehalfKind: null,
      halfDone: false,
      phone: undefined,
      mailbox: undefined,
      claimHash: undefined,
      owner: input.author,
      locality: input.locality,
      area: area.id,
      themes: themes.map((theme) => theme.id),
      now,
      ...noLater(deadlinesOf(now, area, await calendarOf(tx)), input.answerBy),
    });
    await addLink(tx, { from: input.from, to: id, relation: "became", now });
    await follow(tx, { thing: id, person: input.author, now });
    tell({ name: "ideas.submitted", thing: id, data: { lang } });
    tell({ name: "ideas.published", thing: id, data: { how: "confirmed" } });
    note(id, { from: input.from });
    return { reference };
  },
});
