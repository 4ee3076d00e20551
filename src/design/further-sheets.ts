// SPDX-License-Identifier: EUPL-1.2
import { remember } from "#platform/remember.ts";

/** A stylesheet that only the pages fetch which use one of its classes: what a phone reads first stays light. */
export type FurtherSheet = { name: string; of: readonly string[]; tokens: boolean; uses: RegExp };

const whereClass = (names: string): RegExp => new RegExp(`\\b(?:${names})\\b`);

export const furtherSheets: readonly FurtherSheet[] = [
  // Fields, doors, maps, charts.
  {
    name: "pictures.css",
    of: ["art", "figures"],
    tokens: true,
    uses: whereClass("figure-[a-z]+|rates|hero|doors|map|places|fields"),
  },
  // Posts that may fit, why, and what narrows a list in a row.
  {
    name: "exchange.css",
    of: ["match", "exchange"],
    tokens: false,
    uses: whereClass("reasons|pair|chips|counterpart|filter-row|slot-grid"),
  },
  // People's own pictures, alone: a page with one needs no fields.
  { name: "photos.css", of: ["photos"], tokens: false, uses: whereClass("photos") },
  // What people say under a thing.
  { name: "talk.css", of: ["talk"], tokens: false, uses: whereClass("comment|stand|talk-[a-z]+") },
  // What other sites show in a frame.
  { name: "embed.css", of: ["embed"], tokens: false, uses: whereClass("embed-[a-z]+") },
  // Where people work: the workbench and the settings.
  { name: "desk.css", of: ["desk"], tokens: false, uses: whereClass("work|due|desk-[a-z]+") },
];

/** Names of the further stylesheets that a page needs. In: its HTML. */
export function sheetsUsedBy(html: string): string[] {
  const used = new Set([...classesIn(html)].flatMap(sheetsOf));
  return furtherSheets.map(({ name }) => name).filter((name) => used.has(name));
}

/** What stands in the class attributes, each once. Searched for without an expression: each page passes here whole. */
function classesIn(html: string): Set<string> {
  const mark = 'class="';
  const found = new Set<string>();
  for (let at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at)) {
    const end = html.indexOf('"', at + mark.length);
    if (end < 0) break;
    found.add(html.slice(at + mark.length, end));
    at = end;
  }
  return found;
}

const sheetsOf = remember((classes: string) => furtherSheets.filter(({ uses }) => uses.test(classes)).map(({ name }) => name), 5_000);
