// SPDX-License-Identifier: EUPL-1.2
import { platformTexts } from "#platform/forms/say-errors.ts";
import type { Lang } from "#platform/i18n/i18n.ts";

/**
 * How one thing can be tied to another, read from the first to the second: an idea "answers" a listing, an idea "became" a
 * project. The list is closed: a new relation has its words in every language before it has its first row.
 */
export const relations = ["part-of", "variant-of", "answers", "better-way", "became", "needs"] as const;
export type Relation = (typeof relations)[number];
export const isRelation = (value: unknown): value is Relation => relations.some((relation) => relation === value);

/** Seen from the thing itself: it points to the other, or the other points to it. */
export type Way = "to" | "from";

/** What stands above the things at the other end: "Indgår i" or "Svar på spørgsmålet". */
export const linkWords = ({ relation, way }: { relation: Relation; way: Way }, lang: Lang): string =>
  platformTexts(lang)(`link.${relation}.${way}`);
