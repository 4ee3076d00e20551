// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { optionalEmail, tick } from "#platform/forms/fields.ts";
import type { Kinds } from "#platform/feature.ts";
import { operation, type Finder } from "#platform/operations/operation.ts";
import { forbidden, invalid, notFound, Refusal, switchedOff } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { confirmMailbox, ensureMailbox, NoThanks, useLink, whoSaysNo } from "#features/people/index.ts";
import { followable, publicOne, publicThing, tie, untie, type Followed } from "./store.ts";
import { purposes, type Tie } from "./tie.ts";

type Naming = {
  on: Finder<Followed>;
  start: `${string}.${string}`;
  stop: `${string}.${string}`;
  confirm: `${string}.${string}`;
  stopFromMail: `${string}.${string}`;
  started: string;
  stopped: string;
  api: { start: `POST /${string}`; stop: `POST /${string}` };
};

/** What is supported can be supported; following is for everything. */
export function mustAllow(what: Tie, { kind }: Followed, kinds: Kinds): void {
  if (!kinds.has(kind)) throw switchedOff();
  if (what === "support" && kinds.get(kind)?.talk?.support !== true) throw notFound();
}

const token = z.object({ token: z.string().max(120) });
/** Who supports may also follow in the same press. */
const also = { follow: tick() };

/** The four things that can be done with a tie. */
function doorsOf(what: Tie, name: Naming) {
  const moves = [what, "follow"];

  /**
   * Logged in: at once. Without an account: the mailbox is asked for its yes; known and unknown mailboxes meet the same
   * statements, the same job and the same answer.
   */
  const start = operation({
    name: name.start,
    input: z.object({ email: optionalEmail(), ...also }),
    on: name.on,
    may: anyone,
    audit: name.started,
    api: name.api.start,
    moves,
    budget: { what, most: 60, seconds: 60 * 60 },
    async run({ tx, actor, on, input, now, ids, lang, kinds, later, note }) {
      mustAllow(what, on, kinds);
      note(on.id);
      const person = personOf(actor);
      if (person) {
        await tie(tx, what, { thing: on.id, person: person.id, now });
        if (input.follow) await tie(tx, "follow", { thing: on.id, person: person.id, now });
        return { state: "done" };
      }
      if (input.email === undefined) throw invalid({ email: "required" });
      const mailbox = await ensureMailbox(tx, input.email, lang, { ids, now });
      const payload = { link: ids.uuid(), mailbox, thing: on.id, lang, asked: now.toISOString(), tie: what };
      later({ job: "dialogue.mail-follow-link", payload });
      return { state: "mailed" };
    },
  });

  const stop = operation({
    name: name.stop,
    input: z.object({}),
    on: name.on,
    may: loggedIn,
    audit: name.stopped,
    api: name.api.stop,
    moves,
    async run({ tx, actor, on, kinds, note }) {
      mustAllow(what, on, kinds);
      const person = personOf(actor);
      if (!person) throw forbidden();
      await untie(tx, what, { thing: on.id, person: person.id });
      note(on.id);
      return {};
    },
  });

  /** The yes of a mailbox that asked. It logs nobody in. */
  const confirm = operation({
    name: name.confirm,
    input: token.extend(also),
    may: anyone,
    audit: name.started,
    api: false,
    moves,
    async run({ tx, input, now, ids, kinds, note }) {
      const link = await useLink(tx, { token: input.token, purpose: purposes[what].yes, now });
      const thing = link?.thing ? await publicThing(tx, link.thing) : undefined;
      if (!link || !thing) throw new Refusal(409, "link-gone");
      mustAllow(what, thing, kinds);
      const person = await confirmMailbox(tx, link.mailbox, undefined, { ids, now });
      await tie(tx, what, { thing: thing.id, person, now });
      if (input.follow) await tie(tx, "follow", { thing: thing.id, person, now });
      note(thing.id);
      return {};
    },
  });

  /** Taken back from a mail: the link works as long as the mail may lie there, and as often as it is pressed. */
  const stopFromMail = operation({
    name: name.stopFromMail,
    input: NoThanks,
    may: anyone,
    audit: name.stopped,
    api: false,
    moves,
    async run({ tx, input, now, note }) {
      const { thing, person } = await whoSaysNo(tx, { token: input.token, purpose: purposes[what].no, now });
      if (thing === null) throw new Refusal(409, "link-gone");
      if (person !== null) await untie(tx, what, { thing, person });
      note(thing);
      return {};
    },
  });

  return { start, stop, confirm, stopFromMail };
}

export const tieDoors = {
  follow: doorsOf("follow", {
    on: followable,
    start: "dialogue.follow",
    stop: "dialogue.stop-following",
    confirm: "dialogue.confirm-following",
    stopFromMail: "dialogue.stop-from-mail",
    started: "thing.followed",
    stopped: "thing.followed-no-longer",
    api: { start: "POST /things/:reference/follow", stop: "POST /things/:reference/stop-following" },
  }),
  support: doorsOf("support", {
    on: publicOne,
    start: "dialogue.support",
    stop: "dialogue.take-back-support",
    confirm: "dialogue.confirm-support",
    stopFromMail: "dialogue.take-back-support-from-mail",
    started: "thing.supported",
    stopped: "thing.supported-no-longer",
    api: { start: "POST /things/:reference/support", stop: "POST /things/:reference/take-back-support" },
  }),
};
