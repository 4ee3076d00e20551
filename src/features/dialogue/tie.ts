// SPDX-License-Identifier: EUPL-1.2

/** The two ways in which a person stands by a thing: to hear of it, and to be counted for it. Each is one row, or none. */
export type Tie = "follow" | "support";

/** What a mailed link says yes to, and what the link beside it takes back. */
export const purposes: Record<Tie, { yes: string; no: string }> = {
  follow: { yes: "follow", no: "unfollow" },
  support: { yes: "support", no: "unsupport" },
};
