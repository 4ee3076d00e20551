// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { favicon, ownCss, paletteOf, standardColours, type OwnColours, type Palette } from "#design/index.ts";
import { keep } from "#platform/db/kept.ts";
import { factsIn } from "./facts.ts";
import type { Municipality } from "./schema.ts";

/** How pages, mails and pictures look: the word mark and whose it is, all colours, and what of them has an address of its own. */
export type Look = {
  wordMark: { name: string; beside: string };
  palette: Palette;
  /** Changes with the look, and with nothing else: part of the address of what is painted with it. */
  version: string;
  /** The stylesheet and the mark in own colours, under addresses that move with them; none where they are the delivered ones. */
  colours: { href: string; css: string; iconHref: string; icon: string } | undefined;
};

/** Before a municipality was read. */
export const standardLook: Look = lookWith({ name: "Medborger", beside: "" }, standardColours);

/** The look as the database has it now. */
export const lookOf = keep(["site"], async (db): Promise<Look> => {
  const row = await db.selectFrom("platform.municipality").select("facts").executeTakeFirst();
  return row ? lookIn(factsIn(row).municipality) : standardLook;
});

export function lookIn({ wordMark, colours }: Pick<Municipality, "wordMark" | "colours">): Look {
  const pair = ({ light, dark }: { light: string; dark: string }) => [light, dark] as const;
  return lookWith(wordMark, {
    fjord: pair(colours.fjord),
    "fjord-tint": pair(colours.fjordTint),
    thread: pair(colours.thread),
    "thread-tint": pair(colours.threadTint),
  });
}

function lookWith(wordMark: Look["wordMark"], own: OwnColours): Look {
  const palette = paletteOf(own);
  const css = ownCss(own);
  const at = css === undefined ? "" : `/farver/${hashOf(css)}`;
  return {
    wordMark,
    palette,
    version: hashOf(JSON.stringify([wordMark, palette])),
    colours: css === undefined ? undefined : { href: `${at}.css`, css, iconHref: `${at}.svg`, icon: favicon(palette) },
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
