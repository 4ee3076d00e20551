// SPDX-License-Identifier: EUPL-1.2
import { contrast, partPairs, textPairs } from "./contrast.ts";
import { colours, type Colour, type Pair } from "./tokens.ts";

/** The colours that a municipality chooses itself; all others follow from them or stay. */
export const ownTokens = ["fjord", "fjord-tint", "thread", "thread-tint"] as const;
export type OwnToken = (typeof ownTokens)[number];
export type OwnColours = Record<OwnToken, Pair>;
/** Every colour of a site, chosen or following. */
export type Palette = Record<Colour, Pair>;
type Side = 0 | 1;

/** Words of a colour that cannot be read, or a part that cannot be seen: how strong it is, how strong it must be, what would do. */
export type Weak = { token: OwnToken; side: Side; ratio: number; least: number; ink: Colour; ground: Colour; nearest: string };

export const standardColours: OwnColours = {
  fjord: colours.fjord,
  "fjord-tint": colours["fjord-tint"],
  thread: colours.thread,
  "thread-tint": colours["thread-tint"],
};

/** All colours of a site. What follows from another is only reckoned where that one was changed. */
export function paletteOf(own: OwnColours): Palette {
  const palette: Palette = { ...colours, ...own };
  const each = (make: (side: Side) => string): Pair => [make(0), make(1)];
  const isOwn = (side: Side): boolean => own.fjord[side] !== colours.fjord[side];
  palette["fjord-hover"] = each((side) =>
    isOwn(side) ? mix(own.fjord[side], side === 0 ? "#000000" : "#ffffff", 0.28) : colours["fjord-hover"][side],
  );
  palette.link = each((side) => (isOwn(side) ? readable(own.fjord[side], palette, side) : colours.link[side]));
  return palette;
}

/** Links have the colour of what can be pressed, as strong as words must be. */
function readable(colour: string, palette: Palette, side: Side): string {
  const grounds = textPairs.filter(([ink]) => ink === "link").map(([, ground]) => palette[ground][side]);
  return nearestOf(colour, (candidate) => grounds.every((ground) => contrast(candidate, ground) >= 7)) ?? colours.link[side];
}

/** What could not be read (7:1) or seen (3:1) with these colours; for each token and side the weakest pair. Empty: they may be used. */
export function weakOf(own: OwnColours): Weak[] {
  return ownTokens.flatMap((token) =>
    ([0, 1] as const).flatMap((side): Weak[] => {
      const all = faults(own, side);
      const mine = all.filter((fault) => blamed(fault, all) === token);
      const [weakest] = mine.toSorted((a, b) => a.ratio / a.least - b.ratio / b.least);
      if (!weakest) return [];
      const left = (candidate: string): Fault[] => faults(withColour(own, token, side, candidate), side);
      // What is proposed may be saved as it is, where that can be: it goes with the other chosen colours too.
      const goesWithAll = (candidate: string): boolean => !left(candidate).some((fault) => tokensOf(fault).includes(token));
      const isRight = (candidate: string): boolean => !left(candidate).some((fault) => blamed(fault, []) === token);
      const nearest = nearestOf(own[token][side], goesWithAll) ?? nearestOf(own[token][side], isRight) ?? standardColours[token][side];
      return [{ token, side, ...weakest, nearest }];
    }),
  );
}

type Fault = Pick<Weak, "ratio" | "least" | "ink" | "ground">;

/** Every pair that is too weak with these colours. */
function faults(own: OwnColours, side: Side): Fault[] {
  const palette = paletteOf(own);
  const measured = (pairs: typeof textPairs, least: number): Fault[] =>
    pairs.map(([ink, ground]) => ({ ink, ground, least, ratio: contrast(palette[ink][side], palette[ground][side]) }));
  return [...measured(textPairs, 7), ...measured(partPairs, 3)].filter(({ ratio, least }) => ratio < least);
}

const tokenOf = (name: Colour): OwnToken | undefined => (name === "fjord-hover" ? "fjord" : ownTokens.find((token) => token === name));
const tokensOf = ({ ink, ground }: Pick<Fault, "ink" | "ground">): OwnToken[] =>
  [tokenOf(ink), tokenOf(ground)].filter((one) => one !== undefined);

/** Which of the chosen colours must give way: the ground where it was chosen, since its ink is shared with other grounds – but not where that ink is too weak elsewhere too. */
function blamed({ ink, ground }: Fault, all: readonly Fault[]): OwnToken | undefined {
  const [of, on] = [tokenOf(ink), tokenOf(ground)];
  const weakElsewhere = of !== undefined && all.some((other) => tokenOf(other.ink) === of && tokenOf(other.ground) === undefined);
  return weakElsewhere ? of : (on ?? of);
}

const withColour = (own: OwnColours, token: OwnToken, side: Side, colour: string): OwnColours => {
  const pair: Pair = side === 0 ? [colour, own[token][1]] : [own[token][0], colour];
  return { ...own, [token]: pair };
};

/** The same colour a little darker or lighter: the smallest step that passes. */
function nearestOf(colour: string, passes: (candidate: string) => boolean): string | undefined {
  for (let step = 0; step <= 64; step += 1) {
    for (const end of ["#000000", "#ffffff"]) {
      const candidate = mix(colour, end, step / 64);
      if (passes(candidate)) return candidate;
    }
  }
  return undefined;
}

/** A colour with so much of another in it, channel by channel. */
function mix(colour: string, other: string, share: number): string {
  const channel = (at: number): string => {
    const [one, two] = [parseInt(colour.slice(at, at + 2), 16), parseInt(other.slice(at, at + 2), 16)];
    return Math.round(one + (two - one) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The stylesheet of a site's own colours, to lie after the others; undefined where they are the delivered ones. */
export function ownCss(own: OwnColours): string | undefined {
  const palette = paletteOf(own);
  // A name that is set for light lies over the delivered dark one too: both sides are said, or the other would be lost.
  const names = ([...ownTokens, "fjord-hover", "link"] as const).filter((name) =>
    ([0, 1] as const).some((at) => palette[name][at] !== colours[name][at]),
  );
  if (names.length === 0) return undefined;
  const side = (at: Side): string => names.map((name) => `--${name}:${palette[name][at]}`).join(";");
  const [light, dark] = [side(0), side(1)];
  return `:root{${light}}\n@media (prefers-color-scheme:dark){:root{${dark}}}\n`;
}
