// SPDX-License-Identifier: EUPL-1.2
import { addDays, localDayOf, type LocalDay } from "#platform/clock/local-day.ts";
import { addWorkingDays } from "#platform/clock/working-days.ts";
import { acceptedAt } from "#platform/municipality/demo-posts.ts";
import type { DemoIntroduction, DemoReply } from "#platform/municipality/demo-schema-posts.ts";
import { toldOn } from "#platform/municipality/demo-times.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { giveAnswer } from "#features/feedback/index.ts";
import { callDays } from "./begin-introduction.ts";
import { agreeDays, afterOutcome, isKnown, lapsesOn, outcomeDays, outcomeSilenceDays, silenceDays, type Side } from "./introduction.ts";
import type { Scene, Step, Told } from "./seed-story.ts";
import { silent, toAsk, toLapse } from "./store-clock.ts";
import { addFollowUp, closeFollowUp } from "./store-follow-up.ts";
import {
  addAppreciation,
  addContact,
  addExchange,
  addIntroduction,
  addMessage,
  addOutcome,
  addReply,
  addResolution,
  setAsked,
  setExchangeStanding,
  setStanding,
  type NewParty,
} from "./store-introduction-write.ts";
import { giveBack, take } from "./store-write.ts";

/** One introduction while it is told: its row, and the two. */
type Story = {
  id: string;
  posts: Told[];
  quantity: number;
  giver: NewParty;
  seeker: NewParty;
  happened: Record<Side, boolean | undefined>;
};

/** Two who were brought together, from the first word to now, and what the clock did about it. */
export function stepsOfIntroduction(scene: Scene, one: DemoIntroduction): Step[] {
  const { tx, ids, at } = scene;
  let story: Story | undefined;
  const then = (moment: { daysAgo: number; hour: number }, run: (on: Story, now: Date) => Promise<unknown>): Step => {
    const now = at(moment);
    return { at: now, run: async () => story && run(story, now) };
  };
  const sent = at(one.sent);
  const { withdrawn, agreement, noAgreement, resolution } = one;
  const accepted = acceptedAt(one);
  return [
    { at: sent, run: async () => (story = await begin(scene, one, sent)) },
    ...one.replies.map((reply) => then(reply, (on, now) => say(scene, on, reply, now))),
    ...(accepted ? [then(accepted, (on, now) => accept(scene, on, now))] : []),
    ...(one.messages ?? []).map(({ from, text, ...moment }) =>
      then(moment, (on, now) => {
        const person = from === "broker" ? brokerOf(scene, one) : (on[from].person ?? brokerOf(scene, one));
        return addMessage(tx, { id: ids.uuid(), introduction: on.id, side: from, text, person, now });
      }),
    ),
    ...(withdrawn ? [then(withdrawn, (on, now) => setStanding(tx, on.id, "withdrawn", { now, reason: withdrawn.reason }))] : []),
    ...(agreement ? [then(agreement, (on, now) => agree(scene, on, one, { what: agreement.what, inDays: agreement.inDays, now }))] : []),
    ...(noAgreement
      ? [then(noAgreement, (on, now) => giveUp(scene, on, agreement !== undefined, { now, reason: noAgreement.reason }))]
      : []),
    ...(one.outcomes ?? []).map((outcome) => then(outcome, (on, now) => tellOutcome(scene, on, outcome, now))),
    ...(one.thanks ?? []).map(({ from, text, public: open, ...moment }) =>
      then(moment, (on, now) => addAppreciation(tx, { introduction: on.id, side: from, text, public: open, person: on[from].person, now })),
    ),
    ...(resolution ? [then(resolution, (on, now) => resolve(scene, on, resolution, now))] : []),
    ...clockSteps(scene, one, () => story?.id),
  ];
}

async function begin(scene: Scene, one: DemoIntroduction, now: Date): Promise<Story | undefined> {
  const { tx, ids, told, closed } = scene;
  const [offer, need] = [told.get(one.offer ?? ""), told.get(one.need ?? "")];
  const [giver, seeker] = [offer?.party ?? partyOf(scene, one.giver), need?.party ?? partyOf(scene, one.seeker)];
  if (!giver || !seeker) return undefined;
  const id = ids.uuid();
  const quantity = one.takes ?? 1;
  const began = one.initiator === "broker" ? brokerOf(scene, one) : one.initiator === "giver" ? giver.person : seeker.person;
  const reference = await addIntroduction(tx, {
    id,
    offer: offer?.id ?? null,
    need: need?.id ?? null,
    giver,
    seeker,
    initiator: one.initiator,
    route: one.route,
    greeting: one.greeting ?? one.registered?.title ?? "",
    quantity,
    proposedBy: began,
    area: (need ?? offer)?.area ?? null,
    lapsesOn: one.registered ? localDayOf(now) : lapsesOn(now),
    ...(one.registered ? { registered: true, standing: "agreed" as const } : {}),
    now,
  });
  const posts = [offer, need].filter((post) => post !== undefined);
  const person = one.initiator === "broker" ? began : null;
  for (const post of posts) await closeFollowUp(tx, { thing: post.id, why: "no-contact", note: reference, person, now });
  if (one.route === "brokered" && !one.registered)
    await addFollowUp(tx, { id: ids.uuid(), thing: id, why: "call", dueOn: addWorkingDays(now, callDays, closed).day, now });
  return { id, posts, quantity, giver, seeker, happened: { giver: undefined, seeker: undefined } };
}

/** Somebody who answers without a post: an organisation, or as themselves. */
function partyOf({ persons, organisations }: Scene, who: DemoIntroduction["giver"]): NewParty | undefined {
  const person = persons.get(who?.person ?? "");
  if (!person) return undefined;
  const body = organisations.get(who?.organisation ?? "");
  return { person: person.id, organisation: body?.id ?? null, name: body?.name ?? firstNameOf(person.name), kind: body?.kind ?? "citizen" };
}

const brokerOf = ({ persons, broker }: Scene, one: DemoIntroduction): string => persons.get(one.broker ?? "")?.id ?? broker;

/** Yes, and how one wants to be reached; or no. Of whoever is called a broker writes it down. */
async function say(scene: Scene, on: Story, reply: DemoReply, now: Date): Promise<void> {
  const { tx, persons, staff } = scene;
  const { side, yes } = reply;
  const party = on[side];
  const byBroker = staff.has(reply.by ?? "");
  const person = persons.get(reply.by ?? "")?.id ?? party.person;
  await addReply(tx, { introduction: on.id, side, yes, reason: reply.yes ? undefined : reply.reason, byBroker, person, now });
  if (!reply.yes) return setStanding(tx, on.id, "declined", { now, reason: reply.reason });
  const own = [...persons.values()].find(({ id }) => id === party.person);
  const name = byBroker ? party.name : (own?.name ?? party.name);
  await addContact(tx, { introduction: on.id, side, name, email: reply.email && own?.email, phone: reply.phone });
}

async function accept({ tx }: Scene, { id, posts, quantity }: Story, now: Date): Promise<void> {
  for (const post of posts) await take(tx, post.id, quantity);
  await setStanding(tx, id, "accepted", { now });
}

async function agree(
  { tx, today }: Scene,
  on: Story,
  { registered, initiator }: DemoIntroduction,
  { what, inDays, now }: { what: string; inDays: number; now: Date },
): Promise<void> {
  const person = (initiator === "seeker" ? on.seeker.person : on.giver.person) ?? on.seeker.person;
  await addExchange(tx, { introduction: on.id, what, onDay: addDays(today, inDays), person, now });
  if (!registered) await setStanding(tx, on.id, "agreed", { now });
}

async function giveUp({ tx }: Scene, on: Story, agreed: boolean, end: { now: Date; reason: string }): Promise<void> {
  for (const post of on.posts) await giveBack(tx, post.id, on.quantity);
  if (agreed) await setExchangeStanding(tx, on.id, "cancelled", null);
  await setStanding(tx, on.id, "no-agreement", end);
}

type Outcome = NonNullable<DemoIntroduction["outcomes"]>[number];

/** One of the two says whether it came about, and how it went. */
async function tellOutcome({ tx, ids }: Scene, on: Story, { side, happened, minutes, score, line }: Outcome, now: Date): Promise<void> {
  const { person } = on[side];
  await addOutcome(tx, { introduction: on.id, side, happened, minutes, byBroker: false, person, now });
  if (score !== undefined && person !== null)
    await giveAnswer(tx, { ids, now, occasion: "exchange.outcome-asked", thing: on.id, person, area: null, score, line });
  const standing = afterOutcome(on, side, happened);
  on.happened[side] = happened;
  await setExchangeStanding(tx, on.id, standing, isKnown(standing) ? happened : null);
  if (standing === "disputed")
    await addFollowUp(tx, { id: ids.uuid(), thing: on.id, why: "disputed", dueOn: addDays(localDayOf(now), silenceDays), now });
  if (isKnown(standing)) await end(tx, on, happened, now);
}

async function end(tx: Scene["tx"], on: Story, happened: boolean, now: Date): Promise<void> {
  if (!happened) for (const post of on.posts) await giveBack(tx, post.id, on.quantity);
  await setStanding(tx, on.id, "done", { now });
}

/** A broker asked them both, and wrote down what was so. */
async function resolve(
  { tx, persons, broker }: Scene,
  on: Story,
  { by, happened, text }: NonNullable<DemoIntroduction["resolution"]>,
  now: Date,
): Promise<void> {
  const person = persons.get(by)?.id ?? broker;
  await addResolution(tx, { introduction: on.id, happened, note: text, person, now });
  await setExchangeStanding(tx, on.id, "resolved", happened);
  for (const why of ["disputed", "no-outcome"] as const) await closeFollowUp(tx, { thing: on.id, why, note: text, person, now });
  await end(tx, on, happened, now);
}

/** What the clock did about it in the first minutes of a day: it asks what it would have asked then. */
function clockSteps({ tx, ids, at, today }: Scene, one: DemoIntroduction, id: () => string | undefined): Step[] {
  if (one.registered) return [];
  const on = (day: LocalDay, run: (id: string, now: Date) => Promise<unknown>): Step => {
    const now = toldOn(day);
    return { at: now, run: async () => run(id() ?? "", now) };
  };
  const notice = (why: "silence" | "not-agreed" | "no-outcome", day: LocalDay): Step =>
    on(day, async (thing, now) => {
      for (const _ of await silent(tx, day, thing))
        await addFollowUp(tx, { id: ids.uuid(), thing, why, dueOn: addDays(day, silenceDays), now });
    });
  const sent = localDayOf(at(one.sent));
  const accepted = acceptedAt(one);
  const deal = one.agreement && addDays(today, one.agreement.inDays);
  return [
    notice("silence", addDays(sent, silenceDays)),
    ...(accepted ? [notice("not-agreed", addDays(localDayOf(at(accepted)), agreeDays))] : []),
    on(addDays(lapsesOn(at(one.sent)), 1), async (thing, now) => {
      for (const _ of await toLapse(tx, localDayOf(now), thing)) await setStanding(tx, thing, "lapsed", { now });
    }),
    ...(deal === undefined
      ? []
      : [
          on(addDays(deal, outcomeDays), async (thing, now) => {
            for (const _ of await toAsk(tx, localDayOf(now), thing)) await setAsked(tx, thing, now);
          }),
          notice("no-outcome", addDays(deal, outcomeSilenceDays)),
        ]),
  ];
}
