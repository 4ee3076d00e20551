// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from "./entry.ts";
import { metresBetween, type Point } from "./distance.ts";

/** An entry with what stands in its text and where its locality lies. */
export type Described = Omit<Entry, "thing" | "kind"> & {
  thing: string;
  kind: string;
  reference: string;
  title: string;
  /** Title and text without the names of places: these are compared as places. */
  heading: string;
  text: string;
  /** The middle of its locality. */
  point: (Point & { id: string; name: string }) | undefined;
};

/** Metres between the middles of their localities; undefined where one of them says none. */
export const apart = (a: Pick<Described, "point">, b: Pick<Described, "point">): number | undefined =>
  a.point && b.point ? metresBetween(a.point, b.point) : undefined;

/** Whether what is looked for can be done from home. */
export const fromHome = (a: Pick<Described, "side" | "remote">, b: Pick<Described, "side" | "remote">): boolean =>
  (a.side === "need" ? a : b).remote;
