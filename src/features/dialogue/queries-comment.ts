// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone, isOwner } from "#platform/operations/rule.ts";
import { namesFor, roleFor, standsIn, whyNot } from "./comment.ts";
import { mustTalk } from "./operations-comment.ts";
import { comment, talkable, type OneComment, type Talked } from "./store-comment.ts";
import { talkOf } from "./store-talk.ts";

/** The conversation under a thing, 50 threads at a time, the oldest first; each with all that was answered. */
export const comments = query({
  name: "dialogue.comments",
  input: z.object({ after: z.coerce.number().int().min(0).max(999_999).optional() }),
  on: talkable,
  may: anyone,
  api: "GET /things/:reference/comments",
  async run({ db, on, input, actor, kinds }) {
    mustTalk(on, kinds);
    const { conversation, supports } = await talkOf(db, { thing: on, person: personOf(actor)?.id, after: input.after });
    return { thing: { reference: on.reference, title: on.title, kind: on.kind }, supports, after: input.after, ...conversation };
  },
});

/** As whom somebody would write here. */
const voice = (actor: Actor, thing: Talked) => ({
  name: personOf(actor)?.name,
  names: namesFor(actor),
  role: roleFor(actor, thing.area)?.role,
});

export const beforeCommenting = query({
  name: "dialogue.before-commenting",
  input: z.object({}),
  on: talkable,
  may: anyone,
  api: false,
  async run({ db, on, actor, kinds }) {
    mustTalk(on, kinds);
    const mode = (await kinds.get(on.kind)?.talk?.comments(db, on.id)) ?? "weigh";
    return { thing: on, mode, stands: standsIn(mode), ...voice(actor, on) };
  },
});

/** What the forms about one comment show of it. */
const shownOf = ({ ownerPerson: _, thing, ...one }: OneComment) => ({ ...one, thing });

export const beforeReplying = query({
  name: "dialogue.before-replying",
  input: z.object({}),
  on: comment,
  may: anyone,
  api: false,
  run: async ({ on, actor }) => ({ ...voice(actor, on.thing), thing: on.thing, to: shownOf(on), not: whyNot("reply", on) }),
});

export const beforeCorrecting = query({
  name: "dialogue.before-correcting",
  input: z.object({}),
  on: comment,
  may: isOwner,
  api: false,
  run: async ({ on }) => ({ thing: on.thing, one: shownOf(on), not: whyNot("correct", on), gone: whyNot("take-back", on) }),
});

export const commentQueries = [comments, beforeCommenting, beforeReplying, beforeCorrecting];
