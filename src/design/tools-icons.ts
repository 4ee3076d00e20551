// SPDX-License-Identifier: EUPL-1.2
// Writes icons.gen.ts from the lucide package: `node src/design/tools-icons.ts`. Run after adding a name here.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const names = `arrow-left arrow-right bell book-open bus calendar-days car check circle-alert circle-check
circle-dashed circle-help circle-minus clock copy door-open download euro external-link eye file-text flag git-merge globe hand-coins hand-heart
hand-helping handshake heart hourglass house inbox info landmark languages lightbulb link list lock log-in
log-out mail map-pin megaphone message-circle minus package paperclip pencil phone plus printer repeat route rss scale
search send sprout thumbs-up trash-2 triangle-alert undo-2 user user-plus users wrench x`.split(/\s+/);

const folder = join(createRequire(import.meta.url).resolve("lucide-static/package.json"), "../icons");

const icons = names.map((name) => `  "${name}": '${inside(name)}',`);
// The one sign of our own: half a disc, for what is being looked into.
icons.push(`  "half": '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',`);

writeFileSync(
  join(import.meta.dirname, "icons.gen.ts"),
  `// SPDX-License-Identifier: EUPL-1.2
// Written by tools-icons.ts; do not edit. Shapes: lucide (ISC License, © Lucide Contributors; part MIT, © Cole Bemis).
export const icons = {
${icons.toSorted().join("\n")}
} as const;
`,
);

function inside(name: string): string {
  const svg = readFileSync(join(folder, `${name}.svg`), "utf8");
  return svg
    .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
    .replaceAll(/\s*\n\s*/g, "")
    .replaceAll(" />", "/>");
}
