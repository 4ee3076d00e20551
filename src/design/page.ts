// SPDX-License-Identifier: EUPL-1.2
import { asset } from "./assets.ts";
import { sheetsUsedBy } from "./further-sheets.ts";
import { icons } from "./icons.gen.ts";
import { isWeave, weaves } from "./weaves.ts";

const used = /(?:href="#i-|url\(#w-)([a-z0-9-]+)/g;
const known: ReadonlyMap<string, string> = new Map(Object.entries(icons));

/**
 * The page as it is sent: the doctype, the page, and in it only the signs and weaves that this page uses.
 * In: the HTML of a whole page (`<html>…</html>`) as the renderer gave it.
 */
export function wholePage(html: string): string {
  const end = html.lastIndexOf("</body>");
  if (end < 0) throw new Error("wholePage expects a page with a body");
  return `<!DOCTYPE html>${withSheets(html.slice(0, end))}${sprite(html)}${html.slice(end)}`;
}

/** One hidden drawing that holds every icon and weave which `html` points at; empty where it points at none. */
export function sprite(html: string): string {
  const names = new Set(Array.from(html.matchAll(used), (match) => match[1] ?? ""));
  const symbols = [...names].map(symbol).join("");
  return symbols === "" ? "" : `<svg class="sprite" aria-hidden="true" focusable="false">${symbols}</svg>`;
}

function symbol(name: string): string {
  if (isWeave(name))
    return `<pattern id="w-${name}" class="${name}" width="14" height="14" patternUnits="userSpaceOnUse">${weaves[name]}</pattern>`;
  const shape = known.get(name);
  return shape === undefined ? "" : `<symbol id="i-${name}" viewBox="0 0 24 24">${shape}</symbol>`;
}

/** The further stylesheets go into the head, each only where the page uses something of it. */
function withSheets(html: string): string {
  const links = sheetsUsedBy(html).map((name) => `<link rel="stylesheet" href="${asset(name)}">`);
  return links.length === 0 ? html : html.replace("</head>", `${links.join("")}</head>`);
}
