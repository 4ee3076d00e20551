// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { choice, optionalEmail } from "#platform/forms/fields.ts";
import { operation } from "#platform/operations/operation.ts";
import { forbidden, invalid, notFound, Refusal } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { confirmMailbox, ensureMailbox, NoThanks, useLink, whoSaysNo } from "#features/people/index.ts";
import { allAbouts, type About } from "./about.ts";
import { isEvery, type Every } from "./digest.ts";
import { commentOperations } from "./operations-comments.ts";
import { subscribe, unsubscribe, unsubscribeAll } from "./store.ts";

/** One of a list: looked up there. */
export const about = () => choice(120);
export const every = () => z.string().max(10).refine(isEvery);
export const token = () => z.string().max(120);

async function find(db: Db | Tx, key: string | undefined): Promise<About | undefined> {
  return (await allAbouts(db, "da")).find((one) => one.key === key);
}

/** Asks to be told. Logged in: from now on. Without an account the mailbox is asked for its yes; known and unknown ones meet the same. */
export const startTelling = operation({
  name: "newsletter.subscribe",
  input: z.object({ about: about(), every: every(), email: optionalEmail() }),
  may: anyone,
  audit: "newsletter.subscribed",
  api: "POST /subscriptions",
  moves: [],
  budget: { what: "newsletter.subscribe", most: 30, seconds: 60 * 60 },
  async run({ tx, actor, input, now, ids, lang, later }) {
    const wanted = await find(tx, input.about);
    if (!wanted) throw invalid({ about: input.about === undefined ? "required" : "unknown" });
    const person = personOf(actor);
    if (person) {
      await subscribe(tx, { person: person.id, every: everyOf(input.every), target: wanted.target, ids, now });
      return { state: "following" };
    }
    if (input.email === undefined) throw invalid({ email: "required" });
    const mailbox = await ensureMailbox(tx, input.email, lang, { ids, now });
    const payload = { link: ids.uuid(), mailbox, about: wanted.key, every: input.every, lang, asked: now.toISOString() };
    later({ job: "newsletter.mail-link", payload });
    return { state: "mailed" };
  },
});

const everyOf = (value: string): Every => (value === "day" ? "day" : "week");

/** The yes of a mailbox. What is followed stands in the link; it logs nobody in. */
export const confirm = operation({
  name: "newsletter.confirm",
  input: z.object({ token: token(), about: about(), every: every() }),
  may: anyone,
  audit: "newsletter.subscribed",
  api: false,
  moves: [],
  async run({ tx, input, now, ids }) {
    const wanted = await find(tx, input.about);
    const link = await useLink(tx, { token: input.token, purpose: "news", now });
    if (!link || !wanted) throw new Refusal(409, "link-gone");
    const person = await confirmMailbox(tx, link.mailbox, undefined, { ids, now });
    await subscribe(tx, { person, every: everyOf(input.every), target: wanted.target, ids, now });
    return {};
  },
});

/** No more of one of them. */
export const stop = operation({
  name: "newsletter.stop",
  input: z.object({ about: about() }),
  may: loggedIn,
  audit: "newsletter.unsubscribed",
  api: "POST /subscriptions/stop",
  moves: [],
  async run({ tx, actor, input }) {
    const person = personOf(actor);
    const wanted = await find(tx, input.about);
    if (!person) throw forbidden();
    if (!wanted) throw notFound();
    await unsubscribe(tx, person.id, wanted.target);
    return {};
  },
});

/** "No thanks" from a digest: no more of any. The link works as long as the mail may lie there, and as often as it is pressed. */
export const stopFromMail = operation({
  name: "newsletter.stop-from-mail",
  input: NoThanks,
  may: anyone,
  audit: "newsletter.unsubscribed",
  api: false,
  moves: [],
  async run({ tx, input, now }) {
    const { person } = await whoSaysNo(tx, { token: input.token, purpose: "no-news", now });
    if (person !== null) await unsubscribeAll(tx, person);
    return {};
  },
});

export const operations = [startTelling, confirm, stop, stopFromMail, ...commentOperations];
