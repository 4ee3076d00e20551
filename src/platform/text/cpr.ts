// SPDX-License-Identifier: EUPL-1.2

/** Where in a text a CPR number stands. Never the number itself: it must not travel on into a log or a message. */
export type Place = { at: number; length: number };

export const containsCpr = (text: string): boolean => findCpr(text).length > 0;

/**
 * Danish personal numbers (CPR) in free text: day, month, year, then four digits, with or without separators. The date
 * must exist. The old modulus-11 check is not asked for: numbers that do not keep it have been given out since
 * 1 October 2007 (https://www.cpr.dk/cpr-systemet/personnumre-uden-kontrolciffer-modulus-11-kontrol/).
 * When in doubt it says yes: the writer is asked kindly, and a number that was published cannot be called back.
 */
export function findCpr(text: string): Place[] {
  return [...text.matchAll(candidate)].filter(isNumberOfAPerson).map((match) => ({ at: match.index, length: match[0].length }));
}

const space = "[ \\u00a0\\t]";
const dash = "[-\\u2010-\\u2015\\u2212]";

/**
 * Not in the middle of a longer number (EAN, account, decimals) and not after +45: that is a telephone. After the date
 * comes a dash or a space or both; a single dot or slash only close to it ("12.11.26. 1930 mødte op" ends a sentence).
 */
const candidate = new RegExp(
  `(?<!\\d|\\d[.,]|\\+\\d{0,3}${space}?)` +
    `(?<day>\\d\\d)(?<first>[./ ]|${dash})?(?<month>\\d\\d)(?<second>[./ ]|${dash})?(?<year>\\d\\d)` +
    `(?<before>${space}{0,2}(?:${dash}${space}{0,2})?|[./])(?<serial>\\d{4})(?!\\d|[.,]\\d)`,
  "gu",
);

const pairBefore = new RegExp(`\\d([ \\u00a0]|${dash})$`, "u");

function isNumberOfAPerson(match: RegExpExecArray): boolean {
  const { day = "", first, month = "", second, year = "", before = "", serial = "" } = match.groups ?? {};
  if (!separatorsFit(first, second)) return false;
  // "20 11 12 78 8900", "93-18-01-00 8870": pairs with one sign between them all are a telephone number and what follows it.
  const [, sign] = pairBefore.exec(match.input.slice(0, match.index)) ?? [];
  if (sign !== undefined && first !== undefined && (first === " ") === /[ \u00a0]/.test(sign)) return false;
  // "01.02.26 - 2803": a written date followed by something else is only taken where the four digits stand close.
  if (first !== undefined && before.length > 1) return false;
  return isDate(Number(day), Number(month), fullYear(Number(year), Number(serial.charAt(0))));
}

/** None at all, twice the same, or the Danish 12/11-26. */
const separatorsFit = (first: string | undefined, second: string | undefined): boolean =>
  first === second || (first === "/" && second === "-");

/** The seventh digit says the century (https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret/). */
function fullYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

function isDate(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}
