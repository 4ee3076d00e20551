// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Db } from "#platform/db/connect.ts";
import type { Awaited } from "#platform/awaited.ts";
import type { Job, Kind } from "#platform/feature.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { switchedOn } from "#platform/modules.ts";
import { occurrence } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { addressesOf } from "#features/people/index.ts";
import { answeringToday, changedHands, type ChangedHands } from "#features/places/index.ts";
import { noThanks } from "./no-thanks.ts";
import { whoAnswersMail, type Held } from "./mails-area.ts";
import { followersOf } from "./store.ts";

const heard = z.object({ event: z.coerce.number().int() });

/**
 * An area was closed, or is open again: whoever wrote or follows something that it still answers for hears once who answers now, in one
 * letter about all of it. It counts against nobody's budget.
 */
export const tellWhoAnswers: Job = async (payload, world) => {
  const event = await occurrence(world.write, heard.parse(payload).event);
  const hands = event && (await changedHands(world.write, event.data));
  const answering = hands && (await answeringToday(world.write, hands.to.id, world.clock.now()));
  if (!event || !hands || !answering) return;
  const persons = await concerned(world, hands.things);
  // Who answers now sees it on the workbench.
  persons.delete(answering.who.id);
  const boxes = await addressesOf(world.write, [...persons.keys()]);
  await eachByItself(boxes, ([person, box]) =>
    writeOne(world, { event: event.id, hands, who: answering.who.name, box, things: persons.get(person) ?? [] }),
  );
};

type Concerned = Map<string, Held[]>;

/** Each person, with what of it they wrote or follow. Of a part that is switched off nobody hears. */
async function concerned({ write, registry }: World, things: ChangedHands["things"]): Promise<Concerned> {
  const kinds = new Map(
    (await switchedOn(write, registry.features)).flatMap(({ kinds: own = [] }) => own.map((kind) => [kind.kind, kind])),
  );
  const persons: Concerned = new Map();
  for (const { id, kind: name } of things) {
    const kind = kinds.get(name);
    const on = await kind?.awaits?.(write, id);
    if (!kind || !on) continue;
    for (const person of await whoHears(write, on)) persons.set(person, [...(persons.get(person) ?? []), heldBy(person, on, kind)]);
  }
  return persons;
}

const whoHears = async (db: Db, on: Awaited): Promise<Set<string>> =>
  new Set([...(on.ownerPerson === null ? [] : [on.ownerPerson]), ...(await followersOf(db, on.id))]);

const heldBy = (person: string, { id, title, by, reference, ownerPerson }: Awaited, kind: Kind): Held => ({
  id,
  title,
  by,
  path: (lang) => kind.page(lang, { reference }),
  follows: person !== ownerPerson,
});

type One = {
  event: number;
  hands: ChangedHands;
  who: string;
  box: { mailbox: string; address: string; lang: "da" | "en"; name: string };
  things: Held[];
};

async function writeOne(world: World, { event, hands, who, box, things }: One): Promise<void> {
  const { ids, secret, config } = world;
  const now = world.clock.now();
  await world.write.transaction().execute(async (tx) => {
    const stops = new Map<string, string>();
    for (const { id, follows } of things)
      if (follows) stops.set(id, await noThanks(tx, { thing: id, mailbox: box.mailbox, lang: box.lang }, { secret, config, ids, now }));
    const { subject, body } = whoAnswersMail(hands, things, stops, { lang: box.lang, name: box.name, base: config.baseUrl, now, who });
    // About one thing alone a mail program can stop it; about several there is a line for each.
    const [only] = things.length === 1 ? stops.values() : [];
    const unsubscribe = only === undefined ? {} : { unsubscribe: only };
    const mail = { dedupe: `event:${event}:${box.mailbox}`, to: box.address, lang: box.lang, subject, body, ...unsubscribe };
    await writeMail(tx, mail, { ids, now });
  });
}
