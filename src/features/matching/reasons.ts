// SPDX-License-Identifier: EUPL-1.2
import type { Theme } from "#features/themes/index.ts";
import { apart, fromHome, type Described } from "./described.ts";
import type { Doubt, Reason } from "./reason.ts";
import type { Shared } from "./score.ts";
import type { SharedWords } from "./shared-words.ts";
import { mostReasons } from "./weights.ts";

/** Nearer than this is near. */
const nearMetres = 10_000;

/** Why two fit, what says most first: what it is about, then whether it can be. At most four; each holds in what they say. */
export function reasonsFor(own: Described, other: Described, shared: Shared, words: SharedWords): Reason[] {
  const about = aboutReasons(shared, words).slice(0, 2);
  return [...about, ...[room, enough, time, where, type, days].flatMap((find) => find(own, other))].slice(0, mostReasons);
}

/** Whether it says what both are about. Nobody is shown for being near alone. */
export const isAbout = ({ code }: Reason): boolean => ["same-theme", "kindred-theme", "words", "like-words"].includes(code);

/**
 * Whether it is more than chance that both write a word: the same theme, two words, or one word of the same kind of contribution at a
 * place and a time that go together. The others are found too; who shows a few shows these.
 */
export function isLikely(reasons: readonly Reason[], doubts: readonly Doubt[]): boolean {
  const has = (...codes: Reason["code"][]): boolean => reasons.some(({ code }) => codes.includes(code));
  const unsure = (...codes: Doubt["code"][]): boolean => doubts.some(({ code }) => codes.includes(code));
  const words = reasons.reduce(
    (sum, reason) => sum + (reason.code === "words" ? reason.words.length : reason.code === "like-words" ? 1 : 0),
    0,
  );
  if (has("same-theme") || words >= 2) return true;
  return !unsure("other-type", "no-common-time", "far") && has("time", "near", "same-place", "remote");
}

function aboutReasons({ themes, kindred }: Shared, { same, alike }: SharedWords): Reason[] {
  return [
    ...themes.slice(0, 1).map((theme) => ({ code: "same-theme" as const, theme: named(theme) })),
    ...(same.length > 0 ? [{ code: "words" as const, words: same }] : []),
    ...(alike ? [{ code: "like-words" as const, ...alike }] : []),
    ...kindred.slice(0, 1).map((theme) => ({ code: "kindred-theme" as const, theme: named(theme) })),
  ];
}

const named = ({ id, name }: Theme): { id: string; name: Theme["name"] } => ({ id, name });

function room(a: Described, b: Described): Reason[] {
  const [need, offer] = sides(a, b);
  if (need.persons === undefined || offer.persons === undefined || offer.persons < need.persons) return [];
  return [{ code: "room", persons: need.persons, room: offer.persons, type: offer.type }];
}

const enough = (_: Described, { left }: Described): Reason[] => (left === undefined || left < 2 ? [] : [{ code: "enough", left }]);

function time(a: Described, b: Described): Reason[] {
  const slots = (a.slots ?? 0) & (b.slots ?? 0);
  return slots === 0 ? [] : [{ code: "time", slots }];
}

function where(a: Described, b: Described): Reason[] {
  if (a.point && b.point && a.point.id === b.point.id) return [{ code: "same-place", locality: { id: a.point.id, name: a.point.name } }];
  if (fromHome(a, b)) return [{ code: "remote" }];
  const metres = apart(a, b);
  return metres === undefined || metres > nearMetres ? [] : [{ code: "near", metres: Math.round(metres) }];
}

const type = (a: Described, b: Described): Reason[] => (a.type === b.type ? [{ code: "same-type", type: a.type }] : []);

function days(a: Described, b: Described): Reason[] {
  const [from] = [a.fromDay, b.fromDay].filter((day) => day !== undefined).toSorted((x, y) => (x < y ? 1 : -1));
  const [until] = [a.untilDay, b.untilDay].filter((day) => day !== undefined).toSorted();
  const bothSay = [a, b].every(({ fromDay, untilDay }) => fromDay !== undefined && untilDay !== undefined);
  return bothSay && from !== undefined && until !== undefined && from <= until ? [{ code: "days", from, until }] : [];
}

/** What is to be asked about before they rely on each other. */
export const doubtsFor = (own: Described, other: Described): Doubt[] =>
  [otherType, distance, slots, persons, demands].flatMap((find) => find(own, other));

const otherType = (own: Described, { type: theirs }: Described): Doubt[] =>
  own.type === theirs ? [] : [{ code: "other-type", own: own.type, theirs }];

function distance(a: Described, b: Described): Doubt[] {
  if (fromHome(a, b)) return [];
  const metres = apart(a, b);
  if (metres === undefined) return [{ code: "unknown-place" }];
  return metres > nearMetres ? [{ code: "far", metres: Math.round(metres) }] : [];
}

function slots(a: Described, b: Described): Doubt[] {
  if (a.slots === undefined || b.slots === undefined) return [{ code: "unknown-time" }];
  return (a.slots & b.slots) === 0 ? [{ code: "no-common-time" }] : [];
}

function persons(a: Described, b: Described): Doubt[] {
  const [need, offer] = sides(a, b);
  if (need.persons === undefined) return [];
  if (offer.persons === undefined) return [{ code: "unknown-room", persons: need.persons }];
  return offer.persons < need.persons ? [{ code: "little-room", persons: need.persons, room: offer.persons }] : [];
}

const demands = (_: Described, { minAge, credential }: Described): Doubt[] => [
  ...(minAge === undefined || minAge === 0 ? [] : [{ code: "min-age" as const, age: minAge }]),
  ...(credential === undefined ? [] : [{ code: "credential" as const, credential }]),
];

const sides = (a: Described, b: Described): [need: Described, offer: Described] => (a.side === "need" ? [a, b] : [b, a]);
