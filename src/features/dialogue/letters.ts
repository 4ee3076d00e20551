// SPDX-License-Identifier: EUPL-1.2
import { addDays, endOfDay, localDayOf } from "#platform/clock/local-day.ts";
import type { Tx } from "#platform/db/connect.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { MailBody } from "#platform/mail/body.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import type { Happening } from "#platform/operations/happening.ts";
import type { World } from "#platform/operations/world.ts";
import { addressesOf, mailboxOf, makeLink, mayBeMailed } from "#features/people/index.ts";
import { noThanks } from "./no-thanks.ts";
import { followersOf } from "./store.ts";

/** To whom and in which words: `base` is the site's address, `name` what they are called ("" where nobody knows). */
export type Reader = { lang: Lang; name: string; base: string; now: Date };
/** `once`: of all letters with the same words here a mailbox gets the first alone, whatever happened. */
export type Letter = { subject: string; body: MailBody; once?: string };
/** How somebody is tied to a thing, said in the last line: it is theirs, or they follow it and can stop here. */
export type Tie = { author: boolean; unfollow: string | undefined };

/** At hand while the letters of one happening are written, all of them or none. */
export type Desk<On extends About = About> = { world: World; tx: Tx; event: Happening; on: On };
type About = { id: string; ownerPerson: string | null };

export const authorOf = ({ on }: Desk): string[] => (on.ownerPerson === null ? [] : [on.ownerPerson]);

/** To persons, each once; those without a mailbox are left out. `no` makes the link by which one wants no more of the kind. */
export async function toPersons(
  desk: Desk,
  persons: string[],
  letter: (to: Reader, person: string, unsubscribe: string) => Letter,
  no?: (box: Box) => Promise<string>,
): Promise<void> {
  for (const [person, box] of await addressesOf(desk.tx, persons)) {
    const unsubscribe = await no?.(box);
    await post(desk, box, letter(readerOf(desk, box), person, unsubscribe ?? ""), { unsubscribe });
  }
}

/** To a contact person, who need not be told of what they did themselves. */
export const toContact = (desk: Desk, contact: string, letter: (to: Reader) => Letter): Promise<void> =>
  contact === desk.event.by ? Promise.resolve() : toPersons(desk, [contact], letter);

/** Author and followers, each once, but for `except`: an answer counts against nobody's budget. */
export async function toFollowers(
  desk: Desk,
  letter: (to: Reader, tie: Tie) => Letter,
  { author: withAuthor = true, except = [] }: { author?: boolean; except?: readonly (string | null)[] } = {},
): Promise<void> {
  const { tx, on } = desk;
  const persons = new Set([...authorOf(desk), ...(await followersOf(tx, on.id))]);
  for (const person of [withAuthor ? null : on.ownerPerson, ...except]) if (person !== null) persons.delete(person);
  for (const [person, box] of await addressesOf(tx, [...persons])) {
    const author = person === on.ownerPerson;
    const unfollow = author ? undefined : await stopLink(desk, box);
    await post(desk, box, letter(readerOf(desk, box), { author, unfollow }), { unsubscribe: unfollow });
  }
}

const stopLink = ({ world, tx, on }: Desk, { mailbox, lang }: Box): Promise<string> =>
  noThanks(tx, { thing: on.id, mailbox, lang }, { secret: world.secret, config: world.config, ids: world.ids, now: world.clock.now() });

/** A mailbox to write to. */
export type Box = { mailbox: string; address: string; lang: Lang; name: string };

const readerOf = ({ world }: Desk, { lang, name }: { lang: Lang; name: string }): Reader => ({
  lang,
  name,
  base: world.config.baseUrl,
  now: world.clock.now(),
});

/** One event reaches a mailbox once, and so do all that say the same `once`. */
const post = (
  { world, tx, event }: Desk,
  { mailbox, address, lang }: Omit<Box, "name">,
  { subject, body, once }: Letter,
  how: { urgent?: boolean; unsubscribe?: string | undefined } = {},
): Promise<void> =>
  writeMail(
    tx,
    {
      dedupe: `${once === undefined ? `event:${event.id}` : `once:${once}`}:${mailbox}`,
      to: address,
      lang,
      subject,
      body,
      urgent: how.urgent ?? false,
      ...(how.unsubscribe === undefined ? {} : { unsubscribe: how.unsubscribe }),
    },
    { ids: world.ids, now: world.clock.now() },
  );

/** A link to confirm with works to the end of the day so many days later. */
const linkDays = 7;

/** Asks a mailbox that may be anybody's for its yes: at most so often, and with nothing to do for who did not write. */
export async function askMailbox(
  desk: Desk,
  { mailbox, purpose, lang, name }: { mailbox: string; purpose: string; lang: Lang; name: string },
  letter: (to: Reader, link: { token: string; until: Date }) => Letter,
): Promise<void> {
  const {
    world: { ids, secret, clock },
    tx,
    on,
  } = desk;
  const now = clock.now();
  const box = await mailboxOf(tx, mailbox);
  if (!box || !(await mayBeMailed(tx, { mailbox, purpose, now }))) return;
  const until = endOfDay(addDays(localDayOf(now), linkDays));
  const { token } = await makeLink(tx, { ids, secret, mailbox, purpose, thing: on.id, expiresAt: until, now });
  const to = { mailbox, address: box.address, lang };
  await post(desk, to, letter(readerOf(desk, { lang, name }), { token, until }), { urgent: true });
}
