// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/working-days.ts";

/** That a thing wants ideas now, and what that means for an idea that is about it. */
export type Welcome = {
  /** An answer to its question, or another way of doing what it is about. */
  relation: "answers" | "better-way";
  /** Whose inbox the idea lands in. */
  area: string | undefined;
  /** What is asked, in its own words; the last day it can be answered. */
  question: string | undefined;
  until: LocalDay | undefined;
  /** A day by which all who answer are told; an idea's own day is never later. */
  answerBy: LocalDay | undefined;
};
