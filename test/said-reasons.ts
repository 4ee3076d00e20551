// SPDX-License-Identifier: EUPL-1.2
// Reads a reason or a doubt as it stands on a page, and says whether what the sentence says holds in the rows.
import { sayDate } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { bits, metres, stands, type Facts } from "#features/matching/testing-truth.ts";

type Theme = Facts["themes"][number] & { nameEn: string; parentNameEn: string | null };
/** A post's own row; a theme is named in both languages. */
export type Row = Omit<Facts, "themes"> & { themes: Theme[] };
/** Whose page it is, and the other. */
export type Two = { own: Row; other: Row; lang: Lang };

const types: Record<Lang, Record<string, string>> = {
  da: {
    time: "tid",
    skill: "evne",
    thing: "ting",
    space: "lokale",
    knowledge: "viden",
    transport: "kørsel",
    sponsorship: "sponsorat",
    visit: "åbne døre",
  },
  en: {
    time: "time",
    skill: "a skill",
    thing: "a thing",
    space: "a room",
    knowledge: "knowledge",
    transport: "transport",
    sponsorship: "sponsorship",
    visit: "open doors",
  },
};
const proofs: Record<Lang, Record<string, string>> = {
  da: {
    "childrens-attest": "børneattest",
    "criminal-record": "straffeattest",
    "driving-licence": "kørekort",
    "first-aid": "førstehjælpskursus",
    trade: "faglig uddannelse",
  },
  en: {
    "childrens-attest": "a child protection certificate",
    "criminal-record": "a criminal record certificate",
    "driving-licence": "a driving licence",
    "first-aid": "a first aid course",
    trade: "a trade qualification",
  },
};
const week: Record<Lang, { days: string[]; parts: string[] }> = {
  da: { days: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"], parts: ["formiddag", "eftermiddag", "aften"] },
  en: {
    days: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    parts: ["morning", "afternoon", "evening"],
  },
};

const both = ({ own, other }: Two): Row[] => [own, other];
const need = ({ own, other }: Two): Row => (own.side === "need" ? own : other);
const offer = ({ own, other }: Two): Row => (own.side === "need" ? other : own);
const common = ({ own, other }: Two): string[] => bits(own.slots).filter((bit) => bits(other.slots).includes(bit));

/** "mandag formiddag" → the number of its bit; NaN where there is no such time. */
function slotOf(words: string, lang: Lang): number {
  const [day = "", part = ""] = words.toLowerCase().split(" ");
  const [nth, at] = [week[lang].days.indexOf(day), week[lang].parts.indexOf(part)];
  return nth < 0 || at < 0 ? Number.NaN : 3 * nth + at;
}

/** All that both can, or some and how many more. */
function timesHold([said = ""]: string[], two: Two): boolean {
  const more = / (?:og|and) (?:(\d+) (?:tider|more times)|én tid|one more time)(?: mere)?$/.exec(said);
  const named = (more ? said.slice(0, more.index) : said).split(/, | og | and /).map((words) => String(slotOf(words, two.lang)));
  const left = more ? Number(more[1] ?? 1) : 0;
  return (
    named.every((slot) => common(two).includes(slot)) && new Set(named).size === named.length && named.length + left === common(two).length
  );
}

function daysHold([from, until]: string[], two: Two): boolean {
  const says = (day: string | null | undefined, said: string | undefined): boolean =>
    typeof day === "string" && sayDate(day, two.lang).replaceAll("\u00a0", " ") === said;
  const latest = both(two)
    .map(({ from_day }) => from_day ?? "9999")
    .toSorted()
    .at(-1);
  const first = both(two)
    .map(({ until_day }) => until_day ?? "0000")
    .toSorted()[0];
  return says(latest, from) && says(first, until) && (latest ?? "") <= (first ?? "");
}

const called = ({ name, nameEn }: Theme, lang: Lang): string => (lang === "da" ? name : nameEn);
const words = (said: string): string[] => [...said.matchAll(/[»“]([^«”]+)[«”]/g)].map(([, word = ""]) => word);
const roomHolds = ([room, persons]: string[], two: Two): boolean =>
  offer(two).persons === Number(room) && need(two).persons === Number(persons) && Number(room) >= Number(persons);
const kmHolds = (said: string | undefined, two: Two): boolean => {
  const km = metres(two.own, two.other) / 1_000;
  return Math.abs(km - Number(said)) <= 0.51 || (km < 1 && Number(said) === 1);
};

const shared: Record<string, (said: string[], two: Two) => boolean> = {
  "same-theme": ([said], two) => both(two).every(({ themes }) => themes.some((theme) => called(theme, two.lang) === said)),
  "kindred-theme": ([said], two) =>
    both(two).every(({ themes }) =>
      themes.some((theme) => said === ((two.lang === "da" ? theme.parentName : theme.parentNameEn) ?? called(theme, two.lang))),
    ),
  words: ([said = ""], two) => words(said).length > 0 && words(said).every((word) => both(two).every((post) => stands(word, post))),
  "like-words": ([mine = "", theirs = ""], { own, other }) => stands(mine, own) && stands(theirs, other),
  "same-type": ([said], two) => both(two).every((post) => types[two.lang][post.contribution_type] === said),
  "same-place": ([said], two) => both(two).every(({ place }) => place === said) && two.own.locality === two.other.locality,
  near: ([said], two) => kmHolds(said, two) && Number(said) <= 10,
  remote: (_, two) => need(two).remote,
  time: timesHold,
  days: daysHold,
  places: roomHolds,
  sufficient: roomHolds,
  enough: ([said], { other }) => other.left_over === Number(said) && Number(said) > 1,
};
const sharedDoubts: typeof shared = {
  "other-type": ([mine, theirs], { own, other, lang }) =>
    types[lang][own.contribution_type] === mine && types[lang][other.contribution_type] === theirs && mine !== theirs,
  far: ([said], two) => kmHolds(said, two) && Number(said) >= 10,
  "unknown-place": (_, two) => both(two).some(({ locality }) => locality === null),
  "unknown-time": (_, two) => both(two).some(({ slots }) => slots === null),
  "no-common-time": (_, two) => both(two).every(({ slots }) => slots !== null) && common(two).length === 0,
  "unknown-room": ([said], two) => need(two).persons === Number(said) && offer(two).persons === null,
  "little-room": ([room, persons], two) =>
    offer(two).persons === Number(room) && need(two).persons === Number(persons) && Number(room) < Number(persons),
  "min-age": ([said], { other }) => other.min_age === Number(said),
  credential: ([said], { other, lang }) => other.credential !== null && proofs[lang][other.credential] === said,
};

const reasons: Record<Lang, Record<string, RegExp>> = {
  da: {
    "same-theme": /^Samme emne: (.+)$/,
    "kindred-theme": /^Begge hører under emnet (.+)$/,
    words: /^Begge skriver (.+)$/,
    "like-words": /^»(.+)« hos den ene og »(.+)« hos den anden$/,
    "same-type": /^Samme slags: (.+)$/,
    "same-place": /^Begge i (.+)$/,
    near: /^Omkring (\d+) km imellem$/,
    remote: /^Kan klares hjemmefra$/,
    days: /^Passer begge fra (.+) til (.+)$/,
    time: /^(.+) passer begge$/,
    places: /^Plads til (\d+), og det gælder (\d+)$/,
    sufficient: /^Nok til (\d+), og det gælder (\d+)$/,
    enough: /^Der er (\d+) tilbage$/,
  },
  en: {
    "same-theme": /^Same theme: (.+)$/,
    "kindred-theme": /^Both come under (.+)$/,
    words: /^Both write (.+)$/,
    "like-words": /^“(.+)” in one and “(.+)” in the other$/,
    "same-type": /^Same kind: (.+)$/,
    "same-place": /^Both in (.+)$/,
    near: /^About (\d+) km apart$/,
    remote: /^Can be done from home$/,
    days: /^Suits both from (.+) to (.+)$/,
    time: /^(.+): suits both$/,
    places: /^Room for (\d+), and it is about (\d+)$/,
    sufficient: /^Enough for (\d+), and it is about (\d+)$/,
    enough: /^There are (\d+) left$/,
  },
};
const doubts: typeof reasons = {
  da: {
    "other-type": /^Den ene skriver (.+), den anden (.+)$/,
    far: /^Omkring (\d+) km imellem$/,
    "unknown-place": /^Stedet ligger ikke fast$/,
    "unknown-time": /^Tidspunktet ligger ikke fast$/,
    "no-common-time": /^De tider, de har skrevet, passer ikke sammen$/,
    "unknown-room": /^Det står ikke, om der er nok til (\d+)$/,
    "little-room": /^Der er til (\d+), men det gælder (\d+)$/,
    "min-age": /^Man skal være fyldt (\d+)$/,
    credential: /^Der bliver bedt om: (.+)$/,
  },
  en: {
    "other-type": /^One says (.+), the other (.+)$/,
    far: /^About (\d+) km apart$/,
    "unknown-place": /^The place is not fixed$/,
    "unknown-time": /^The time is not fixed$/,
    "no-common-time": /^The times they have written do not meet$/,
    "unknown-room": /^It does not say whether there is enough for (\d+)$/,
    "little-room": /^There is enough for (\d+), but it is about (\d+)$/,
    "min-age": /^One must be at least (\d+)$/,
    credential: /^Asked for: (.+)$/,
  },
};

/** Which reason a sentence is, and whether it holds; undefined for a sentence that nobody knows. */
export const readReason = (said: string, two: Two): { code: string; holds: boolean } | undefined =>
  read(said, two, reasons[two.lang], shared);
export const readDoubt = (said: string, two: Two): { code: string; holds: boolean } | undefined =>
  read(said, two, doubts[two.lang], sharedDoubts);

function read(
  said: string,
  two: Two,
  patterns: Record<string, RegExp>,
  checks: typeof shared,
): { code: string; holds: boolean } | undefined {
  for (const [code, pattern] of Object.entries(patterns)) {
    const found = pattern.exec(said);
    if (found) return { code, holds: checks[code]?.(found.slice(1), two) ?? false };
  }
  return undefined;
}
