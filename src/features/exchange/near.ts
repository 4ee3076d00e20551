// SPDX-License-Identifier: EUPL-1.2

type Point = { lat: number; lon: number };

/** Metres on a sphere between two points in degrees (haversine; R. W. Sinnott, "Virtues of the Haversine", 1984). */
export function metresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}
