// SPDX-License-Identifier: EUPL-1.2

/** Danish, German, Swedish and French letters, digits and signs: what nearly every page needs, in the first 25 KB. */
const common =
  " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~" +
  "\u00a0§«\u00ad·»½ÄÅÆÉÖØÜßàáäåæèéëíóöøúü–—‘’‚“”„…";

/** The serif only speaks in headlines and answers: letters, digits, and the signs of running text. */
const spoken = " !%&'()+,-./0123456789:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u00a0§«\u00ad·»½ÄÅÆÉÖØÜßàäåæèéëóöøúü–—’“”„…";

/** A font file to build: from which package's file, and for which characters a browser fetches it. */
export type Font = {
  name: string;
  family: string;
  weight: string;
  source: string;
  /** Present: the file is cut down to these characters (and these weights). Absent: it is copied untouched. */
  cut?: { characters: string; weights?: { min: number; max: number } };
  range: string;
};

const latin = "U+0-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212";
const latinExt = "U+100-2FF,U+1E00-1EFF,U+20A0-20C0,U+2C60-2C7F";

const figtree = (file: string) => `@fontsource-variable/figtree/files/figtree-${file}-wght-normal.woff2`;
const hedvig = (file: string) => `@fontsource/hedvig-letters-serif/files/hedvig-letters-serif-${file}-400-normal.woff2`;
const sans = { family: "Figtree", weight: "400 600" };
const serif = { family: "Hedvig Letters Serif", weight: "400" };
const more = "©°×ôçïñ•€−";

/**
 * The two faces (both SIL Open Font License 1.1). The cut file comes last: where ranges overlap, CSS takes the later one,
 * so the untouched files are fetched only for a letter that the cut one lacks.
 */
export const fonts: readonly Font[] = [
  { ...sans, name: "figtree-latin-ext.woff2", source: figtree("latin-ext"), range: latinExt },
  { ...sans, name: "figtree-latin.woff2", source: figtree("latin"), range: latin },
  {
    ...sans,
    name: "figtree.woff2",
    source: figtree("latin"),
    cut: { characters: common + more, weights: { min: 400, max: 600 } },
    range: ranges(common + more),
  },
  { ...serif, name: "hedvig-latin-ext.woff2", source: hedvig("latin-ext"), range: latinExt },
  { ...serif, name: "hedvig-latin.woff2", source: hedvig("latin"), range: latin },
  { ...serif, name: "hedvig.woff2", source: hedvig("latin"), cut: { characters: spoken }, range: ranges(spoken) },
];

/** The same two faces for what draws pictures on the server: plain TrueType, one weight each, every file a family of its own. */
export const drawnFonts: readonly { name: string; family: string; source: string; weight?: number }[] = [
  { name: "drawn-serif.ttf", family: "Drawn Serif", source: hedvig("latin") },
  { name: "drawn-sans.ttf", family: "Drawn Sans", source: figtree("latin"), weight: 500 },
  { name: "drawn-sans-ext.ttf", family: "Drawn Sans Ext", source: figtree("latin-ext"), weight: 500 },
];

/** Every character that a drawn font may have: what its file lacks it leaves out. */
export const drawnCharacters = Array.from({ length: 0x2213 - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20)).join("");

/**
 * The @font-face rules. In: the address of each font by its name. The fallbacks have the faces' own width and height
 * (measured), so that nothing jumps when the file arrives.
 */
export function fontsCss(address: (name: string) => string): string {
  const faces = fonts.map(
    (font) =>
      `@font-face{font-family:"${font.family}";src:url(${address(font.name)}) format("woff2");font-weight:${font.weight};font-display:swap;unicode-range:${font.range}}`,
  );
  return [
    ...faces,
    '@font-face{font-family:"Figtree fallback";src:local("Segoe UI"),local("Roboto"),local("Arial");size-adjust:98%;ascent-override:96%;descent-override:25%;line-gap-override:0%}',
    '@font-face{font-family:"Hedvig fallback";src:local("Georgia"),local("Noto Serif");size-adjust:94%;ascent-override:100%;descent-override:28%;line-gap-override:0%}',
  ].join("\n");
}

/** Characters as the shortest `unicode-range`. */
export function ranges(characters: string): string {
  const points = [...new Set([...characters].map((one) => one.codePointAt(0) ?? 0))].toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([from, to]) => `U+${hex(from)}${from === to ? "" : `-${hex(to)}`}`).join(",");
}

function hex(point: number): string {
  return point.toString(16).toUpperCase();
}
