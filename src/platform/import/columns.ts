// SPDX-License-Identifier: EUPL-1.2

/** A field and the names that a file may have for it; the first is how we say it. */
export type Column = { field: string; names: readonly [string, ...string[]]; required?: boolean };
export type Columns = readonly Column[];

/** Which of a file's names mean which field. Capitals, spaces and signs are as if they were not there. */
export function fieldsIn(
  names: readonly string[],
  columns: Columns,
): { byName: Map<string, string>; unused: string[]; twice: { one: string; other: string } | undefined } {
  const known = new Map(columns.flatMap(({ field, names: all }) => [field, ...all].map((name) => [plain(name), field] as const)));
  const byName = new Map<string, string>();
  const unused: string[] = [];
  let twice: { one: string; other: string } | undefined;
  for (const name of names) {
    const field = known.get(plain(name));
    if (field === undefined) {
      unused.push(name);
      continue;
    }
    const other = [...byName].find(([, taken]) => taken === field)?.[0];
    if (other !== undefined) twice ??= { one: other, other: name };
    byName.set(name, field);
  }
  return { byName, unused, twice };
}

const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** How a field is called in a sentence. */
export const nameOf = (field: string, columns: Columns): string => columns.find((column) => column.field === field)?.names[0] ?? field;
