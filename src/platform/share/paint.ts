// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { Resvg, renderAsync } from "@resvg/resvg-js";
import { drawSharePicture, familyOf, type Measure, type SharePicture } from "#design/index.ts";
import { atMost } from "#platform/at-most.ts";
import { xml } from "#platform/text/xml.ts";
import { remember } from "#platform/remember.ts";

export type Painter = (picture: SharePicture) => Promise<Buffer>;

const kept = 64;

/**
 * Draws the pictures of links as PNG. In: the font files. At most two are drawn at once, off the main thread; the last ones are
 * kept, by what stands on them. No other font is read, so that the same picture comes on every machine.
 */
export function makePainter(fontFiles: string[]): Painter {
  const font = { loadSystemFonts: false, fontFiles };
  const measure = measureWith(font);
  const inLine = atMost(2, 100);
  const drawn = new Map<string, Promise<Buffer>>();
  return (picture) => {
    const svg = drawSharePicture(picture, measure);
    const key = createHash("sha256").update(svg).digest("base64url");
    const known = drawn.get(key);
    if (known) return known;
    const made = inLine(async () => (await renderAsync(svg, { font, logLevel: "off" })).asPng());
    made.catch(() => drawn.delete(key));
    if (drawn.size >= kept) drawn.delete(drawn.keys().next().value ?? key);
    drawn.set(key, made);
    return made;
  };
}

/** Letter by letter, each asked for once: how much wider three of it are than two. What leaves no ink is measured between two letters H. */
function measureWith(font: { loadSystemFonts: boolean; fontFiles: string[] }): Measure {
  const ink = (text: string, family: string): number =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text font-family="${family}" font-size="100">${xml(text)}</text></svg>`,
      { font, logLevel: "off" },
    ).getBBox()?.width ?? 0;
  const letter = remember((key: string): number => {
    const [family = "", sign = ""] = key.split("\n");
    return sign.trim() === "" ? ink("H H", family) - ink("HH", family) : ink(sign.repeat(3), family) - ink(sign.repeat(2), family);
  }, 2_000);
  return (text, face) => [...text].reduce((sum, sign) => sum + letter(`${familyOf(sign, face)}\n${sign}`), 0);
}
