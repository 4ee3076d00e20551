// SPDX-License-Identifier: EUPL-1.2
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

/** No honest line is longer, and no other may fill the memory. */
export const longestLine = 100_000;

/** The lines of a file, one at a time, without their ends; `text` is undefined for what is too long or not UTF-8. */
export async function* linesOf(file: string): AsyncGenerator<{ number: number; text: string | undefined; why?: "too-long" | "encoding" }> {
  let number = 0;
  for await (const bytes of rawLines(file)) {
    number += 1;
    if (bytes.length > longestLine) yield { number, text: undefined, why: "too-long" };
    else if (!isUtf8(bytes)) yield { number, text: undefined, why: "encoding" };
    else
      yield {
        number,
        text: bytes
          .toString("utf8")
          .replace(/^\ufeff/, "")
          .replace(/\r$/, ""),
      };
  }
}

const newLine = 0x0a;

/** At most one byte more than the longest is kept of each. */
async function* rawLines(file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    if (length <= longestLine) parts.push(part.subarray(0, longestLine + 1 - length));
    length = Math.min(length + part.length, longestLine + 1);
  };
  const take = (): Buffer => {
    const line = Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const read of createReadStream(file)) {
    const chunk: Buffer = Buffer.from(read);
    let from = 0;
    for (let end = chunk.indexOf(newLine, from); end >= 0; end = chunk.indexOf(newLine, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
