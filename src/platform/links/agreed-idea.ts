// SPDX-License-Identifier: EUPL-1.2
import type { LocalDay } from "#platform/clock/working-days.ts";

/** An idea to be made of a thing whose author agreed to it: whose it is, where it lies, and the day by which an answer was promised already. */
export type AgreedIdea = {
  title: string;
  text: string;
  shownName: string | undefined;
  author: string;
  locality: string | undefined;
  area: string;
  answerBy: LocalDay;
};
