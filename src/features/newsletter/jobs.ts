// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import type { Tx } from "#platform/db/connect.ts";
import type { Job } from "#platform/feature.ts";
import { cardsOf } from "#platform/links/index.ts";
import { eachByItself } from "#platform/jobs/by-itself.ts";
import { writeMail } from "#platform/mail/write-mail.ts";
import { switchedOn } from "#platform/modules.ts";
import type { World } from "#platform/operations/world.ts";
import { addressesOf, insertLink, linkToken, mailboxOf, mayBeMailed, noToken } from "#features/people/index.ts";
import { allAbouts, isSame, type About } from "./about.ts";
import { byNarrowest, intervals, latestMorning, margin, windowOf, type Every, type Subscription } from "./digest.ts";
import { sendComments } from "./comments.ts";
import { digestMail, yesMail, type Group } from "./mails.ts";
import { paths } from "./paths.ts";
import { happenedTo, noteTold, subscriptionsOf, toldUntil, untold, type Followed } from "./store.ts";

const day = 24 * 60 * 60_000;
/** How long the mail that asks waits for a yes. */
const yesDays = 7;

const asked = z.object({
  link: z.uuid(),
  mailbox: z.uuid(),
  about: z.string(),
  every: z.enum(["day", "week"]),
  lang: z.enum(["da", "en"]),
  asked: z.coerce.date(),
});

/** Asks a mailbox whether it wants to be told. Done again after a fall it finds the same link and the same mail. */
export const mailLink: Job = async (payload, world) => {
  const { link: id, mailbox, about: key, every, lang, asked: now } = asked.parse(payload);
  const token = linkToken(world.secret, id);
  await world.write.transaction().execute(async (tx) => {
    const to = await mailboxOf(tx, mailbox);
    const about = (await allAbouts(tx, lang)).find((one) => one.key === key);
    if (!to || !about || !(await mayBeMailed(tx, { mailbox, purpose: "news", now }))) return;
    await insertLink(tx, { id, token, mailbox, purpose: "news", now, expiresAt: new Date(now.getTime() + yesDays * day) });
    const { subject, body } = yesMail(lang, { about, every, href: world.config.baseUrl + paths.yes(lang, { token, about: key, every }) });
    await writeMail(
      tx,
      { dedupe: `news/${id}`, to: to.address, lang, subject, body, urgent: true },
      { ids: world.ids, now: world.clock.now() },
    );
  });
};

/** At most so many persons in one go; the next quarter of an hour takes the rest. */
const most = 5_000;

/** All digests that are due: each in a transaction of its own, so that one that fails holds up no other. */
export async function sendDigests(world: World): Promise<void> {
  const now = world.clock.now();
  await eachByItself(intervals, async (every) => {
    const until = new Date(latestMorning(every, now).getTime() - margin);
    await eachByItself(await untold(world.write, every, { until, most }), (person) =>
      world.write.transaction().execute((tx) => digestFor(world, tx, { person, every, now })),
    );
  });
}

/** One person's digest: the mail and how far it went, or, where nothing happened, how far alone. */
async function digestFor(world: World, tx: Tx, { person, every, now }: { person: string; every: Every; now: Date }): Promise<void> {
  const told = await toldUntil(tx, person, every);
  const all = (await subscriptionsOf(tx, person)).toSorted(byNarrowest);
  const since = all.filter((one) => one.every === every).map((one) => one.since.getTime());
  const window = since.length === 0 ? undefined : windowOf(every, { since: new Date(Math.min(...since)), told, now });
  if (!window) return;
  const to = (await addressesOf(tx, [person])).get(person);
  const groups = to === undefined ? [] : await groupsFor(world, tx, { all, every, window, lang: to.lang, now });
  await world.failpoint("digest");
  if (to && groups.length > 0) {
    const token = await noToken(tx, { mailbox: to.mailbox, purpose: "no-news" }, { ...world, now });
    const unsubscribe = world.config.baseUrl + paths.no(to.lang, { token });
    const { subject, body } = digestMail(to.lang, { name: to.name, every, groups, base: world.config.baseUrl, unsubscribe });
    const dedupe = `digest/${every}/${person}/${window.until.toISOString()}`;
    await writeMail(tx, { dedupe, to: to.address, lang: to.lang, subject, body, unsubscribe }, { ids: world.ids, now });
  }
  await noteTold(tx, { person, every, until: window.until, sent: groups.length > 0 });
}

type Asked = { all: Subscription[]; every: Every; window: { from: Date; until: Date }; lang: "da" | "en"; now: Date };

/** What there is to tell, under what is followed, each thing once and the newest first. */
async function groupsFor(world: World, tx: Tx, { all, every, window, lang, now }: Asked): Promise<Group[]> {
  const abouts = await allAbouts(tx, lang);
  const followed = all.map((one, at): { about: About | undefined; row: Followed } => {
    const about = abouts.find(({ target }) => isSame(target, one));
    return {
      about,
      row: { at, since: one.since, every: one.every, locality: one.locality, themes: about?.themes ?? null, area: one.area },
    };
  });
  const on = await switchedOn(tx, world.registry.features);
  const news = Object.fromEntries(on.flatMap((feature) => Object.entries(feature.news ?? {})));
  const happened = await happenedTo(tx, { followed: followed.map(({ row }) => row), every, window, names: Object.keys(news) });
  const cards = new Map((await cardsOf(world.registry.kinds, tx, happened, lang, now)).map((card) => [card.id, card]));
  const things = happened.flatMap(({ id, under, events }) => {
    const card = cards.get(id);
    return card ? [{ under, card, news: events.flatMap(({ name, count }) => news[name]?.(lang, count) ?? []) }] : [];
  });
  return [...Map.groupBy(things, ({ under }) => under)].flatMap(([under, of]) => {
    const about = followed[under]?.about;
    return about ? [{ about, things: of }] : [];
  });
}

export const jobs: Record<string, Job> = {
  "newsletter.mail-link": mailLink,
  "newsletter.send": (_payload, world) => sendDigests(world),
  "newsletter.send-comments": (_payload, world) => sendComments(world),
};
/** Each by itself, so that one that fails holds up no other. */
export const crontab: Record<string, string> = {
  "*/15 * * * *": "newsletter.send",
  "5,20,35,50 * * * *": "newsletter.send-comments",
};
