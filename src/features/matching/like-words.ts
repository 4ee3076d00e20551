// SPDX-License-Identifier: EUPL-1.2

/** A part shorter than this may stand in any word. */
export const shortest = 4;

/** What makes a word of another one, and is no part that means something by itself. */
const endings =
  /^(?:e|en|er|et|ens|ets|ers|erne|ernes|ene|ede|ende|ere|eren|erens|ning|ningen|ninger|ing|ingen|inger|else|elsen|elser|hed|heden|skab|skabet|lig|lige|som|isk|iske|ist|s|t|te|tion|ation|ationen)$/u;

/** What two words begin with says something from here on. */
const shortestBeginning = 5;
const beginnings = new Set(["efter", "enkel", "forbe", "foren", "forsk", "indle", "inter", "kommu", "konta", "melle", "overs", "under"]);

/**
 * The part that two different words share: "skov" of "skovtur" and "skov", "cykel" of "cykelsmed" and "cykeltur". Undefined where they
 * are only alike by chance: "hold" and "holdning".
 */
export function sharedPart(a: string, b: string): string | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < shortest || short === long) return undefined;
  const beginning = commonBeginning(short, long);
  if (beginning === short.length && isPart(long.slice(beginning))) return short;
  if (long.endsWith(short) && isPart(long.slice(0, -short.length))) return short;
  if (beginning < shortestBeginning || beginnings.has(short.slice(0, shortestBeginning))) return undefined;
  return short.slice(0, beginning);
}

/** What is left of a compound is a word too, or joined by an s. */
const isPart = (rest: string): boolean => rest.length >= 3 && !endings.test(rest);

/** How many letters the two begin with alike. */
function commonBeginning(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}
