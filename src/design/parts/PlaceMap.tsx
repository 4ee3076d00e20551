// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { countSteps, type Fields, type Steps } from "../fields.ts";
import { FieldShapes } from "./Fields.tsx";

export type PlaceMapProps = {
  drawing: Fields;
  /** One sentence that says what the map shows, for those who do not see it. */
  sentence: string;
  /** Slugs of the places whose names are written; about ten. */
  labelled: readonly string[];
  /** Words of the key: "og flere" after the last step, and that fields are not borders. */
  words: { andMore: string; notBorders: Content };
  steps?: Steps;
  /** The id of fields drawn above on the same page (`FieldsArt`), to show them again. */
  reuse?: string | undefined;
};

/** The map in five levels. The numbers stand in the list beside it (`PlaceList`): colour alone never tells. */
export const PlaceMap = ({ drawing, sentence, labelled, words, steps = countSteps, reuse }: PlaceMapProps) => (
  <figure class="map">
    <svg viewBox={`-10 0 ${drawing.width + 20} ${drawing.height}`} role="img" aria-label={sentence}>
      {reuse === undefined ? <FieldShapes drawing={drawing} /> : <use href={`#${reuse}`} />}
      {drawing.fields
        .filter(({ slug }) => labelled.includes(slug))
        .map((field) => (
          <>
            <circle class="dot" cx={field.x} cy={field.y} r="3.5" />
            <text text-anchor="middle" x={field.x} y={field.y + (isCrowdedAbove(field, drawing, labelled) ? 19 : -10)}>
              {field.name}
            </text>
          </>
        ))}
    </svg>
    <figcaption class="key">
      {ranges(steps, words.andMore).map((text, level) => (
        <span>
          <svg viewBox="0 0 18 18" aria-hidden="true">
            <rect class={`c${level}`} x="1" y="1" width="16" height="16" rx="4" />
          </svg>
          {text}
        </span>
      ))}
      <span>{words.notBorders}</span>
    </figcaption>
  </figure>
);

/** Every place with its number, as links: the map in words. */
export const PlaceList = ({ places }: { places: readonly { name: string; href: string; count: Content }[] }) => (
  <ul class="places">
    {places.map((place) => (
      <li>
        <a href={place.href}>{place.name}</a>
        <span>{place.count}</span>
      </li>
    ))}
  </ul>
);

/** "0–2", "3–6", … "20 og flere". */
function ranges([one, two, three, four]: Steps, andMore: string): string[] {
  const between = (from: number, next: number) => (next - 1 === from ? `${from}` : `${from}–${next - 1}`);
  return [between(0, one), between(one, two), between(two, three), between(three, four), `${four} ${andMore}`];
}

/** A name goes under its dot where another labelled place lies just above. */
const isCrowdedAbove = (field: Fields["fields"][number], drawing: Fields, labelled: readonly string[]): boolean =>
  drawing.fields.some(
    (other) =>
      other.slug !== field.slug &&
      labelled.includes(other.slug) &&
      Math.abs(other.x - field.x) < 64 &&
      other.y < field.y &&
      field.y - other.y < 42,
  );
