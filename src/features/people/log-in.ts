// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { startSession } from "#platform/auth/session.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { email, optionalText, text } from "#platform/forms/fields.ts";
import { operation, type Answer, type Derive, type Revealed } from "#platform/operations/operation.ts";
import { anyone, onlySystem } from "#platform/operations/rule.ts";
import { invalid, notFound } from "#platform/operations/refusal.ts";
import type { Ids } from "#platform/clock/ids.ts";
import type { Tx } from "#platform/db/connect.ts";
import { demoPerson } from "./demo-store.ts";
import { hashOfBrowser, hashOfCode, hasCode, judge, logInMinutes, nameFromMailbox, sixDigits } from "./link.ts";
import { insertLink } from "./link-store.ts";
import { countAttempt, linksOfBrowser, logInLink, useUp, type FoundLink } from "./log-in-store.ts";
import { changeSetting } from "#platform/settings/change.ts";
import { roleSetting } from "./settings.ts";
import { heldRole } from "./store-staff.ts";
import { confirmMailbox, isWelcome, mailboxOf, personOfMailbox } from "./store.ts";

type Coming = { tx: Tx; now: Date; ids: Ids; secret: Derive; note(thing: string): void };

// A wrong code is an answer, not a refusal: a refusal would undo the attempt it is counted as.
const no = (why: "gone" | "code" | "closed"): Answer => ({ ok: false, why });
const session = (answer: Answer, secret: Derive): Revealed => (answer["ok"] === true ? { session: secret("session") } : {});

/** The six digits, typed in the browser that asked. */
export const logInWithCode = operation({
  name: "people.log-in-with-code",
  input: z.object({ code: text({ max: 20 }) }),
  may: anyone,
  audit: "log-in.tried-code",
  api: false,
  moves: [],
  reveal: session,
  async run({ actor, input, ...coming }) {
    const { tx, now } = coming;
    const links = await linksOfBrowser(tx, hashOfBrowser(actor.browser), now);
    const right = links.find((link) => hasCode(link, input.code));
    if (right) return letIn(coming, right, undefined);
    if (links.length === 0) return no("gone");
    await countAttempt(
      tx,
      links.map((link) => link.id),
    );
    return no("code");
  },
});

/** The button on the mailed link's page; in another browser than the one that asked it takes the six digits too. */
export const logInWithLink = operation({
  name: "people.log-in-with-link",
  input: z.object({ token: z.string().max(120), code: optionalText({ max: 20 }), name: optionalText({ max: 120 }) }),
  may: anyone,
  audit: "log-in.tried-link",
  api: false,
  moves: [],
  reveal: session,
  async run({ actor, input, ...coming }) {
    const { tx, now } = coming;
    const link = await logInLink(tx, input.token, { lock: true });
    const verdict = link ? judge(link, { browser: actor.browser, code: input.code, now }) : "gone";
    if (!link || verdict === "gone") return no("gone");
    if (verdict === "code-needed") throw invalid({ code: "required" });
    if (verdict === "code-wrong") {
      await countAttempt(tx, [link.id]);
      return no("code");
    }
    const mailbox = await mailboxOf(tx, link.mailbox);
    if (mailbox?.person === null && input.name === undefined) throw invalid({ name: "required" });
    return letIn(coming, link, input.name);
  },
});

/** Uses the link up, makes the person where the mailbox was nobody's, and starts a session whose token a repeat finds again. */
async function letIn({ tx, now, ids, secret, note }: Coming, link: FoundLink, name: string | undefined): Promise<Answer> {
  await useUp(tx, link.id, now);
  const before = await mailboxOf(tx, link.mailbox);
  const person = await confirmMailbox(tx, link.mailbox, name, { ids, now });
  note(person);
  if (!(await isWelcome(tx, person))) return no("closed");
  await startSession(tx, { person, token: secret("session"), now });
  return { ok: true, nameless: before?.person === null && name === undefined };
}

/** Steps into one of the invented people. In a world that is no demo there is nobody to step into. */
export const stepInto = operation({
  name: "people.step-into",
  input: z.object({ who: z.string().max(40) }),
  may: anyone,
  audit: "log-in.stepped-into",
  api: false,
  moves: [],
  reveal: session,
  async run({ tx, input, now, secret, note }) {
    const person = await demoPerson(tx, input.who);
    if (!person) throw notFound();
    note(person.id);
    await startSession(tx, { person: person.id, token: secret("session"), now });
    return { ok: true };
  },
});

/**
 * Makes somebody one of the secretariat from today: who sets the rest up. Shows a log-in link and its code once
 * ("token code"); the mailbox counts as confirmed, since whoever runs the server says so.
 */
export const inviteSecretariat = operation({
  name: "people.invite-secretariat",
  input: z.object({ email: email(), name: optionalText({ max: 120 }) }),
  may: onlySystem,
  audit: "role.given-to-secretariat",
  api: false,
  moves: roleSetting.moves,
  settings: "when-needed",
  reveal: (_answer, secret) => ({ receipt: `${secret("link")} ${codeOf(secret)}` }),
  async run({ tx, input, now, ids, lang, secret, note, changed, tell }) {
    const name = input.name ?? nameFromMailbox(input.email);
    const person = await personOfMailbox(tx, { address: input.email, name, lang }, { ids, now });
    const role = { role: "secretariat", committee: null, fromDay: localDayOf(now) } as const;
    if (!(await heldRole(tx, { ...role, person: person.id, from: role.fromDay })))
      await changeSetting({ tx, now, ids, changed, tell }, roleSetting, {
        key: ids.uuid(),
        next: { person: person.id, ...role, untilDay: null },
      });
    const id = ids.uuid();
    await insertLink(tx, {
      id,
      token: secret("link"),
      mailbox: person.mailbox,
      purpose: "log-in",
      now,
      expiresAt: new Date(now.getTime() + logInMinutes * 60_000),
      browserHash: hashOfBrowser(secret("no browser asked")),
      codeHash: hashOfCode(id, codeOf(secret)),
    });
    note(person.id);
    return {};
  },
});

const codeOf = (secret: Derive): string => sixDigits(Buffer.from(secret("code"), "base64url"));
