// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from "#features/themes/index.ts";
import { apart, fromHome, type Described } from "./described.ts";
import { countSlots } from "./slots.ts";
import type { TextScore } from "./text.ts";
import { halfLifeDays, kindredTypes, place, room, share, time, topicWeights, type as types } from "./weights.ts";

/** How well the other serves the one that looks, and back. 0 to 1 each. */
export type Both = { forward: number; backward: number };

/** What two are both about: themes that both have, and upper themes under which both have different ones. */
export type Shared = { themes: Theme[]; kindred: Theme[] };

const dayMs = 86_400_000;

/** Both directions together: a hit that is good for one side only stays low. */
export const harmonic = ({ forward, backward }: Both): number =>
  forward + backward === 0 ? 0 : (2 * forward * backward) / (forward + backward);

/** What it is about, in both directions. */
export function topics(text: TextScore, { themes, kindred }: Shared): Both {
  const theme = themes.length > 0 ? topicWeights.theme : kindred.length > 0 ? topicWeights.kindred : 0;
  const topic = (alike: number): number => 1 - (1 - theme) * Math.exp(-topicWeights.text * alike);
  return { forward: topic(text.forward), backward: topic(text.backward) };
}

/** What the other is worth to the one that looks: whose topic, whose reach, whose time, whose number. In: how much of the topic there is. */
export function direction(looks: Described, other: Described, topic: number, now: Date): number {
  const parts: [share: number, fits: number][] = [
    [share.type, typeFits(looks, other)],
    [share.place, placeFits(looks, other)],
    [share.time, timeFits(looks, other)],
    [share.room, roomFits(looks, other)],
    [share.fresh, freshness(other, now)],
  ];
  return parts.reduce((score, [part, fits]) => score * (1 - part * (1 - fits)), topic);
}

export const isKindred = (a: Described["type"], b: Described["type"]): boolean =>
  kindredTypes.some(([one, two]) => (one === a && two === b) || (one === b && two === a));

function typeFits(a: Described, b: Described): number {
  if (a.type === b.type) return 1;
  return isKindred(a.type, b.type) ? types.kindred : types.other;
}

function placeFits(looks: Described, other: Described): number {
  const metres = apart(looks, other);
  const near = metres === undefined ? place.unknown : nearness(metres / 1_000, looks.reachKm);
  if (fromHome(looks, other)) return 1;
  return looks.remote || other.remote ? Math.max(place.remote, near) : near;
}

/** Whoever says how far they go finds it half as good only there. */
const nearness = (km: number, reachKm = 0): number => 0.5 ** (Math.max(0, km - place.freeKm) / Math.max(place.halfKm, reachKm));

function timeFits(looks: Described, other: Described): number {
  if (looks.slots === undefined || other.slots === undefined) return time.unknown;
  const common = countSlots(looks.slots & other.slots);
  return common === 0 ? time.none : time.some + (1 - time.some) * (common / countSlots(looks.slots));
}

/** Only where one of them says a number. Of the two, it is the need that must find room. */
function roomFits(a: Described, b: Described): number {
  const [need, offer] = a.side === "need" ? [a, b] : [b, a];
  if (need.persons === undefined) return 1;
  if (offer.persons === undefined) return room.unknown;
  return offer.persons >= need.persons ? 1 : room.little;
}

function freshness({ listedAt }: Described, now: Date): number {
  const days = Math.max(0, now.getTime() - (listedAt ?? now).getTime()) / dayMs;
  return 0.5 ** (days / halfLifeDays);
}
