// SPDX-License-Identifier: EUPL-1.2

export type Point = readonly [x: number, y: number];
/** A convex polygon, its corners in order. */
export type Polygon = readonly Point[];

/** A straight border: what satisfies a·x + b·y ≤ c lies inside. */
type Border = { a: number; b: number; c: number };

/**
 * The part of a convex polygon on the inner side of a border (Sutherland–Hodgman). Empty where nothing is left.
 */
export function clip(polygon: Polygon, { a, b, c }: Border): Polygon {
  const outside = ([x, y]: Point) => a * x + b * y - c;
  return polygon.flatMap((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner;
    const [here, there] = [outside(corner), outside(next)];
    const kept: Point[] = here <= 0 ? [corner] : [];
    if (here * there < 0) {
      const part = here / (here - there);
      kept.push([corner[0] + part * (next[0] - corner[0]), corner[1] + part * (next[1] - corner[1])]);
    }
    return kept;
  });
}

/**
 * The cell of one point among others: all that is nearer to it than to any other (Voronoi), within `frame`, drawn back from its
 * neighbours by `hedge` so that a hedge is left between. Where two points are closer than the hedge it becomes thinner, so
 * that each point always stays inside its own cell. A point in exactly the same place draws no border.
 */
export function cell(point: Point, others: readonly Point[], frame: Polygon, hedge: number): Polygon {
  return others.reduce((left, other) => clip(left, between(point, other, hedge)), frame);
}

function between([x, y]: Point, [otherX, otherY]: Point, hedge: number): Border {
  const distance = Math.hypot(otherX - x, otherY - y);
  if (distance === 0) return { a: 0, b: 0, c: 0 };
  const [a, b] = [(otherX - x) / distance, (otherY - y) / distance];
  const back = Math.min(hedge, distance / 4);
  return { a, b, c: a * x + b * y + distance / 2 - back };
}

/** A circle as a polygon of 28 sides. */
export function disc([x, y]: Point, radius: number): Polygon {
  return Array.from({ length: 28 }, (_, side): Point => {
    const angle = (side * Math.PI) / 14;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

export const rectangle = (left: number, top: number, right: number, bottom: number): Polygon => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

/** Whether a point lies inside a convex polygon (or on its edge). */
export function isInside([x, y]: Point, polygon: Polygon): boolean {
  const turns = polygon.map((corner, index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? corner;
    return (nextX - corner[0]) * (y - corner[1]) - (nextY - corner[1]) * (x - corner[0]);
  });
  return polygon.length > 2 && (turns.every((turn) => turn >= -1e-9) || turns.every((turn) => turn <= 1e-9));
}

/** A polygon as SVG path data in whole units. Corners that fall together are written once. */
export function polygonPath(polygon: Polygon): string {
  const corners = polygon.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`);
  const distinct = corners.filter((corner, index) => corner !== corners.at(index - 1));
  return distinct.length < 3 ? "" : `M${distinct.join(" ")}Z`;
}

/** A soft line through points (Catmull–Rom written as cubic Béziers) as SVG path data with one decimal. */
export function softPath(points: readonly Point[]): string {
  const [first] = points;
  return first === undefined ? "" : `M${pair(first)}${softCurve(points)}`;
}

function softCurve(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((to, index) => {
      const from = points[index] ?? to;
      const before = points[index - 1] ?? from;
      const after = points[index + 2] ?? to;
      return `C${pair(handle(from, before, to))} ${pair(handle(to, after, from))} ${pair(to)}`;
    })
    .join("");
}

/** Where the curve's handle at `at` stands: a sixth of the way along the line through its two neighbours. */
const handle = (at: Point, behind: Point, ahead: Point): Point => [at[0] + (ahead[0] - behind[0]) / 6, at[1] + (ahead[1] - behind[1]) / 6];

/**
 * A river: a soft line that grows from `from` to `to` units wide, as a closed shape. Points run with the stream.
 */
export function riverPath(points: readonly Point[], from: number, to: number): string {
  if (points.length < 2) return "";
  const banks = points.map((point, index) => {
    const [back, ahead] = [points[index - 1] ?? point, points[index + 1] ?? point];
    const length = Math.hypot(ahead[0] - back[0], ahead[1] - back[1]) || 1;
    const half = (from + ((to - from) * index) / (points.length - 1)) / 2;
    const [across, along] = [(-(ahead[1] - back[1]) / length) * half, ((ahead[0] - back[0]) / length) * half];
    return { left: [point[0] + across, point[1] + along] as const, right: [point[0] - across, point[1] - along] as const };
  });
  const home = banks.map(({ right }) => right).toReversed();
  return `${softPath(banks.map(({ left }) => left))}L${pair(home[0] ?? [0, 0])}${softCurve(home)}Z`;
}

const pair = ([x, y]: Point): string => `${short(x)} ${short(y)}`;
const short = (value: number): string => String(Math.round(value * 10) / 10);
