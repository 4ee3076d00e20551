// SPDX-License-Identifier: EUPL-1.2
import { path } from "#platform/http/path.ts";

export const paths = {
  follow: path("/foelg/:reference"),
  unfollow: path("/foelg/:reference/stop"),
  support: path("/stoet/:reference"),
  unsupport: path("/stoet/:reference/tag-tilbage"),
  conversation: path("/samtale/:reference"),
  write: path("/samtale/:reference/skriv"),
  reply: path("/kommentar/:reference/svar"),
  correct: path("/kommentar/:reference/ret"),
  takeBack: path("/kommentar/:reference/tag-tilbage"),
};

/** Where a comment stands on its page. */
export const anchorOf = (number: number): string => `k${number}`;

/** The same four for each tie. */
export const tiePaths = {
  follow: { start: paths.follow, stop: paths.unfollow, yes: path("/foelg/ja/:token"), no: path("/foelg/nej/:token") },
  support: { start: paths.support, stop: paths.unsupport, yes: path("/stoet/ja/:token"), no: path("/stoet/nej/:token") },
};
