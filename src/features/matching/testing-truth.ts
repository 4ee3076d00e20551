// SPDX-License-Identifier: EUPL-1.2
// For tests only: whether a reason holds, read from the rows themselves and reckoned another way than the code does.
import type { Doubt, Reason } from "./reason.ts";

/** What the database says of a post, as it is. */
export type Facts = {
  side: string;
  contribution_type: string;
  themes: { id: string; name: string; parent: string | null; parentName: string | null }[];
  locality: string | null;
  place: string | null;
  lat: number | null;
  lon: number | null;
  remote: boolean;
  slots: number | null;
  from_day: string | null;
  until_day: string | null;
  persons: number | null;
  left_over: number | null;
  min_age: number | null;
  credential: string | null;
  title: string;
  body: string;
};

export function reasonHolds(reason: Reason, own: Facts, other: Facts): boolean {
  const [need, offer] = own.side === "need" ? [own, other] : [other, own];
  switch (reason.code) {
    case "same-theme":
      return [own, other].every(({ themes }) => themes.some(({ id, name }) => id === reason.theme.id && name === reason.theme.name.da));
    case "kindred-theme":
      return [own, other].every(({ themes }) =>
        themes.some(
          ({ id, name, parent, parentName }) => reason.theme.id === (parent ?? id) && reason.theme.name.da === (parentName ?? name),
        ),
      );
    case "words":
      return reason.words.length > 0 && reason.words.every((word) => word.length >= 4 && stands(word, own) && stands(word, other));
    case "like-words":
      return (
        reason.own !== reason.theirs &&
        stands(reason.own, own) &&
        stands(reason.theirs, other) &&
        reason.part.length >= 3 &&
        [reason.own, reason.theirs].every((word) => word.includes(reason.part))
      );
    case "same-type":
      return own.contribution_type === reason.type && other.contribution_type === reason.type;
    case "same-place":
      return own.locality === reason.locality.id && other.locality === reason.locality.id && own.place === reason.locality.name;
    case "near":
      return Math.abs(metres(own, other) - reason.metres) < 5 && reason.metres <= 10_000;
    case "remote":
      return need.remote;
    case "time":
      return (
        reason.slots > 0 &&
        bits(reason.slots).join() ===
          bits(own.slots)
            .filter((bit) => bits(other.slots).includes(bit))
            .join()
      );
    case "days":
      return [own, other].every((each) => isWithin(reason.from, each) && isWithin(reason.until, each)) && reason.from <= reason.until;
    case "room":
      return (
        need.persons === reason.persons &&
        offer.persons === reason.room &&
        reason.room >= reason.persons &&
        offer.contribution_type === reason.type
      );
    case "enough":
      return other.left_over === reason.left && reason.left > 1;
  }
}

export function doubtHolds(doubt: Doubt, own: Facts, other: Facts): boolean {
  const [need, offer] = own.side === "need" ? [own, other] : [other, own];
  switch (doubt.code) {
    case "other-type":
      return own.contribution_type === doubt.own && other.contribution_type === doubt.theirs && doubt.own !== doubt.theirs;
    case "far":
      return Math.abs(metres(own, other) - doubt.metres) < 5 && doubt.metres > 10_000 - 5;
    case "unknown-place":
      return own.locality === null || other.locality === null;
    case "unknown-time":
      return own.slots === null || other.slots === null;
    case "no-common-time":
      return bits(own.slots).length > 0 && bits(other.slots).length > 0 && bits(own.slots).every((bit) => !bits(other.slots).includes(bit));
    case "unknown-room":
      return need.persons === doubt.persons && offer.persons === null;
    case "little-room":
      return need.persons === doubt.persons && offer.persons === doubt.room && doubt.room < doubt.persons;
    case "min-age":
      return other.min_age === doubt.age;
    case "credential":
      return other.credential === doubt.credential;
  }
}

/** As a word of its own in title or text. */
export const stands = (word: string, { title, body }: Facts): boolean =>
  `${title} ${body}`
    .toLocaleLowerCase("da")
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word);

/** The numbers of the bits that are set. */
export const bits = (slots: number | null): string[] =>
  [...(slots ?? 0).toString(2)].toReversed().flatMap((bit, at) => (bit === "1" ? [String(at)] : []));

const isWithin = (day: string, { from_day, until_day }: Facts): boolean =>
  from_day !== null && until_day !== null && from_day <= day && day <= until_day;

/** By the law of cosines, not by the haversine. */
export function metres(a: Facts, b: Facts): number {
  const [latA, lonA, latB, lonB] = [a.lat, a.lon, b.lat, b.lon].map((degrees) => ((degrees ?? Number.NaN) * Math.PI) / 180);
  if (latA === undefined || lonA === undefined || latB === undefined || lonB === undefined) return Number.NaN;
  return 6_371_000 * Math.acos(Math.min(1, Math.sin(latA) * Math.sin(latB) + Math.cos(latA) * Math.cos(latB) * Math.cos(lonA - lonB)));
}
