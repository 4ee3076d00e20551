// SPDX-License-Identifier: EUPL-1.2
import { localDayOf } from "#platform/clock/local-day.ts";
import type { Db } from "#platform/db/connect.ts";
import { keepAs } from "#platform/db/kept.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { counterparts, type Counterpart, type Doubt } from "#features/matching/index.ts";
import { whyOf } from "./fits.ts";
import { listedByIds, listPosts, type ListedPost } from "./store-list.ts";

/** So many of the newest needs are looked at. */
const newest = 12;

export type ListedPair = { need: ListedPost; offer: ListedPost; reasons: string[] };

/**
 * Two posts for everybody to see that go well together: one of the newest needs, and the offer that fits it best with the least to ask
 * about. Looked for once an hour, and shown while both stand in the list. Says nothing of whether anybody has introduced them.
 */
export async function pairOfNow(db: Db, { now, lang }: { now: Date; lang: Lang }): Promise<ListedPair | undefined> {
  const today = localDayOf(now);
  const found = await keepAs(db, { kinds: ["place", "theme"], key: `exchange pair ${now.toISOString().slice(0, 13)}` }, (read) =>
    find(read, now),
  );
  if (found === undefined) return undefined;
  const { need: id, fit } = found;
  const posts = await keepAs(db, { kinds: ["offer", "need", "person"], key: `exchange pair ${id} ${fit.thing}` }, (read) =>
    listedByIds(read, [id, fit.thing]),
  );
  const [need, offer] = [id, fit.thing].map((one) => posts.find((post) => post.id === one && isListed(post, today)));
  return need && offer && { need, offer, reasons: whyOf(fit, lang).reasons };
}

async function find(db: Db, now: Date): Promise<{ need: string; fit: Counterpart } | undefined> {
  const needs = await listPosts(db, { kind: "need" }, localDayOf(now), newest);
  const fits = await Promise.all(needs.map(async ({ id }) => ({ need: id, fit: bestOf(await counterparts(db, id, { limit: 5, now })) })));
  const [best] = fits.flatMap(({ need, fit }) => (fit ? [{ need, fit }] : [])).toSorted((a, b) => sureness(b.fit) - sureness(a.fit));
  return best;
}

/** What speaks against it, and is not only left unsaid. */
const against: readonly Doubt["code"][] = ["other-type", "no-common-time", "far", "little-room"];

const bestOf = (fits: readonly Counterpart[]): Counterpart | undefined =>
  fits
    .filter(({ likely, doubts }) => likely && !doubts.some(({ code }) => against.includes(code)))
    .toSorted((a, b) => sureness(b) - sureness(a))[0];

/** What it is about weighs most. */
const sureness = ({ reasons, doubts }: Counterpart): number =>
  reasons.reduce((sum, reason) => sum + (reason.code === "same-theme" ? 4 : reason.code === "words" ? 2 * reason.words.length : 1), 0) -
  doubts.length;

const isListed = ({ listedAt, paused, closed, expiresOn, quantity, taken }: ListedPost, today: string): boolean =>
  listedAt !== null && !paused && closed === null && expiresOn >= today && (quantity === null || taken < quantity);
