// SPDX-License-Identifier: EUPL-1.2
// X36 of the exchange: holds the database, and what each person sees, against what is believed.
import assert from "node:assert/strict";
import { sql } from "kysely";
import { localDayOf } from "#platform/clock/local-day.ts";
import { asSystem, within } from "#platform/db/scope.ts";
import { ask } from "#platform/operations/ask.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { introductionDetail } from "#features/exchange/queries-introduction.ts";
import type { TestWorld } from "../test-world.ts";
import { isBroker, numberOf, people, writer } from "./exchange-cast.ts";
import { isShared, otherOf, sideOf, stateOf, type Belief, type Introduction } from "./exchange-state.ts";

type Row = {
  status: string;
  taken: number;
  quantity: number | null;
  contacts: number;
  expires_on: string;
  warned: string[];
  told: number;
  helped: boolean;
  left_over: number | null;
  listed: boolean;
  matched: boolean;
};

/** The database holds what is believed, and each sees what is theirs. */
export async function compare(t: TestWorld, belief: Belief): Promise<void> {
  const today = localDayOf(t.clock.now());
  const { rows } = await sql<Row>`
    SELECT post.taken, post.quantity, post.contacts, post.expires_on, post.listed_at IS NOT NULL AS listed,
      ARRAY(SELECT expires_on || '/' || days_before FROM exchange.expiry_warning WHERE post = post.id ORDER BY 1) AS warned,
      (SELECT count(*) FROM platform.event WHERE event.thing = post.id AND event.name = 'exchange.expires') AS told,
      EXISTS (SELECT 1 FROM exchange.follow_up WHERE thing = post.id AND why = 'no-contact') AS helped,
      entry.left_over, entry.listed_at IS NOT NULL AS matched
    FROM exchange.post JOIN platform.thing ON thing.id = post.id LEFT JOIN matching.entry ON entry.thing = post.id
    WHERE thing.reference = ${belief.reference}`.execute(t.world.read);
  const [row] = rows;
  assert.ok(row);
  const quantity = belief.quantity ?? null;
  assert.deepEqual([row.taken, row.quantity, row.contacts], [belief.taken, quantity, belief.contacts], "taken, of how many, contacts");
  assert.ok(row.taken >= 0 && (quantity === null || row.taken <= quantity), "never below zero");
  assert.equal(row.expires_on, belief.expiresOn);
  assert.deepEqual(row.warned.toSorted(), [...belief.warned].toSorted(), "each day that its writer should have been told of");
  assert.equal(Number(row.told), belief.warned.size, "and each of them once");
  assert.equal(row.helped, belief.helped, "whether a broker was asked to help");
  // What is in the list the row says itself; the day after the last one the clock may be late.
  const state = stateOf(belief, today);
  if (state !== "expired") assert.deepEqual([row.listed, row.matched], [state === "open", state === "open"], state);
  assert.equal(row.left_over, quantity === null ? null : quantity - belief.taken, "counterparts know how many are left");
  const used = belief.introductions.filter((on) => isShared(on) && on.deal?.came !== false);
  const sum = (all: Introduction[]): number => all.reduce((before, on) => before + on.quantity, 0);
  assert.equal(row.taken, sum(used), "what is taken is what was promised and not given back");
  assert.equal(await takenOf(t, belief.other.reference), sum(used.filter((on) => on.brokered)), "so it is of the other of two posts");
  for (const on of belief.touched) await compareIntroduction(t, on);
}

async function takenOf(t: TestWorld, reference: string): Promise<number | undefined> {
  const { rows } = await sql<{ taken: number }>`
    SELECT taken FROM exchange.post JOIN platform.thing USING (id) WHERE thing.reference = ${reference}`.execute(t.world.read);
  return rows[0]?.taken;
}

type IntroductionRow = { standing: string; deal: string | null; asked: boolean; whys: string[]; contacts: number };

async function compareIntroduction(t: TestWorld, on: Introduction): Promise<void> {
  const row = await within(t.world.read, asSystem, async (tx) => {
    const { rows } = await sql<IntroductionRow>`
      SELECT one.standing, deal.standing AS deal, coalesce(deal.asked_at IS NOT NULL, false) AS asked,
        ARRAY(SELECT why FROM exchange.follow_up WHERE thing = one.id ORDER BY 1) AS whys,
        (SELECT count(*) FROM exchange.contact WHERE introduction = one.id) AS contacts
      FROM exchange.introduction one JOIN platform.thing USING (id) LEFT JOIN exchange.exchange deal ON deal.introduction = one.id
      WHERE thing.reference = ${on.reference}`.execute(tx);
    return rows[0];
  });
  assert.ok(row, on.reference);
  assert.deepEqual([row.standing, row.deal ?? undefined, row.asked], [on.standing, on.deal?.standing, on.asked]);
  assert.deepEqual(row.whys, [...on.followUps].toSorted(), "what a broker was asked to see to");
  assert.equal(Number(row.contacts), Object.keys(on.chose).length, "what came to nothing keeps nobody's number");
  if (isUnchanged(on)) return;
  // All who could look: the two, the others who asked, and who brokers.
  for (const who of people) {
    const side = sideOf(on, who);
    const seen = await seenBy(t, who, on.reference);
    assert.equal(seen !== undefined, side !== undefined || isBroker(who), `${who} sees it`);
    if (seen === undefined) continue;
    const person = who === writer ? on.asker : writer;
    const theirs = side === undefined || !isShared(on) ? undefined : on.chose[otherOf(side)];
    assert.deepEqual(
      seen.contact && { name: seen.contact.name, email: seen.contact.email !== null, phone: seen.contact.phone },
      theirs && { name: shownAs(person, on), email: theirs.email, phone: numberOf(person) },
      `${who} sees of the other what they chose, when both have said yes, and else nothing`,
    );
    const all = JSON.stringify(seen);
    const numbers = people.filter((other) => other !== who && all.includes(numberOf(other)));
    assert.deepEqual(numbers, theirs ? [person] : [], `and nobody else's number stands anywhere in what ${who} sees`);
    assert.equal(seen.endReason, side === undefined ? null : on.reason, `${who} sees why it came to nothing`);
    assert.equal(seen.messages.length, side === undefined ? 0 : on.messages, `${who} reads what the two write`);
  }
}

const looked = new WeakMap<Introduction, string>();
/** Whether everybody has looked since it last changed: days that pass leave most as they were. */
function isUnchanged(on: Introduction): boolean {
  const { standing, chose, reason, messages, deal } = on;
  const now = JSON.stringify([standing, chose, reason, messages, deal]);
  const before = looked.get(on);
  looked.set(on, now);
  return before === now;
}

/** Nobody wrote another name: the one that stood on the page is the one that is shared. */
const shownAs = (person: string, { brokered }: Introduction): string =>
  person === writer ? "Stiens Venner" : brokered ? "En borger" : person.charAt(0).toUpperCase() + person.slice(1);

const seenBy = async (t: TestWorld, who: string, reference: string) =>
  ask(t.world, introductionDetail, { actor: await t.actor(who), lang: "da", input: {}, reference }).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  });
