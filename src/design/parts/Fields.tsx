// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import type { Fields } from "../fields.ts";
import { drawPortrait } from "../portrait.ts";

type Shapes = { fields: readonly { level: number; path: string }[]; water: readonly string[] };

/** The fields and the water themselves. With an `id` a map on the same page can show them again without sending them twice. */
export const FieldShapes = ({ drawing, id }: { drawing: Shapes; id?: string | undefined }) => (
  <g id={id} class="cells">
    {drawing.fields.map((field) => (
      <path class={`c${field.level}`} d={field.path} />
    ))}
    {drawing.water.map((path) => (
      <path class="water" d={path} />
    ))}
  </g>
);

/** The front page's picture: the municipality's fields, its water, and the red thread through its places. */
export function FieldsArt({ drawing, id }: { drawing: Fields; id?: string }) {
  const side = Math.round(drawing.width * 0.7);
  const middle = drawing.knots.length === 0 ? [drawing.width / 2, drawing.height / 2] : [mean(drawing.knots, 0), mean(drawing.knots, 1)];
  const left = Math.round(Math.min(Math.max((middle[0] ?? 0) - side / 2, 30), drawing.width - side - 30));
  const top = Math.round(Math.min(Math.max((middle[1] ?? 0) - side / 2, 0), Math.max(0, drawing.height - side)));
  return (
    <svg class="fields" viewBox={`${left} ${top} ${side} ${side}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <FieldShapes drawing={drawing} id={id} />
      <path class="red-thread" d={drawing.thread} />
      <Knots at={drawing.knots} />
    </svg>
  );
}

/** The head of the front page: words at the left, fields at the right. */
export const Hero = ({ art, children }: { art: Content; children: Content }) => (
  <div class="hero">
    {art}
    <div class="page">
      <div class="hero-text">{children}</div>
    </div>
  </div>
);

/** A place's own strip of fields; its name decides how it looks. `thread` draws a red dotted way across it. */
export function PlacePortrait({ name, thread = true }: { name: string; thread?: boolean }) {
  const portrait = drawPortrait(name);
  return (
    <svg
      class="portrait fields"
      viewBox={`0 0 ${portrait.width} ${portrait.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <FieldShapes drawing={{ fields: portrait.fields, water: [portrait.water] }} />
      {thread && <path class="red-thread dotted" d={portrait.thread} />}
      {thread && <Knots at={portrait.knots} />}
    </svg>
  );
}

const Knots = ({ at }: { at: Fields["knots"] }) => (
  <>
    {at.map(([x, y]) => (
      <circle class="pin" cx={Math.round(x)} cy={Math.round(y)} r="7" />
    ))}
  </>
);

const mean = (points: Fields["knots"], axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
