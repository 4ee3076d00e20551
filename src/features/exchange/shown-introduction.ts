// SPDX-License-Identifier: EUPL-1.2
import { personOf, type Actor } from "#platform/auth/actor.ts";
import { localDayOf } from "#platform/clock/local-day.ts";
import { isShared, otherSide, whyNot, type Side, type Step } from "./introduction.ts";
import { brokers } from "./rules.ts";
import { sideOf, type Contact, type Introduction, type Message, type Party } from "./store-introduction.ts";

const steps = ["accept", "withdraw", "write", "agree", "give-up", "tell-outcome", "thank", "resolve"] as const satisfies readonly Step[];

/** What a page may show of an introduction to one of the two or to a broker. Ids stay inside. */
export function shownIntroduction(
  on: Introduction,
  { actor, now, contacts, messages }: { actor: Actor; now: Date; contacts: Contact[]; messages: Message[] },
) {
  const mine = sideOf(on, actor);
  const keeps = brokers.allows(actor, on);
  const today = localDayOf(now);
  const may = Object.fromEntries(steps.map((step) => [step, whyNot(step, mine, on, today) === undefined])) as Record<
    (typeof steps)[number],
    boolean
  >;
  return {
    reference: on.reference,
    standing: on.standing,
    gone: on.gone,
    registered: on.registered,
    initiator: on.initiator,
    route: on.route,
    offer: on.offer && { reference: on.offer.reference, title: on.offer.title },
    need: on.need && { reference: on.need.reference, title: on.need.title },
    giver: party(on.giver),
    seeker: party(on.seeker),
    /** Which of the two reads; undefined for a broker. */
    mine,
    keeps,
    greeting: on.greeting,
    quantity: on.quantity,
    proposedAt: on.proposedAt,
    lapsesOn: on.lapsesOn,
    acceptedAt: on.acceptedAt,
    endedAt: on.endedAt,
    /** Why it came to nothing: for the two. */
    endReason: mine === undefined && on.route !== "brokered" ? null : on.endReason,
    what: on.what,
    onDay: on.exchange?.onDay ?? null,
    exchange: on.exchange?.standing,
    outcomes: { giver: on.giver.outcome, seeker: on.seeker.outcome },
    thanks: { giver: on.giver.thanks, seeker: on.seeker.thanks },
    resolution: on.resolution,
    /** How the other is reached, where both have said yes; and what one chose oneself. */
    contact: mine !== undefined && isShared(on) ? contacts.find(({ side }) => side === otherSide(mine)) : undefined,
    own: mine === undefined ? undefined : contacts.find(({ side }) => side === mine),
    messages,
    may: {
      ...may,
      accept: mine !== undefined && may.accept,
      withdraw: may.withdraw && (on.initiator === "broker" ? keeps : mine === on.initiator),
      write: may.write && (mine !== undefined || on.route === "brokered"),
      agree: mine !== undefined && may.agree,
      "give-up": mine !== undefined && may["give-up"],
      resolve: keeps && mine === undefined && may.resolve,
      replyFor: keeps && mine === undefined ? sidesToAsk(on) : [],
    },
    loggedIn: personOf(actor) !== undefined,
  };
}

/** For whom a broker can write down what they said on the telephone. */
const sidesToAsk = (on: Introduction): Side[] =>
  on.standing !== "proposed"
    ? []
    : (["giver", "seeker"] as const).filter(
        (side) => on.said[side] === undefined && (on[side].actors.length === 0 || on.route === "brokered"),
      );

const party = ({ name, kind, reply, actors }: Party) => ({
  name,
  kind,
  said: reply?.yes,
  saidAt: reply?.at,
  byBroker: reply?.byBroker ?? false,
  reachable: actors.length > 0,
});

export type ShownIntroduction = ReturnType<typeof shownIntroduction>;
