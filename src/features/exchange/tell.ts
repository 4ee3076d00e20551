// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { askMailbox, authorOf, toFollowers, toPersons, type Desk as DeskOf } from "#features/dialogue/index.ts";
import { addressesOf, makeLink, withRoleToday } from "#features/people/index.ts";
import { answeringToday } from "#features/places/index.ts";
import { endOfDay, addDays } from "#platform/clock/local-day.ts";
import { confirmLetter, expiryLetter, lookLetter, overLetter, publishedLetter, putBackLetter, refusedLetter } from "./mails.ts";
import { postById, type Post } from "./store.ts";
import { wasMet } from "./store-given.ts";
import { tellNeededFor } from "./tell-needed-for.ts";

type Desk = DeskOf<Post>;

/** The events of posts, and whom each is told to. */
const tellers: Record<string, (desk: Desk) => Promise<void>> = {
  "exchange.submitted": async (desk) => {
    const { on, event } = desk;
    if (on.published) return;
    if (on.ownerPerson === null && on.mailbox !== null) {
      const lang = event.data["lang"] === "en" ? "en" : "da";
      await askMailbox(desk, { mailbox: on.mailbox, purpose: "confirm-post", lang, name: on.shownName ?? "" }, (to, link) =>
        confirmLetter(on, to, link),
      );
    }
    await toPersons(desk, await brokersOf(desk.tx, desk.world, on.area, event.by), (to) => lookLetter(on, to));
  },
  "exchange.resubmitted": async (desk) =>
    toPersons(desk, await brokersOf(desk.tx, desk.world, desk.on.area, desk.event.by), (to) => lookLetter(desk.on, to)),
  "exchange.published": async (desk) => {
    if (desk.event.data["how"] !== "known") await toPersons(desk, owners(desk), (to) => publishedLetter(desk.on, to));
    await tellNeededFor(desk, desk.on, "missing");
  },
  "exchange.not-let-through": (desk) => toPersons(desk, owners(desk), (to) => refusedLetter(desk.on, to)),
  "exchange.removed": (desk) => toPersons(desk, owners(desk), (to) => refusedLetter(desk.on, to)),
  "exchange.put-back": (desk) => toPersons(desk, owners(desk), (to) => putBackLetter(desk.on, to)),
  "exchange.expires": async (desk) => {
    const { on, tx, world, event } = desk;
    const daysBefore = Number(event.data["daysBefore"] ?? 0);
    const now = world.clock.now();
    const until = endOfDay(addDays(localDayOf(now), 60));
    for (const person of owners(desk)) {
      const box = (await addressesOf(tx, [person])).get(person);
      if (!box) continue;
      const { ids, secret } = world;
      const { token } = await makeLink(tx, {
        ids,
        secret,
        mailbox: box.mailbox,
        purpose: "renew-post",
        thing: on.id,
        expiresAt: until,
        now,
      });
      await toPersons(desk, [person], (to) => expiryLetter(on, to, { token, daysBefore }));
    }
  },
  "exchange.fulfilled": async (desk) => {
    await toFollowers(desk, (to, tie) => overLetter(desk.on, to, tie), { author: false });
    if (!(await wasMet(desk.tx, desk.on.id))) await tellNeededFor(desk, desk.on, "met");
  },
  "exchange.withdrawn": (desk) => toFollowers(desk, (to, tie) => overLetter(desk.on, to, tie), { author: false }),
};

/** Who wrote it, and who else speaks for its organisation. */
const owners = (desk: Desk): string[] => (desk.on.ownerOrganisation === null ? authorOf(desk) : desk.on.speakers);

/**
 * Who brokers today: who answers for the area, and the secretariat; but nobody hears of what they did themselves. Where the area has
 * somebody, the secretariat's first alone is told besides.
 */
export async function brokersOf(tx: Tx, world: World, area: string | null, by: string | null): Promise<string[]> {
  const now = world.clock.now();
  const [secretariat, answering] = await Promise.all([
    withRoleToday(tx, "secretariat", localDayOf(now)),
    area === null || area === "" ? undefined : answeringToday(tx, area, now),
  ]);
  const [first] = secretariat;
  return [...new Set([answering?.who.id, first].filter((one) => one !== undefined && one !== by))].flatMap((one) => one ?? []);
}

export const toldOf = Object.keys(tellers);

/** Writes the letters of one happening. Done again, it writes none twice. */
export async function tellOf(world: World, event: Happening): Promise<void> {
  await world.write.transaction().execute(async (tx) => {
    const on = await postById(tx, event.thing);
    if (on) await tellers[event.name]?.({ world, tx, event, on });
  });
}
