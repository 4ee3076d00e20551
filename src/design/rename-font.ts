// SPDX-License-Identifier: EUPL-1.2

/**
 * A TrueType font under another family name. The parts of one family come as files of the same name, and what draws on the
 * server would not know which of them to take. In: the file and the name (ASCII). Out: the file with a name table of its own.
 */
export function renameFont(font: Buffer, family: string): Buffer {
  const tables = tablesOf(font).map(({ tag, content }) => ({ tag, content: tag === "name" ? nameTable(family) : content }));
  const head = Buffer.concat([font.subarray(0, 12), Buffer.alloc(16 * tables.length)]);
  let offset = head.length;
  const bodies = tables.map(({ tag, content }, index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(0, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(content.length, at + 12);
    const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

const tablesOf = (font: Buffer): { tag: string; content: Buffer }[] =>
  Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index;
    const offset = font.readUInt32BE(at + 8);
    return { tag: font.toString("latin1", at, at + 4), content: font.subarray(offset, offset + font.readUInt32BE(at + 12)) };
  });

/** Family, style, whole name and PostScript name, for Windows in Unicode and English. */
function nameTable(family: string): Buffer {
  const names = [
    [1, family],
    [2, "Regular"],
    [4, family],
    [6, family.replaceAll(" ", "-")],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const records = Buffer.alloc(6 + 12 * names.length);
  records.writeUInt16BE(names.length, 2);
  records.writeUInt16BE(records.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const length = texts[index]?.length ?? 0;
    for (const [place, value] of [3, 1, 0x409, id, length, offset].entries()) records.writeUInt16BE(value, 6 + 12 * index + 2 * place);
    offset += length;
  }
  return Buffer.concat([records, ...texts]);
}
