// SPDX-License-Identifier: EUPL-1.2
import { IntlMessageFormat } from "intl-messageformat";

/** Words that cannot be said shorter: names, and what the matter itself is called. They count as short ones. */
const unavoidable = new Set([
  "medborger",
  "kommune",
  "kommunen",
  "kommunens",
  "byttebørs",
  "byttebørsen",
  "javascript",
  "cpr-nummer",
  "e-mail",
  "e-mailen",
  "idéerne",
  "arbejdsdage",
]);

/** Björnsson's readability index: words per sentence + per cent of words above six letters. Out: undefined without a word. */
export function lixOf(text: string): number | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const sentences = Math.max(1, text.split(/[.!?:]+(?=\s|$|["”»])/).filter((part) => /\p{L}/u.test(part)).length);
  const long = words.filter((word) => word.length > 6 && !unavoidable.has(word.toLowerCase()));
  return words.length / sentences + (100 * long.length) / words.length;
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** What a person reads of a message: its longest plural or choice, a short word for each name in it. */
export const readable = (message: string): string => say(new IntlMessageFormat(message, "da").getAst());

function say(node: unknown): string {
  if (Array.isArray(node)) return node.map(say).join("");
  if (typeof node !== "object" || node === null || !("type" in node)) return "";
  if (node.type === 0 && "value" in node) return String(node.value);
  if ("children" in node) return say(node.children);
  if ("options" in node && node.options) return longest(Object.values(node.options).map((option: unknown) => say(Object(option)["value"])));
  return "det";
}

const longest = (texts: string[]): string => texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
