// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { operation } from "#platform/operations/operation.ts";
import { invalid, Refusal } from "#platform/operations/refusal.ts";
import { idOf } from "#platform/operations/rule.ts";
import { organisationsOf } from "#features/people/index.ts";
import { ForWhom, Profile } from "./input.ts";
import { loggedIn } from "./rules.ts";
import { removeProfile as takeAway, saveProfile as put, type Whose } from "./store-profile.ts";
import { asBits } from "./weekdays.ts";

/** Their pages change with it; it is no thing of its own. */
export const profileMoves = ["contribution-profile"];

/** Says what one can contribute: for oneself, which only brokers see, or for an organisation, which all see. */
export const saveProfile = operation({
  name: "exchange.save-profile",
  input: Profile,
  may: loggedIn,
  audit: "profile.saved",
  api: "POST /contribution-profiles",
  moves: profileMoves,
  async run({ tx, actor, input, now, ids, note }) {
    const whose = await whoseProfile(tx, actor, input.for, now);
    if (whose === undefined) throw invalid({ for: "not-yours" });
    const { types, text, weekdays, reachKm, remote } = input;
    await put(tx, whose, { id: ids.uuid(), types, text, weekdays: asBits(weekdays), reachKm: reachKm ?? null, remote, now });
    note(whose.person ?? whose.organisation, { organisation: whose.organisation !== undefined });
    return { for: input.for ?? null };
  },
});

/** Takes it away again: nothing of it is kept. */
export const removeProfile = operation({
  name: "exchange.remove-profile",
  input: ForWhom,
  may: loggedIn,
  audit: "profile.removed",
  api: "POST /contribution-profiles/removal",
  moves: profileMoves,
  async run({ tx, actor, input, now, note }) {
    const whose = await whoseProfile(tx, actor, input.for, now);
    if (whose === undefined) throw invalid({ for: "not-yours" });
    if (!(await takeAway(tx, whose))) throw new Refusal(409, "no-profile");
    note(whose.person ?? whose.organisation, { organisation: whose.organisation !== undefined });
    return { for: input.for ?? null };
  },
});

/** Oneself, or the organisation of that name which one speaks for; undefined where one does not. */
export async function whoseProfile(db: Db | Tx, actor: Actor, slug: string | undefined, now: Date): Promise<Whose | undefined> {
  const person = idOf(actor);
  if (slug === undefined) return { person };
  const one = (await organisationsOf(db, person, localDayOf(now))).find((organisation) => organisation.slug === slug);
  return one && { organisation: one.id };
}

export const profileOperations = [saveProfile, removeProfile];
