// SPDX-License-Identifier: EUPL-1.2
import { names } from "../types.ts";
import { describedBy, FieldError, Hint, idOf, LabelText, type FieldProps } from "./FieldFrame.tsx";

export type SlotGridProps = FieldProps & {
  /** Rows and columns: the days of a week, the times of a day. A long time has a soft hyphen (U+00AD), for narrow screens. */
  days: readonly { value: string; text: string }[];
  times: readonly { value: string; text: string }[];
  /** "mon-morning", "tue-evening" …: a box's value is its day's and its time's. */
  values?: readonly string[] | undefined;
};

/** When in a week: a box for each time of each day. Sent as several values of one name. The first box has the field's own id. */
export const SlotGrid = ({ days, times, values = [], ...field }: SlotGridProps) => (
  <fieldset class={names("field", field.error !== undefined && "wrong")} aria-describedby={describedBy(field)}>
    <legend class={field.hiddenLabel ? "hidden-text" : undefined}>
      <LabelText {...field} />
    </legend>
    <Hint field={field} />
    <FieldError field={field} />
    <div class="slot-grid">
      <div class="slot-row" aria-hidden="true">
        <span />
        {times.map(({ text }) => (
          <span>{text}</span>
        ))}
      </div>
      {days.map((day, row) => (
        <div class="slot-row">
          <span aria-hidden="true">{day.text}</span>
          {times.map((time, column) => (
            <label>
              <input
                type="checkbox"
                name={field.name}
                id={row + column === 0 ? idOf(field) : `${idOf(field)}-${row * times.length + column + 1}`}
                value={`${day.value}-${time.value}`}
                checked={values.includes(`${day.value}-${time.value}`)}
              />
              <span class="hidden-text">{`${day.text} ${time.text.replaceAll("\u00AD", "")}`}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  </fieldset>
);
