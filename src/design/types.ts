// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from "preact";
import type { IconName } from "./parts/Icon.tsx";

/** What may stand between tags. */
export type Content = ComponentChildren;
/** A heading's level in the page. A component that has a heading takes it, so that the page decides the order. */
export type Level = 1 | 2 | 3 | 4;
/** An address with the words one clicks. */
export type Link = { href: string; text: string };
/** One fact in a line of small facts: a sign and words. */
export type MetaItem = { icon: IconName; text: Content };
/** The kind of a thing above its title: a sign and one word. */
export type Kind = { icon: IconName; text: Content };
/** The six weaves; a theme has one. waves nature, rings care, dots children, twill sport, zigzag culture, basket town. */
export type Weave = "waves" | "rings" | "dots" | "twill" | "zigzag" | "basket";

/** Joins class names; what is false or missing falls out. */
export const names = (...all: (string | false | undefined)[]): string => all.filter(Boolean).join(" ");
