// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { happening, type Happening } from "#platform/operations/happening.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { notFound } from "#platform/operations/refusal.ts";
import { onlySystem } from "#platform/operations/rule.ts";
import { isFinal, whyNot } from "./idea.ts";
import { idea, type Idea } from "./store.ts";
import { addAnswer } from "./store-write.ts";
import { texts } from "./texts.ts";

/** What whoever asked a question says became of an idea that answered it: the event "answer.weighed", about the idea. */
export const weighedData = z.object({
  fate: z.enum(["taken-up", "partly", "not"]),
  because: z.string(),
  possibleIf: z.string().nullable(),
  /** What the question was about, and the area that answers for it. */
  asked: z.uuid(),
  area: z.uuid(),
});

/**
 * The fate of an idea that answered a question is its final answer: nobody waits for two. An idea that has its final answer already
 * keeps it; its author and followers hear the fate as news.
 */
export const hearFate = operation({
  name: "ideas.hear-fate",
  input: z.object({ event: z.int() }),
  on: idea,
  may: onlySystem,
  audit: "idea.fate-heard",
  api: false,
  moves: ["idea"],
  async run(act) {
    const { tx, input, on, tell, note } = act;
    const event = await happening(tx, input.event);
    if (event?.name !== "answer.weighed" || event.thing !== on.id || event.by === null) throw notFound();
    const open = whyNot("answer", on) === undefined;
    if (open) await answerWith(act, event, event.by);
    else if (isFinal(on.standing) && !on.withdrawn) tell({ name: "ideas.weighed", thing: on.id, data: event.data });
    note(on.id, { answered: open });
    return { reference: on.reference, answered: open };
  },
});

async function answerWith({ tx, on, now, ids, tell }: Act<unknown, Idea>, { data }: Happening, person: string): Promise<void> {
  const { fate, because, possibleIf, asked, area } = weighedData.parse(data);
  const id = ids.uuid();
  const takenUp = fate !== "not";
  await addAnswer(tx, {
    id,
    idea: on.id,
    status: takenUp ? "part-of" : "not-possible",
    reason: because,
    possibleIf: takenUp ? undefined : (possibleIf ?? because),
    nextStep: takenUp ? undefined : texts("da")("fate.next-step", { title: await titleOf(tx, asked) }),
    newDay: undefined,
    ordinal: on.postponed + 1,
    partOf: takenUp ? asked : undefined,
    area,
    person,
    now,
  });
  tell({ name: "ideas.answered", thing: on.id, data: { answer: id, status: takenUp ? "part-of" : "not-possible" } });
}

const titleOf = async (tx: Act<unknown, unknown>["tx"], thing: string): Promise<string> =>
  (await tx.selectFrom("platform.search_document").select("title").where("thing", "=", thing).executeTakeFirst())?.title ?? "";
