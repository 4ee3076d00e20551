// SPDX-License-Identifier: EUPL-1.2

/** A colour in light and in dark, as #rrggbb (#rgb is allowed). */
export type Pair = readonly [light: string, dark: string];

/**
 * Every colour of the platform, once. The names say what a colour is for; the Danish ones are the landscape's own words
 * (fjord, eng = meadow, korn = grain, lyng = heather, krap = the red of the thread).
 * Another municipality changes `fjord`, `thread` and the tints; `contrast.test.ts` tells whether its people can still read.
 */
export const colours = {
  bg: ["#fbfaf6", "#0e1b1c"],
  surface: ["#ffffff", "#162728"],
  mist: ["#e8f1ee", "#132d2e"],
  straw: ["#fdf1d2", "#352c12"],
  text: ["#12302f", "#eaf2ef"],
  "text-2": ["#3a5351", "#b9cbc7"],
  line: ["#d3deda", "#2d4445"],
  "line-strong": ["#6a807d", "#86a09c"],
  fjord: ["#0d4a4e", "#93d6cb"],
  "fjord-hover": ["#083539", "#b5e6de"],
  "fjord-tint": ["#dcedeb", "#18393a"],
  "on-fjord": ["#ffffff", "#05211f"],
  link: ["#0b5358", "#9ddcd2"],
  thread: ["#c2322d", "#ff8d7b"],
  "thread-tint": ["#fbe5e0", "#3b2220"],
  eng: ["#1f572b", "#a2d8a0"],
  "eng-tint": ["#dfefd9", "#1d3423"],
  korn: ["#f0b429", "#f3c04b"],
  "korn-ink": ["#654300", "#f8d78a"],
  "korn-tint": ["#fdedc3", "#382c10"],
  "on-korn": ["#2c1d00", "#2c1d00"],
  sky: ["#154a76", "#9ccbf3"],
  "sky-tint": ["#dfecf6", "#172e42"],
  lyng: ["#66385f", "#e0b3da"],
  "lyng-tint": ["#f2e4ef", "#35233a"],
  error: ["#8f171b", "#ffb0a6"],
  water: ["#7fb3c0", "#3d7886"],
  l0: ["#eef1e6", "#1a2b29"],
  l1: ["#dbe8d3", "#213a33"],
  l2: ["#b9d6b4", "#2b5244"],
  l3: ["#7fb38a", "#3f7f62"],
  l4: ["#2f7a5b", "#8fd3ab"],
  f0: ["#e3ecd9", "#1b3330"],
  f1: ["#d6e6dc", "#17302f"],
  f2: ["#f7e6ba", "#413a1a"],
  f3: ["#c3dccb", "#21443c"],
  f4: ["#a9cdb5", "#2b5a4c"],
} as const satisfies Record<string, Pair>;

export type Colour = keyof typeof colours;

/** What is not a colour: faces, steps of space, corners, sizes of type. Written to CSS as they stand. */
export const measures = {
  serif: '"Hedvig Letters Serif","Hedvig fallback",Georgia,serif',
  sans: '"Figtree","Figtree fallback",system-ui,sans-serif',
  "s-1": ".25rem",
  "s-2": ".5rem",
  "s-3": ".75rem",
  "s-4": "1rem",
  "s-5": "1.5rem",
  "s-6": "2rem",
  "s-7": "3rem",
  "s-8": "clamp(3.25rem,2.5rem + 3vw,5rem)",
  "r-1": "6px",
  "r-2": "12px",
  "r-3": "22px",
  "h-front": "clamp(2.35rem,1.6rem + 3.6vw,4rem)",
  "h-1": "clamp(2.1rem,1.6rem + 2.2vw,3.1rem)",
  "h-2": "clamp(1.65rem,1.35rem + 1.3vw,2.25rem)",
  "h-3": "1.1875rem",
  small: ".9375rem",
} as const;

/** Cards lie one step above the paper: a soft shadow in light, a thin line in dark. */
const shadow: Pair = ["0 1px 2px #12302f14,0 6px 20px -8px #12302f26", "0 0 0 1px #2d4445"];

/** The tokens every page needs as CSS custom properties, light first and dark by the person's own choice of colour scheme. */
export function tokensCss(): string {
  const plain = Object.entries(measures).map(([name, value]) => `--${name}:${value}`);
  const side = (index: 0 | 1) => [...scheme((name) => !isForPictures(name), index), `--shadow:${shadow[index]}`];
  return both(["color-scheme:light dark", ...plain, ...side(0)], side(1));
}

/** The colours of fields and water, which only pages with such a picture need. */
export const pictureTokensCss = (): string => both(scheme(isForPictures, 0), scheme(isForPictures, 1));

const isForPictures = (name: string): boolean => /^[lf][0-4]$|^water$/.test(name);

const scheme = (wanted: (name: string) => boolean, side: 0 | 1): string[] =>
  Object.entries(colours)
    .filter(([name]) => wanted(name))
    .map(([name, pair]) => `--${name}:${pair[side]}`);

const both = (light: readonly string[], dark: readonly string[]): string =>
  `:root{${light.join(";")}}\n@media (prefers-color-scheme:dark){:root{${dark.join(";")}}}\n`;
