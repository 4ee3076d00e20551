// SPDX-License-Identifier: EUPL-1.2

/**
 * Reads a red control: two remarks (`# experiment: FILE › NAME` and `# fault: what is broken`), then a unified diff.
 * Out: { file, name, fault, edits: [{ path, before, after }] }, with the text of each hunk before and after.
 */
export function readPatch(text) {
  const [, file, name] = /^# experiment: (\S+) › (.+)$/m.exec(text) ?? [];
  const [, fault] = /^# fault: (.+)$/m.exec(text) ?? [];
  if (!file || !fault) throw new Error("A red control begins with `# experiment: FILE › NAME` and `# fault: …`.");
  const edits = [];
  let path;
  for (const line of text.split("\n")) {
    const named = /^\+\+\+ b\/(\S+)/.exec(line);
    if (named) path = named[1];
    else if (line.startsWith("@@")) edits.push({ path, before: [], after: [] });
    else if (edits.length > 0 && /^[ +-]/.test(line) && !line.startsWith("--- ")) {
      const edit = edits.at(-1);
      if (!line.startsWith("+")) edit.before.push(line.slice(1));
      if (!line.startsWith("-")) edit.after.push(line.slice(1));
    }
  }
  if (edits.length === 0) throw new Error("A red control has a hunk that changes something.");
  return { file, name: name.trim(), fault, edits };
}

/**
 * The text with one hunk planted. What the hunk takes away and leaves must stand there exactly once; where, and how it is broken
 * into lines, does not matter, so that a control survives what is written above it and the formatter.
 */
export function plant(text, { path, before, after }) {
  const signs = [...text.matchAll(/\S/g)];
  const bare = signs.map(([sign]) => sign).join("");
  const wanted = before.join("").replaceAll(/\s/g, "");
  const [at, another] = placesOf(wanted, bare);
  if (at === undefined || another !== undefined) {
    throw new Error(
      `The lines to change stand ${at === undefined ? 0 : "several"} times in ${path}: bring the control up to date.\n${before.join("\n")}`,
    );
  }
  const from = signs[at].index;
  const to = signs[at + wanted.length - 1].index + 1;
  return text.slice(0, from) + after.join("\n").trimStart() + text.slice(to);
}

function placesOf(wanted, text) {
  const places = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}
