// SPDX-License-Identifier: EUPL-1.2
import { cell, disc, polygonPath, riverPath, softPath, type Point } from "./geometry.ts";

/** A place with its position (WGS 84, degrees) and how much goes on there. */
export type Locality = { name: string; slug: string; lat: number; lon: number; count: number };
/** A stream or fjord as positions, with the stream. */
export type Water = readonly (readonly [lat: number, lon: number])[];

export type DrawnField = { name: string; slug: string; count: number; level: 0 | 1 | 2 | 3 | 4; x: number; y: number; path: string };
export type Fields = {
  width: number;
  height: number;
  fields: readonly DrawnField[];
  water: readonly string[];
  thread: string;
  knots: readonly Point[];
};

/** From which count on a field has level 1, 2, 3, 4. */
export type Steps = readonly [number, number, number, number];
export const countSteps: Steps = [3, 7, 13, 20];

/** Steps that tell places apart from the first week on: the usual ones where somewhere has 20 or more, else one by one. */
export const stepsFor = (counts: readonly number[]): Steps =>
  Math.max(0, ...counts) >= 20 ? countSteps : Math.max(0, ...counts) >= 7 ? [1, 3, 5, 7] : [1, 2, 3, 4];

const width = 480;
const margin = 8;
/** How far a field stands back from the border; half a stroke of that is painted again, which rounds its corners. */
const hedge = 4.5;
const stroke = 3;
const reachKm = 4;
const kmPerDegree = 111.2;

/**
 * A municipality as fields seen from the air. In: its places, its waters, and which places the red thread passes (slugs, in
 * order; else the five with most going on, from south to north). Out: path data in a picture 480 units wide. Nothing is random: the same places give the same picture.
 */
export function drawFields(
  localities: readonly Locality[],
  waters: readonly Water[],
  { steps = countSteps, thread }: { steps?: Steps; thread?: readonly string[] } = {},
): Fields {
  const place = projection(localities);
  const points = localities.map(place.at);
  const radius = reachKm * place.scale - stroke;
  const fields = localities.map(({ name, slug, count }, index): DrawnField => {
    const point = points[index] ?? [0, 0];
    const others = points.filter((_, other) => other !== index);
    return {
      name,
      slug,
      count,
      level: levelOf(count, steps),
      x: Math.round(point[0]),
      y: Math.round(point[1]),
      path: polygonPath(cell(point, others, disc(point, radius), hedge)),
    };
  });
  const knots = passed(localities, thread).map(place.at);
  return {
    width,
    height: place.height,
    fields,
    water: waters.map((water) =>
      riverPath(
        water.map(([lat, lon]) => place.at({ lat, lon })),
        3,
        10,
      ),
    ),
    thread: softPath(knots),
    knots,
  };
}

/** The five levels of the map: 0 little, 4 much. */
export function levelOf(count: number, steps: Steps = countSteps): 0 | 1 | 2 | 3 | 4 {
  const level = steps.filter((step) => count >= step).length;
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : 0;
}

type Position = { lat: number; lon: number };

/** Positions as points: flat (a municipality is small), north up, so wide that all discs fit into 480 units. */
function projection(localities: readonly Position[]): { at: (position: Position) => Point; scale: number; height: number } {
  const lats = localities.map(({ lat }) => lat);
  const lons = localities.map(({ lon }) => lon);
  const [south, north, west, east] =
    localities.length === 0 ? [0, 0, 0, 0] : [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const kmPerLon = kmPerDegree * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / ((east - west) * kmPerLon + 2 * reachKm);
  const edge = margin + reachKm * scale;
  return {
    at: ({ lat, lon }) => [edge + (lon - west) * kmPerLon * scale, edge + (north - lat) * kmPerDegree * scale],
    scale,
    height: Math.round(2 * edge + (north - south) * kmPerDegree * scale),
  };
}

function passed(localities: readonly Locality[], slugs?: readonly string[]): readonly Locality[] {
  if (slugs) return slugs.flatMap((slug) => localities.filter((locality) => locality.slug === slug));
  const busiest = localities.toSorted((a, b) => b.count - a.count || a.slug.localeCompare(b.slug)).slice(0, 5);
  return busiest.toSorted((a, b) => a.lat - b.lat || a.slug.localeCompare(b.slug));
}

type Named = { slug: string; lat: number; lon: number };

/** Names to write on the map: those with most, but none within about five kilometres of another, so that they can be read. */
export function spreadNames(places: readonly Named[]): string[] {
  const chosen: Named[] = [];
  for (const place of places) {
    const crowded = chosen.some((other) => Math.hypot((place.lat - other.lat) * 111, (place.lon - other.lon) * 62) < 5);
    if (!crowded) chosen.push(place);
  }
  return chosen.map(({ slug }) => slug);
}
