// SPDX-License-Identifier: EUPL-1.2

/** HTML that has been made here, as opposed to text. */
export type Html = { readonly html: string };
type Piece = string | number | Html | readonly Html[];

/** A template that escapes all it is given, in text and between quotation marks alike, unless it is HTML made here. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { html: parts.reduce((made, part, index) => made + inside(pieces[index - 1] ?? "") + part) };
}

function inside(piece: Piece): string {
  if (typeof piece === "string" || typeof piece === "number") return escape(String(piece));
  return "html" in piece ? piece.html : piece.map((one) => one.html).join("");
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
const escape = (text: string): string => text.replace(/[&<>"'`]/g, (sign) => signs[sign] ?? "");

/** Text of several lines, with the line breaks kept. */
export const lines = (text: string): Html => ({ html: text.split("\n").map(escape).join("<br>") });

/** A whole http(s) address; anything else is a fault of whoever wrote the mail. */
export function address(href: string): string {
  const url = URL.parse(href);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") throw new Error("A link in a mail needs a whole address, https://…");
  return url.href;
}
