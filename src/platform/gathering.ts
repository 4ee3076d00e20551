// SPDX-License-Identifier: EUPL-1.2
import type { Lang } from "#platform/i18n/i18n.ts";

/** Where things lie, for what gathers them: one locality, or any of some themes. By id. */
export type Whereabouts = { locality?: string | undefined; themes?: string[] | undefined };

/** How a kind stands together on the page of a place or a theme. */
export type Group = {
  /** The lowest stands first: what one can still take part in before what is only told. */
  order: number;
  title(lang: Lang): string;
  /** "12 idéer". */
  count(lang: Lang, count: number): string;
  /** The list of all of them there. In: slug of a locality or key of a theme. */
  list(lang: Lang, at: { locality?: string; theme?: string }): string;
};
