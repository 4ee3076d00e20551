// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { asSystem, within } from "#platform/db/scope.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { toPersons, type Desk as DeskOf, type Letter, type Reader } from "#features/dialogue/index.ts";
import { otherSide, sides, type Side } from "./introduction.ts";
import {
  acceptedLetter,
  agreedLetter,
  callLetter,
  disputedLetter,
  endedLetter,
  introducedLetter,
  messageLetter,
  outcomeLetter,
  thankedLetter,
} from "./mails-introduction.ts";
import { brokerToday } from "./shown.ts";
import { contactsOf, introductionById, type Introduction } from "./store-introduction.ts";
import { postById } from "./store.ts";
import { brokersOf } from "./tell.ts";
import { tellNeededFor } from "./tell-needed-for.ts";

type On = Introduction & { ownerPerson: null };
type Desk = DeskOf<On>;

/** The events of introductions, and whom each is told to: never anybody but the two and who brokers. */
const tellers: Record<string, (desk: Desk) => Promise<void>> = {
  "exchange.introduced": async (desk) => {
    const { on } = desk;
    for (const side of sides) {
      if (on.said[side] === undefined && (on.route === "direct" || on.initiator === "broker"))
        await toSide(desk, side, (to) => introducedLetter(on, to, side));
    }
    const toCall = sides.some((side) => on[side].actors.length === 0) || (on.route === "brokered" && on.initiator !== "broker");
    if (toCall) await toPersons(desk, await brokersOf(desk.tx, desk.world, on.area, desk.event.by), (to) => callLetter(on, to));
  },
  "exchange.accepted": async (desk) => {
    const contacts = await contactsOf(desk.tx, desk.on.id);
    for (const side of sides) {
      const contact = contacts.find((one) => one.side === otherSide(side));
      await toSide(desk, side, (to) => acceptedLetter(desk.on, to, side, contact));
    }
  },
  "exchange.declined": toOthers((on, to, side) => endedLetter(on, to, side)),
  "exchange.lapsed": toBoth((on, to, side) => endedLetter(on, to, side)),
  "exchange.withdrawn-introduction": toOthers((on, to, side) => endedLetter(on, to, side)),
  "exchange.no-agreement": toOthers((on, to, side) => endedLetter(on, to, side)),
  "exchange.agreed": toOthers((on, to, side) => agreedLetter(on, to, side)),
  "exchange.outcome-asked": toBoth((on, to, side) => outcomeLetter(on, to, side, false)),
  "exchange.told-outcome": async (desk) => {
    const { on, event } = desk;
    const side: Side = event.data["side"] === "giver" ? "seeker" : "giver";
    if (on[side].outcome === undefined) await toSide(desk, side, (to) => outcomeLetter(on, to, side, true));
  },
  "exchange.done": async (desk) => {
    const need = desk.event.data["happened"] === true && desk.on.need ? await postById(desk.tx, desk.on.need.id) : undefined;
    if (need) await tellNeededFor(desk, need, "met");
  },
  "exchange.disputed": async (desk) => {
    for (const side of sides) await toSide(desk, side, (to) => disputedLetter(desk.on, to, side));
    await toPersons(desk, await brokersOf(desk.tx, desk.world, desk.on.area, null), (to) => disputedLetter(desk.on, to, undefined));
  },
  "exchange.thanked": async (desk) => {
    const side: Side = desk.event.data["side"] === "giver" ? "seeker" : "giver";
    await toSide(desk, side, (to) => thankedLetter(desk.on, to, side));
  },
  "exchange.wrote": async (desk) => {
    const { tx, on, event, world } = desk;
    const { message: id } = event.data;
    const message = typeof id === "string" ? await messageOf(tx, id) : undefined;
    if (!message) return;
    const broker = await brokerToday(tx, world.clock.now());
    const from = message.side === "broker" ? firstNameOf(broker?.name ?? "") : on[message.side].name;
    for (const side of sides)
      if (side !== message.side) await toSide(desk, side, (to) => messageLetter(on, to, side, { from, text: message.text }));
    if (on.route === "brokered" && message.side !== "broker")
      await toPersons(desk, await brokersOf(tx, world, on.area, event.by), (to) =>
        messageLetter(on, to, undefined, { from, text: message.text }),
      );
  },
};

type Write = (on: Introduction, to: Reader, side: Side) => Letter;

/** To those of a side who did not do it themselves. */
const toSide = (desk: Desk, side: Side, letter: (to: Reader) => Letter): Promise<void> =>
  toPersons(
    desk,
    desk.on[side].actors.filter((person) => person !== desk.event.by),
    letter,
  );

function toBoth(letter: Write): (desk: Desk) => Promise<void> {
  return async (desk) => {
    for (const side of sides) await toSide(desk, side, (to) => letter(desk.on, to, side));
  };
}

/** To the side that did not do it; to both where it was a broker. */
function toOthers(letter: Write): (desk: Desk) => Promise<void> {
  return async (desk) => {
    const by = desk.event.by;
    for (const side of sides) {
      if (by !== null && desk.on[side].actors.includes(by)) continue;
      await toSide(desk, side, (to) => letter(desk.on, to, side));
    }
  };
}

async function messageOf(tx: Tx, id: string): Promise<{ side: Side | "broker"; text: string } | undefined> {
  const { rows } = await within(tx, asSystem, (inside) =>
    sql<{ side: Side | "broker"; text: string }>`SELECT side, text FROM exchange.message WHERE id = ${id}::uuid`.execute(inside),
  );
  return rows[0];
}

export const introductionToldOf = Object.keys(tellers);

/** Writes the letters of one happening. Done again, it writes none twice. */
export async function tellOfIntroduction(world: World, event: Happening): Promise<void> {
  await world.write.transaction().execute(async (tx) => {
    const on = await introductionById(tx, event.thing);
    if (on) await tellers[event.name]?.({ world, tx, event, on: { ...on, ownerPerson: null } });
  });
}
