// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { spend } from "#platform/auth/budget.ts";
import type { Kinds } from "#platform/feature.ts";
import { choice, text } from "#platform/forms/fields.ts";
import { operation, type Act } from "#platform/operations/operation.ts";
import { forbidden, invalid, notFound, Refusal, switchedOff } from "#platform/operations/refusal.ts";
import { isOwner, loggedIn } from "#platform/operations/rule.ts";
import {
  hearsAtOnce,
  names,
  namesFor,
  roleFor,
  shownName,
  stands,
  standsIn,
  whyNot,
  type NameChoice,
  type Stand,
  type Step,
} from "./comment.ts";
import { isHarsh } from "./harsh.ts";
import { paths } from "./paths.ts";
import { follow } from "./store.ts";
import {
  addComment,
  comment,
  commentByNumber,
  correct,
  referenceOf,
  takeBack,
  talkable,
  type OneComment,
  type Talked,
} from "./store-comment.ts";
import { threadsOnPage } from "./store-talk.ts";

/** Comments of one person in an hour. */
const mine = { what: "dialogue.comment", most: 20, seconds: 60 * 60 };

const words = { text: text({ max: 2000 }), asItIs: z.literal("yes").optional() };
const name = { name: z.enum(names).default("own") };

/** Its kind can be talked about. */
export function mustTalk({ kind }: Talked, kinds: Kinds): void {
  if (!kinds.has(kind)) throw switchedOff();
  if (!kinds.get(kind)?.talk) throw notFound();
}

/** Shown back once; who sends it as it is, is heard. */
function gently({ text: said, asItIs }: { text: string; asItIs?: "yes" | undefined }): void {
  if (asItIs === undefined && isHarsh(said)) throw new Refusal(422, "harsh");
}

/** The page on which a comment surely stands: that of its thing holds the first threads. */
export function placeOf(
  { kinds, lang }: Pick<Saying, "kinds" | "lang">,
  thing: Talked,
  { number, replyTo }: { number: number; replyTo: number | null },
) {
  const thread = replyTo ?? number;
  const page =
    thread <= threadsOnPage
      ? (kinds.get(thing.kind)?.page(lang, thing) ?? paths.conversation(lang, thing))
      : `${paths.conversation(lang, thing)}?after=${thread - 1}`;
  return { number, page };
}

function must(step: Step, on: OneComment): void {
  const code = whyNot(step, on);
  if (code !== undefined) throw new Refusal(409, code);
}

type Saying = Pick<Act<unknown, unknown>, "tx" | "actor" | "now" | "kinds" | "lang" | "tell" | "note"> & {
  thing: Talked;
  /** What it answers: the comment at the top of its thread. */
  answers: OneComment | undefined;
  stand: Stand | undefined;
  input: { text: string; name: NameChoice; asItIs?: "yes" | undefined };
};

/** Writes it down, with the part its author speaks in, and lets the author hear of the thing from now on. */
async function say({ tx, actor, now, kinds, lang, tell, note, thing, answers, stand, input }: Saying) {
  mustTalk(thing, kinds);
  const person = personOf(actor);
  if (!person) throw forbidden();
  if (!namesFor(actor).includes(input.name)) throw invalid({ name: "role" });
  gently(input);
  await spend(tx, person.id, mine, now);
  const spoken = roleFor(actor, thing.area);
  const number = await addComment(tx, {
    thing: thing.id,
    replyTo: answers?.number,
    person: person.id,
    shownName: shownName(input.name, person.name),
    spoken,
    stand,
    text: input.text,
    now,
  });
  await follow(tx, { thing: thing.id, person: person.id, now });
  // The event says what is told at once, so that the daily mail leaves it out, whatever becomes of the question until then.
  const atOnce = answers && hearsAtOnce(answers, { role: spoken?.role, person: person.id });
  tell({ name: "dialogue.commented", thing: thing.id, data: { number, ...(atOnce ? { toldTo: answers.number } : {}) } });
  note(thing.id, { number });
  return {
    reference: thing.reference,
    comment: referenceOf(thing, number),
    ...placeOf({ kinds, lang }, thing, { number, replyTo: answers?.number ?? null }),
  };
}

/** Says something under a thing: for, against, a question, or just so. */
export const writeComment = operation({
  name: "dialogue.comment",
  input: z.object({ ...words, ...name, stand: choice(20) }),
  on: talkable,
  may: loggedIn,
  audit: "comment.written",
  api: "POST /things/:reference/comments",
  moves: ["comment", "follow"],
  async run({ on, input, ...act }) {
    const mode = (await act.kinds.get(on.kind)?.talk?.comments(act.tx, on.id)) ?? "weigh";
    const stand = stands.find((one) => one === input.stand);
    if (input.stand !== undefined && (stand === undefined || !standsIn(mode).includes(stand))) throw invalid({ stand: "not-here" });
    return say({ ...act, input, thing: on, answers: undefined, stand });
  },
});

/** Answers a comment. Who answers an answer stands beside it: there are two levels. */
export const reply = operation({
  name: "dialogue.reply",
  input: z.object({ ...words, ...name }),
  on: comment,
  may: loggedIn,
  audit: "comment.written",
  api: "POST /comments/:reference/replies",
  moves: ["comment", "follow"],
  async run({ on, input, ...act }) {
    must("reply", on);
    const answers = on.replyTo === null ? on : await commentByNumber(act.tx, on.thing.id, on.replyTo);
    return say({ ...act, input, thing: on.thing, answers, stand: undefined });
  },
});

/** Mends one's own words, as long as nobody has answered them. */
export const correctComment = operation({
  name: "dialogue.correct-comment",
  input: z.object(words),
  on: comment,
  may: isOwner,
  audit: "comment.corrected",
  api: "POST /comments/:reference/correction",
  moves: ["comment"],
  async run({ tx, actor, on, input, now, kinds, lang, note }) {
    must("correct", on);
    gently(input);
    await spend(tx, personOf(actor)?.id ?? "", mine, now);
    if (input.text !== on.text) await correct(tx, { thing: on.thing.id, number: on.number, text: input.text, now });
    note(on.thing.id, { number: on.number });
    return { reference: on.thing.reference, ...placeOf({ kinds, lang }, on.thing, on) };
  },
});

/** Takes one's own words back. What others answered stays. */
export const takeBackComment = operation({
  name: "dialogue.take-back-comment",
  input: z.object({}),
  on: comment,
  may: isOwner,
  audit: "comment.taken-back",
  api: "POST /comments/:reference/withdrawal",
  moves: ["comment"],
  async run({ tx, on, now, kinds, lang, note }) {
    must("take-back", on);
    await takeBack(tx, { thing: on.thing.id, number: on.number, now });
    note(on.thing.id, { number: on.number });
    return { reference: on.thing.reference, ...placeOf({ kinds, lang }, on.thing, on) };
  },
});

export const commentDoors = [writeComment, reply, correctComment, takeBackComment];
