// SPDX-License-Identifier: EUPL-1.2
import { xml } from "#platform/text/xml.ts";
import { icons } from "./icons.gen.ts";
import { knot } from "./knot.ts";
import { drawPortrait } from "./portrait.ts";
import type { Palette } from "./palette.ts";
import type { Colour } from "./tokens.ts";
import type { IconName } from "./parts/Icon.tsx";

/** What stands on the picture of a link. The place decides its fields. */
export type SharePicture = {
  sign: { icon: IconName; text: string } | undefined;
  title: string;
  /** Under the title: who and where. */
  line: string;
  /** At the foot: the word mark, and whose it is behind a rule. */
  wordMark: { name: string; beside: string };
  place: string;
  colours: Palette;
};

/** How wide a text is set in a face at size 100. */
export type Measure = (text: string, face: Face) => number;
export type Face = "serif" | "sans";
/** The families as the build names them (`drawnFonts`). The serif is for western Europe; other Latin letters come from a file of their own. */
export const familyOf = (sign: string, face: Face): string =>
  face === "serif" ? "Drawn Serif" : western.test(sign) ? "Drawn Sans" : "Drawn Sans Ext";
const western = /^[\u0020-\u00FF\u2010-\u203A\u20AC]*$/;
/** Signs that no file has are left out. */
const drawable = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[^\u0020-\u024F\u1E00-\u1EFF\u2010-\u203A\u20AC]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

const [width, height, edge, strip] = [1200, 630, 72, 176];
const room = width - 2 * edge - 24;

/** The picture of a link, 1200 × 630, as SVG: paper, the title in the voice, the place's fields under it. Nothing in it is fetched. */
export function drawSharePicture({ sign, title, line, wordMark, place, colours }: SharePicture, measure: Measure): string {
  const brush: Brush = { measure, light: (name) => colours[name][0] };
  const { light } = brush;
  const { lines, size, face } = setTitle(drawable(title), measure);
  const top = 128;
  const baseline = (row: number): number => top + size * (1.02 + row * 1.14);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${light("bg")}"/>`,
    sign ? signed(sign, brush) : "",
    ...lines.map((text, row) => words(text, { x: edge - 2, y: baseline(row), size, face, colour: "text" }, brush)),
    words(
      shortened(drawable(line), room, 30, "sans", measure),
      {
        x: edge,
        y: baseline(lines.length - 1) + 58,
        size: 30,
        face: "sans",
        colour: "text-2",
      },
      brush,
    ),
    fields(place, brush),
    mark(wordMark, brush),
    "</svg>",
  ].join("");
}

/** What all parts are set and painted with. */
type Brush = { measure: Measure; light(name: Colour): string };

/** As large as the title fits in few lines; a very long one is cut at a word. */
function setTitle(title: string, measure: Measure): { lines: string[]; size: number; face: Face } {
  const face = western.test(title) ? "serif" : "sans";
  const width = (text: string): number => measure(text, face);
  const sizes = [
    [86, 2],
    [70, 3],
    [60, 3],
    [52, 4],
  ] as const;
  for (const [size, most] of sizes) {
    const lines = wrap(title, size, width);
    if (lines.length <= most) return { lines: balanced(title, lines, size, width), size, face };
  }
  const lines = wrap(title, 52, width);
  return { size: 52, face, lines: [...lines.slice(0, 3), shortened(lines.slice(3).join(" "), room, 52, face, measure)] };
}

/** In as many lines, but none much shorter than the others. */
function balanced(title: string, lines: string[], size: number, width: (text: string) => number): string[] {
  let best = lines;
  for (let narrower = room - 24; narrower > room / 2; narrower -= 24) {
    const tried = wrap(title, size, width, narrower);
    if (tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/** Whole words, as many as a line holds; a word that is wider than a line is cut into pieces. */
function wrap(text: string, size: number, width: (text: string) => number, most = room): string[] {
  const fits = (line: string): boolean => (width(line) * size) / 100 <= most;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, fits))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const letters = [...word];
  let end = 1;
  while (end < letters.length && fits(letters.slice(0, end + 1).join(""))) end += 1;
  return [letters.slice(0, end).join(""), ...(end < letters.length ? pieces(letters.slice(end).join(""), fits) : [])];
}

function shortened(text: string, most: number, size: number, face: Face, measure: Measure): string {
  const fits = (line: string): boolean => (measure(line, face) * size) / 100 <= most;
  if (fits(text)) return text;
  const letters = [...text];
  while (letters.length > 0 && !fits(`${letters.join("")} …`)) letters.pop();
  return `${letters.join("").replace(/\s+\S*$/, "")} …`;
}

type Set = { x: number; y: number; size: number; face: Face; colour: Colour };
/** Each run of letters is a text of its own, set from the file that has them: mixed in one, letters are lost. */
function words(text: string, { x, y, size, face, colour }: Set, { measure, light }: Brush): string {
  let at = x;
  return runs(text, face)
    .map((run) => {
      const set = `<text x="${Math.round(at)}" y="${Math.round(y)}" font-family="${familyOf(run, face)}" font-size="${size}" fill="${light(colour)}" xml:space="preserve">${xml(run)}</text>`;
      at += (measure(run, face) * size) / 100;
      return set;
    })
    .join("");
}

function runs(text: string, face: Face): string[] {
  const parts: string[] = [];
  for (const sign of text) {
    const last = parts.at(-1);
    if (last !== undefined && familyOf(last, face) === familyOf(sign, face)) parts[parts.length - 1] = last + sign;
    else parts.push(sign);
  }
  return parts;
}

const signed = ({ icon, text }: { icon: IconName; text: string }, brush: Brush): string =>
  `<svg x="${edge}" y="66" width="34" height="34" viewBox="0 0 24 24" fill="none" stroke="${brush.light("fjord")}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${icons[icon]}</svg>${words(text, { x: edge + 46, y: 94, size: 30, face: "sans", colour: "fjord" }, brush)}`;

function fields(place: string, { light }: Brush): string {
  const portrait = drawPortrait(place);
  const tints: Colour[] = ["f0", "f1", "f2", "f3", "f4"];
  const shapes = portrait.fields.map(({ level, path }) => {
    const tint = light(tints[level] ?? "f0");
    return `<path d="${path}" fill="${tint}" stroke="${tint}"/>`;
  });
  const knots = portrait.knots.map(
    ([x, y]) =>
      `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="6" fill="${light("thread")}" stroke="${light("bg")}" stroke-width="2.5"/>`,
  );
  return [
    `<svg y="${height - strip}" width="${width}" height="${strip}" viewBox="0 0 ${portrait.width} ${portrait.height}" preserveAspectRatio="xMidYMid slice">`,
    `<g stroke-width="6" stroke-linejoin="round">${shapes.join("")}</g><path d="${portrait.water}" fill="${light("water")}"/>`,
    `<path d="${portrait.thread}" fill="none" stroke="${light("thread")}" stroke-width="3" stroke-linecap="round" stroke-dasharray="0 7"/>${knots.join("")}</svg>`,
  ].join("");
}

/** The knot, the name, and whose it is behind a rule, on a piece of paper that lies on the fields. */
function mark({ name, beside }: SharePicture["wordMark"], brush: Brush): string {
  const { measure, light } = brush;
  const called = drawable(name);
  const face = western.test(called) ? "serif" : "sans";
  const shown = shortened(called, 460, 40, face, measure);
  const whose = shortened(drawable(beside), 420, 26, "sans", measure);
  const rule = edge + 84 + (measure(shown, face) * 40) / 100 + 22;
  const right = whose === "" ? rule - 22 : rule + 22 + (measure(whose, "sans") * 26) / 100;
  const { a, b, over } = knot(-5, 45);
  const path = { a, b };
  const stroke = { a: light("thread"), b: light("fjord") };
  const windows = over.map(
    ({ end, x, width: wide }) =>
      `<svg x="${x}" width="${wide}" height="28" viewBox="${x} 0 ${wide} 28"><path d="${path[end]}" stroke="${light("bg")}" stroke-width="7"/><path d="${path[end]}" stroke="${stroke[end]}"/></svg>`,
  );
  const y = height - 104;
  return [
    `<rect x="${edge - 24}" y="${y}" width="${Math.round(right - edge + 52)}" height="72" rx="14" fill="${light("bg")}"/>`,
    `<svg x="${edge - 2}" y="${y + 18}" width="72" height="36" viewBox="-6 1 52 26" fill="none" stroke-width="3.6"><path d="${b}" stroke="${stroke.b}"/><path d="${a}" stroke="${stroke.a}"/>${windows.join("")}</svg>`,
    words(shown, { x: edge + 84, y: y + 49, size: 40, face, colour: "text" }, brush),
    whose === "" ? "" : `<rect x="${Math.round(rule)}" y="${y + 20}" width="2" height="32" fill="${light("line")}"/>`,
    whose === "" ? "" : words(whose, { x: Math.round(rule + 22), y: y + 46, size: 26, face: "sans", colour: "text-2" }, brush),
  ].join("");
}
