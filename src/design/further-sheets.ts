// SPDX-License-Identifier: EUPL-1.2

/** A stylesheet that only the pages fetch which use one of its classes: what a phone reads first stays light. */
export type FurtherSheet = { name: string; of: readonly string[]; tokens: boolean; uses: RegExp };

const whereClass = (names: string): RegExp => new RegExp(`class="[^"]*\\b(?:${names})\\b`);

export const furtherSheets: readonly FurtherSheet[] = [
  // Fields, doors, maps, charts, reasons.
  {
    name: "pictures.css",
    of: ["art", "figures", "match"],
    tokens: true,
    uses: whereClass("figure-[a-z]+|rates|hero|doors|map|places|fields|reasons|pair|chips"),
  },
  // People's own pictures, alone: a page with one needs no fields.
  { name: "photos.css", of: ["photos"], tokens: false, uses: whereClass("photos") },
  // What people say under a thing.
  { name: "talk.css", of: ["talk"], tokens: false, uses: whereClass("comment|stand|talk-[a-z]+") },
  // Where people work: the workbench and the settings.
  { name: "desk.css", of: ["desk"], tokens: false, uses: whereClass("work|due|desk-[a-z]+") },
];

/** Names of the further stylesheets that a page needs. In: its HTML. */
export const sheetsUsedBy = (html: string): string[] => furtherSheets.filter(({ uses }) => uses.test(html)).map(({ name }) => name);
