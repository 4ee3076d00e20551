// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { addDays, localDayOf } from "#platform/clock/local-day.ts";
import { byTheClock } from "#platform/jobs/by-itself.ts";
import { callForHelp, expire } from "#features/exchange/operations-clock.ts";
import { look, remove } from "#features/exchange/operations-broker.ts";
import { agree, bringTogether, introduce, reply } from "#features/exchange/operations-introduction.ts";
import { tellOutcome } from "#features/exchange/operations-outcome.ts";
import { fulfil, pause, submit, takeBack } from "#features/exchange/operations-writer.ts";
import { watchLastDays } from "#features/exchange/jobs.ts";
import type { TestWorld } from "../test-world.ts";
import { tokenMailedTo } from "./stage.ts";

export const postStates = ["open", "paused", "all-given", "fulfilled", "expired", "held", "not-let-through", "withdrawn", "removed"];
export const introductionStates = [
  "proposed",
  "begun",
  "brokered",
  "called",
  "accepted",
  "agreed",
  "been",
  "told",
  "disputed",
  "done",
  "over",
];

/** Words that lie in Signe's and Bo's area. */
const words = {
  title: "Fire brædder til en bænk på stien",
  text: "Bænken ved stien langs åen har mistet sit sæde, og vi vil gerne sætte et nyt på.",
  type: "thing",
  where: "langaa",
};
/** What somebody shares who answers: every actor has a number, not all have a mailbox. */
export const byPhone = { sharePhone: "20 30 40 50" };
export const greeting = "Det vil jeg gerne hjælpe med på lørdag.";
const yes = { yes: "yes", ...byPhone };

let mailboxes = 0;

/** A post of somebody's, let through where it was held. Out: its reference. */
export async function openPost(
  t: TestWorld,
  as: string,
  kind: "offer" | "need",
  more: Record<string, string | string[]> = {},
): Promise<string> {
  const reference = await sent(t, { kind, ...words, ...more }, as);
  if (await isHeld(t, reference)) await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  return reference;
}

async function sent(t: TestWorld, input: Record<string, string | string[]>, as?: string): Promise<string> {
  const { answer } = await t.perform(submit, as === undefined ? { input } : { as, input });
  // Who looks does it later than who wrote.
  t.clock.advance(1_000);
  return String(answer.reference);
}

async function isHeld({ world }: TestWorld, reference: string): Promise<boolean> {
  const { rows } = await world.readPool.query("SELECT 1 FROM platform.thing WHERE reference = $1 AND visibility = 'held'", [reference]);
  return rows.length > 0;
}

/** A need of Karen's in a state. Out: its reference. */
export async function postIn(t: TestWorld, state: string): Promise<string> {
  // An organisation that stands in no register is looked at each time.
  const group = { partyName: "Stiens Venner i Langå", partyKind: "group" };
  if (state === "held") return sent(t, { kind: "need", ...words, ...group }, "karen");
  if (state === "not-let-through") {
    const reference = await sent(t, { kind: "need", ...words, ...group }, "karen");
    await t.perform(look, { as: "lone", reference, input: { letThrough: "no", reason: "Skriv, hvem I er." } });
    return reference;
  }
  const reference = await openPost(t, "karen", "need", state === "all-given" ? { quantity: "1" } : {});
  if (state === "paused") await t.perform(pause, { as: "karen", reference, input: {} });
  if (state === "fulfilled") await t.perform(fulfil, { as: "karen", reference, input: {} });
  if (state === "withdrawn") await t.perform(takeBack, { as: "karen", reference, input: {} });
  if (state === "removed") await t.perform(remove, { as: "lone", reference, input: { reason: "Det ligner en annonce." } });
  if (state === "all-given") {
    const introduction = await answered(t, reference, "sofie");
    await t.perform(reply, { as: "karen", reference: introduction, input: yes });
  }
  if (state === "expired") {
    await daysPass(t, reference, "expires_on = $2::date - 1");
    await byTheClock(t.world, expire, { input: {}, reference, key: `expire by hand ${reference}` });
  }
  if (state === "unanswered") {
    await daysPass(t, reference, "published_at = $2::date - 20");
    await byTheClock(t.world, callForHelp, { input: {}, reference, key: `help by hand ${reference}` });
  }
  return reference;
}

/** What days would do to one post; the clock of all others stands. */
async function daysPass({ world, clock }: TestWorld, reference: string, change: string): Promise<void> {
  const { rowCount } = await world.writePool.query(
    `UPDATE exchange.post SET ${change} WHERE id = (SELECT id FROM platform.thing WHERE reference = $1)`,
    [reference, localDayOf(clock.now())],
  );
  assert.equal(rowCount, 1);
}

async function answered(t: TestWorld, reference: string, as: string): Promise<string> {
  // More are asked here in a day than one person may.
  await t.world.writePool.query("DELETE FROM platform.budget WHERE what = 'exchange.introduce'");
  const { answer } = await t.perform(introduce, { as, reference, input: { greeting, ...byPhone } });
  return String(answer.reference);
}

/**
 * Karen and Sofie in a state; Karen began, but where she is asked (proposed), where a broker began (brokered), and where the other
 * is somebody who must be called. Out: the reference.
 */
export async function introductionIn(t: TestWorld, state: string): Promise<string> {
  if (state === "proposed") return answered(t, await openPost(t, "karen", "need"), "sofie");
  if (state === "brokered") {
    const reference = await openPost(t, "karen", "need");
    const other = await openPost(t, "sofie", "offer");
    return String((await t.perform(bringTogether, { as: "lone", reference, input: { other, greeting } })).answer.reference);
  }
  if (state === "called") return answered(t, await postOfNobody(t), "karen");
  const reference = await answered(t, await openPost(t, "sofie", "offer"), "karen");
  if (state === "begun") return reference;
  if (state === "over") {
    await t.perform(reply, { as: "sofie", reference, input: { yes: "no" } });
    return reference;
  }
  await t.perform(reply, { as: "sofie", reference, input: yes });
  if (state === "accepted") return reference;
  const today = localDayOf(t.clock.now());
  const onDay = state === "agreed" ? addDays(today, 7) : today;
  await t.perform(agree, { as: "karen", reference, input: { what: "Fire brædder på lørdag", onDay } });
  if (["told", "disputed", "done"].includes(state)) await t.perform(tellOutcome, { as: "sofie", reference, input: { happened: "yes" } });
  if (state === "disputed") await t.perform(tellOutcome, { as: "karen", reference, input: { happened: "no" } });
  if (state === "done") await t.perform(tellOutcome, { as: "karen", reference, input: { happened: "yes" } });
  return reference;
}

/** Somebody without a mailbox looks for something, and Lone has let it through. */
async function postOfNobody(t: TestWorld): Promise<string> {
  const reference = await sent(t, { kind: "need", ...words, phone: "50 60 70 80" });
  await t.perform(look, { as: "lone", reference, input: { letThrough: "yes" } });
  return reference;
}

/** A post sent without logging in. Out: its reference and the code with which it can be claimed. */
export async function claimablePost(t: TestWorld): Promise<{ reference: string; code: string }> {
  const { answer, revealed } = await t.perform(submit, { input: { kind: "offer", ...words, phone: "50 60 70 80" } });
  return { reference: String(answer.reference), code: revealed.receipt ?? "" };
}

/** A post with a mailbox that has not said yes. Out: the token of the mailed link. */
export async function tokenToConfirmPost(t: TestWorld): Promise<string> {
  const email = `vera${(mailboxes += 1)}@example.dk`;
  await t.perform(submit, { input: { kind: "offer", ...words, email } });
  return tokenMailedTo(t, email, "/byttebors/bekraeft/");
}

/** The last day of a post of Karen's comes. Out: the token of the mail with which she prolongs it. */
export async function tokenToRenew(t: TestWorld): Promise<string> {
  const reference = await openPost(t, "karen", "need", { expiresOn: addDays(localDayOf(t.clock.now()), 2) });
  await watchLastDays(t.world);
  const token = await tokenMailedTo(t, "karen@example.dk", "/byttebors/forlaeng/");
  assert.equal((await t.visitor().get(`/byttebors/${reference}`)).status, 200);
  return token;
}
