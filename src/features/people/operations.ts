// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Budget } from "#platform/auth/budget.ts";
import { endAllSessions } from "#platform/auth/session.ts";
import { personOf } from "#platform/auth/actor.ts";
import { email, text } from "#platform/forms/fields.ts";
import { ownPath } from "#platform/http/back.ts";
import { operation } from "#platform/operations/operation.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { forbidden } from "#platform/operations/refusal.ts";
import { hashOfBrowser } from "./link.ts";
import { ensureMailbox, rename } from "./store.ts";

/** One household's address may ask so often; what one mailbox gets is held apart, by the job. */
export const asking: Budget = { what: "ask-to-log-in", most: 30, seconds: 60 * 60 };

/**
 * Asks for the log-in mail. Known and unknown mailboxes, and those that had enough mails today, meet the same statements,
 * the same job and the same answer.
 */
export const askToLogIn = operation({
  name: "people.ask-to-log-in",
  input: z.object({ email: email(), back: z.string().max(300).optional() }),
  may: anyone,
  audit: "log-in.asked-for",
  api: false,
  moves: [],
  budget: asking,
  async run({ tx, actor, input, now, ids, lang, later }) {
    const mailbox = await ensureMailbox(tx, input.email, lang, { ids, now });
    later({
      job: "people.mail-log-in-link",
      payload: {
        link: ids.uuid(),
        mailbox,
        browser: hashOfBrowser(actor.browser).toString("hex"),
        lang,
        asked: now.toISOString(),
        back: ownPath(input.back),
      },
    });
    return {};
  },
});

/** Ends every session of the person: on a borrowed computer as on the one forgotten at the library. */
export const logOut = operation({
  name: "people.log-out",
  input: z.object({}),
  may: loggedIn,
  audit: "log-in.ended",
  api: false,
  moves: [],
  reveal: () => ({ session: "" }),
  async run({ tx, actor, now, note }) {
    const person = personOf(actor);
    if (!person) throw forbidden();
    await endAllSessions(tx, person.id, now);
    note(person.id);
    return {};
  },
});

/** What I want to be called. */
export const chooseName = operation({
  name: "people.choose-name",
  input: z.object({ name: text({ max: 120 }) }),
  may: loggedIn,
  audit: "person.named",
  api: "POST /me/name",
  moves: ["person"],
  async run({ tx, actor, input, note }) {
    const person = personOf(actor);
    if (!person) throw forbidden();
    await rename(tx, person.id, input.name);
    note(person.id);
    return {};
  },
});
