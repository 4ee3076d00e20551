// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from "#platform/db/connect.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import type { World } from "#platform/operations/world.ts";
import { gather, newComments, noThanks, toldAs } from "#features/dialogue/index.ts";
import { addressesOf, noToken } from "#features/people/index.ts";
import { latestMorning, margin, windowOf } from "./digest.ts";
import { commentsMail, type Talked } from "./mails-comments.ts";
import { noComments } from "./operations-comments.ts";
import { paths } from "./paths.ts";
import { wantsComments } from "./store-comments.ts";
import { followsSince, noteTold, toldUntil, untoldOfComments } from "./store.ts";

/** At most so many persons in one go; the next quarter of an hour takes the rest. */
const most = 5_000;

/** The mails about new comments that are due, one to each at most: each in a transaction of its own. */
export async function sendComments(world: World): Promise<void> {
  const now = world.clock.now();
  const until = new Date(latestMorning("day", now).getTime() - margin);
  await eachByItself(await untoldOfComments(world.write, { until, most }), (person) =>
    world.write.transaction().execute((tx) => commentsFor(world, tx, { person, now })),
  );
}

/** All that others said since the last one under what a person follows, and how far that goes; where there is nothing, how far alone. */
async function commentsFor(world: World, tx: Tx, { person, now }: { person: string; now: Date }): Promise<void> {
  const told = await toldUntil(tx, person, "comments");
  const since = await followsSince(tx, person);
  const window = since && (await wantsComments(tx, person)) && windowOf("day", { since, told, now });
  if (!window) return;
  const { from, until } = window;
  const groups = gather(await newComments(tx, { reader: person, since: from, until }), { reader: person, since: from, until });
  const to = (await addressesOf(tx, [person])).get(person);
  await world.failpoint("comments");
  if (to && groups.length > 0) {
    const { kinds } = world.registry;
    const things: Talked[] = [];
    for (const { thing, comments } of groups) {
      const [{ title, kind, reference } = { title: "", kind: "", reference: "" }] = comments;
      things.push({
        title,
        href: kinds.get(kind)?.page(to.lang, { reference }) ?? "/",
        comments: comments.map((one) => toldAs(one, { kinds, lang: to.lang })),
        stop: await noThanks(tx, { thing, mailbox: to.mailbox, lang: to.lang }, { ...world, now }),
      });
    }
    const token = await noToken(tx, { mailbox: to.mailbox, purpose: noComments }, { ...world, now });
    const stopAll = world.config.baseUrl + paths.noComments(to.lang, { token });
    const { subject, body } = commentsMail(to.lang, { name: to.name, things, stopAll, base: world.config.baseUrl });
    // The mail program's one click says no to all that the mail is about: to the one thing, or to all such mails.
    const [only, ...others] = things;
    const unsubscribe = only && others.length === 0 ? only.stop : stopAll;
    const dedupe = `comments/${person}/${until.toISOString()}`;
    await writeMail(tx, { dedupe, to: to.address, lang: to.lang, subject, body, unsubscribe }, { ids: world.ids, now });
  }
  await noteTold(tx, { person, every: "comments", until, sent: to !== undefined && groups.length > 0 });
}
