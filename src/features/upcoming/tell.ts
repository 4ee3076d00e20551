// SPDX-License-Identifier: EUPL-1.2
import { sql } from "kysely";
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { toFollowers, toPersons, type Box, type Desk as DeskOf, type Letter, type Reader, type Tie } from "#features/dialogue/index.ts";
import { noToken, withRoleToday } from "#features/people/index.ts";
import { withAnswerer } from "#features/places/index.ts";
import { isMovable } from "./listing.ts";
import { invitedLetter, lateLetter, movedLetter, putOffLetter, reminderLetter, toldLetter } from "./mails.ts";
import { noInvitations } from "./operations-invitations.ts";
import { paths } from "./paths.ts";
import { listingById, whoAnswered, type Listing } from "./store.ts";
import { invitedAt } from "./store-concerned.ts";

type Desk = DeskOf<Listing>;

/**
 * The events of this slice, and whom each is told to. Authors of answers hear of new days and phases here, and of their answer's fate
 * where their idea lives.
 */
const tellers: Record<string, (desk: Desk) => Promise<void>> = {
  "upcoming.moved": (desk) => toAllInIt(desk, (to, tie) => movedLetter(desk.on, to, tie)),
  "upcoming.put-off": async (desk) => {
    const { what } = desk.event.data;
    if (isMovable(what)) await toAllInIt(desk, (to, tie) => putOffLetter(desk.on, what, to, tie));
  },
  "upcoming.told": (desk) => toFollowers(desk, (to, tie) => toldLetter(desk.on, to, tie)),
  "upcoming.invited": async (desk) => {
    const { rows } = await sql<{ at: Date }>`SELECT at FROM platform.event WHERE id = ${desk.event.id}`.execute(desk.tx);
    const invited = new Map((await invitedAt(desk.tx, desk.on.id, rows[0]?.at ?? new Date(0))).map(({ person, why }) => [person, why]));
    await toPersons(
      desk,
      [...invited.keys()],
      (to, person, no) => invitedLetter(desk.on, { why: invited.get(person) ?? "place", no }, to),
      (box) => noLink(desk, box),
    );
  },
  "upcoming.escalated": async (desk) => {
    const { on } = desk;
    if (desk.event.data["what"] === "reminder") return toPersons(desk, [on.contactPerson], (to) => reminderLetter(on, to));
    const secretariat = await withRoleToday(desk.tx, "secretariat", localDayOf(desk.world.clock.now()));
    await toPersons(desk, [...new Set([on.contactPerson, ...secretariat])], (to, person) =>
      lateLetter(on, to, { owner: person === on.contactPerson }),
    );
  },
};

/** Who answered, and who else follows it, each once: what was promised them moves. It counts against nobody's budget. */
async function toAllInIt(desk: Desk, letter: (to: Reader, tie: Tie) => Letter): Promise<void> {
  await toPersons(desk, await whoAnswered(desk.tx, desk.on.id), (to) => letter(to, { author: true, unfollow: undefined }));
  await toFollowers(desk, letter);
}

/** Where one says no to all invitations: in the mail's header and in its last line. */
async function noLink({ world, tx }: Desk, { mailbox, lang }: Box): Promise<string> {
  const { secret, ids, clock, config } = world;
  const token = await noToken(tx, { mailbox, purpose: noInvitations }, { secret, ids, now: clock.now() });
  return config.baseUrl + paths.noInvitations(lang, { token });
}

export const toldOf = Object.keys(tellers);

/** Writes the letters of one happening. Done again, it writes none twice. */
export async function tellOf(world: World, event: Happening): Promise<void> {
  await world.write.transaction().execute(async (tx) => {
    const on = await listingById(tx, event.thing);
    if (on) await tellers[event.name]?.({ world, tx, event, on: await withAnswerer(tx, on, world.clock.now()) });
  });
}
