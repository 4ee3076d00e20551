// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { personOf } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { query } from "#platform/operations/operation.ts";
import { forbidden, notFound } from "#platform/operations/refusal.ts";
import { anyone, loggedIn } from "#platform/operations/rule.ts";
import { demoPeople, demoPerson } from "./demo-store.ts";
import { isBrowserOf, stateOf } from "./link.ts";
import { logInLink } from "./log-in-store.ts";
import { mineOf } from "./mine-store.ts";
import { mailboxOf } from "./store.ts";

/** Whom the log-in page lists: in a demo the invented people, else nobody. */
export const whoCanBe = query({
  name: "people.who-can-be",
  input: z.object({}),
  may: anyone,
  api: false,
  run: async ({ db, lang }) => ({ people: (await demoPeople(db)).map(({ key, name, entry }) => ({ key, name, lines: entry[lang] })) }),
});

export const oneToBe = query({
  name: "people.one-to-be",
  input: z.object({ who: z.string().max(40) }),
  may: anyone,
  api: false,
  async run({ db, input, lang }) {
    const person = await demoPerson(db, input.who);
    if (!person) throw notFound();
    return { key: person.key, name: person.name, lines: person.entry[lang] };
  },
});

export type LinkPage = { state: "gone" | "used" } | { state: "open"; address: string; here: boolean; isNew: boolean };

/** What the page of a mailed log-in link shows. Looking at it uses nothing up, however often a mail scanner does. */
export const whereLinkLeads = query({
  name: "people.where-link-leads",
  input: z.object({ token: z.string().max(120) }),
  may: anyone,
  api: false,
  async run({ db, actor, input, now }): Promise<LinkPage> {
    const link = await logInLink(db, input.token, { lock: false });
    const state = link ? stateOf(link, now) : "expired";
    if (!link || state !== "open") return { state: state === "used" ? "used" : "gone" };
    const mailbox = await mailboxOf(db, link.mailbox);
    return { state: "open", address: mailbox?.address ?? "", here: isBrowserOf(link, actor.browser), isNew: mailbox?.person === null };
  },
});

/** Everything about me: what my page shows. */
export const mine = query({
  name: "people.mine",
  input: z.object({}),
  may: loggedIn,
  api: "GET /me",
  async run({ db, actor, now, lang }) {
    const person = personOf(actor);
    if (!person) throw forbidden();
    return { name: person.name, ...(await mineOf(db, person.id, { today: localDayOf(now), lang })) };
  },
});

/** Who I am: for the small pages that change one thing. */
export const whoAmI = query({
  name: "people.who-am-i",
  input: z.object({}),
  may: loggedIn,
  api: false,
  run: async ({ actor }) => ({ name: personOf(actor)?.name ?? "" }),
});
