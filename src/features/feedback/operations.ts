// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Occasion } from "#platform/feature.ts";
import { operation, type Act, type Operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { anyone, loggedIn, onlySystem } from "#platform/operations/rule.ts";
import { peekLink } from "#features/people/index.ts";
import { answerFields } from "./give.ts";
import { addAnswer, addRequest, askedAbout, mustBeOn, requestOf, type Request } from "./store.ts";

/** Asks whom an occasion names, each once; done again it asks nobody twice. */
export const askAfter = (occasions: Occasion[]): Operation =>
  operation({
    name: "feedback.ask",
    input: z.object({ event: z.number().int().positive() }),
    may: onlySystem,
    audit: "feedback.asked-for",
    api: false,
    moves: [],
    async run({ tx, input, now, ids, note }) {
      const event = await tx
        .selectFrom("platform.event")
        .select(["name", "thing", "data"])
        .where("id", "=", input.event)
        .executeTakeFirst();
      const occasion = occasions.find((one) => one.event === event?.name);
      if (!event?.thing || !occasion) return { asked: 0 };
      const data = event.data !== null && typeof event.data === "object" && !Array.isArray(event.data) ? event.data : {};
      let asked = 0;
      for (const { person, area } of await occasion.whom(tx, { thing: event.thing, data }))
        if (await addRequest(tx, { id: ids.uuid(), occasion: event.name, thing: event.thing, person, area, now })) asked += 1;
      note(event.thing, { asked });
      return { asked };
    },
  });

async function give(
  { tx, now, kinds, note }: Pick<Act<unknown, unknown>, "tx" | "now" | "kinds" | "note">,
  request: Request,
  input: { score: number; line?: string | undefined },
) {
  mustBeOn(request, kinds);
  const first = await addAnswer(tx, { request: request.id, score: input.score, line: input.line, now });
  if (!first) throw new Refusal(409, "already");
  note(request.thing);
  return {};
}

/** How it went, said by who was asked. Others cannot see that they were. */
export const answer = operation({
  name: "feedback.answer",
  input: z.object(answerFields),
  on: askedAbout,
  may: loggedIn,
  audit: "feedback.given",
  api: "POST /things/:reference/feedback",
  moves: ["feedback"],
  run: ({ on, input, ...act }) => give(act, on, input),
});

/** The same from the mail, without logging in: the link is the proof. */
export const answerFromMail = operation({
  name: "feedback.answer-from-mail",
  input: z.object({ ...answerFields, token: z.string().max(120) }),
  may: anyone,
  audit: "feedback.given",
  api: false,
  moves: ["feedback"],
  async run({ input, ...act }) {
    const link = await peekLink(act.tx, { token: input.token, purpose: "feedback", now: act.now });
    const request = link?.state === "open" && link.thing && link.person ? await requestOf(act.tx, link.thing, link.person) : undefined;
    if (!request) throw new Refusal(409, "link-gone");
    return give(act, request, input);
  },
});
