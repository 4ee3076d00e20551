// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { operation } from "#platform/operations/operation.ts";
import { anyone, idOf, loggedIn } from "#platform/operations/rule.ts";
import { NoThanks, whoSaysNo } from "#features/people/index.ts";
import { sayNoToComments, sayYesToComments } from "./store-comments.ts";

/** What the link in a mail about comments says. */
export const noComments = "no-comments";

/** Whether somebody who is logged in wants mails about comments on what they follow. */
export const chooseComments = operation({
  name: "newsletter.choose-comments",
  input: z.object({ comments: z.enum(["yes", "no"]) }),
  may: loggedIn,
  audit: "comment-mails.chosen",
  api: "POST /me/comment-mails",
  moves: [],
  async run({ tx, actor, input, now, note }) {
    const person = idOf(actor);
    if (input.comments === "yes") await sayYesToComments(tx, person, now);
    else await sayNoToComments(tx, person, now);
    note(person, { comments: input.comments === "yes" });
    return { comments: input.comments };
  },
});

/** "No thanks" from such a mail, to all of them: as often as it is pressed, without logging in. What is followed stays followed. */
export const stopCommentsFromMail = operation({
  name: "newsletter.stop-comments-from-mail",
  input: NoThanks,
  may: anyone,
  audit: "comment-mails.chosen",
  api: false,
  moves: [],
  async run({ tx, input, now, note }) {
    const { person } = await whoSaysNo(tx, { token: input.token, purpose: noComments, now });
    if (person === null) return {};
    await sayNoToComments(tx, person, now);
    note(person, { comments: false });
    return {};
  },
});

export const commentOperations = [chooseComments, stopCommentsFromMail];
