// SPDX-License-Identifier: EUPL-1.2

/** How often things of each kind have moved, as far as this process has heard. What is kept of them is good while it stands. */
export type Versions = {
  of(kinds: readonly string[] | "all"): string;
  /** Called after a commit with the kinds that moved. */
  moved(kinds: readonly string[]): void;
  /** Whether commits of other processes are heard. */
  hears(yes: boolean): void;
  /** How long something may be kept, in milliseconds: a minute, or a second where commits are not heard. */
  lifetime(): number;
};

export function makeVersions(): Versions {
  const versions = new Map<string, number>();
  let all = 0;
  let age = 0;
  let hearing = true;
  return {
    of: (kinds) => `${age}:${kinds === "all" ? all : kinds.map((kind) => versions.get(kind) ?? 0).join(".")}`,
    moved(kinds) {
      all += 1;
      for (const kind of kinds) versions.set(kind, (versions.get(kind) ?? 0) + 1);
    },
    hears(yes) {
      hearing = yes;
      // Anything may have moved in between.
      age += 1;
    },
    lifetime: () => (hearing ? 60_000 : 1_000),
  };
}
