// SPDX-License-Identifier: EUPL-1.2
import type { Cell } from "#platform/open-data.ts";

/**
 * A table by RFC 4180, with the mark by which Excel knows UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe
 * before it; numbers stay numbers.
 */
export const csvOf = (header: readonly string[], rows: readonly Cell[][]): string =>
  `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = asText(value);
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * An apostrophe before what Excel, LibreOffice and Google Sheets begin a formula with (OWASP, CSV injection), also after white space.
 * Also after a semicolon, a tab or a line end within the text: a spreadsheet in Danish takes a semicolon for the end of a cell, and then
 * knows no quotes.
 */
const asText = (text: string): string =>
  text
    .replaceAll(/[;\t\r\n](?=[\s\u00a0"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$&'")
    .replace(/^(?=[\t\r\n]|[\s\u00a0"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/, "'");
