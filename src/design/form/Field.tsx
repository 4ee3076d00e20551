// SPDX-License-Identifier: EUPL-1.2
import type { ComponentProps } from "preact";
import type { Content } from "../types.ts";
import { controlOf, FieldFrame, type FieldProps } from "./FieldFrame.tsx";

type Shared = FieldProps & {
  value?: string | undefined;
  /** Must be filled in. We check it ourselves and say how to mend it, so the browser is told only for screen readers. */
  required?: boolean | undefined;
  maxlength?: number | undefined;
  /** A line after the field on how much room there is ("Højst 2.000 tegn"). */
  counter?: Content;
};

export type InputProps = Shared & {
  type?: keyof typeof kinds | undefined;
  autocomplete?: string | undefined;
  inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | "url" | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: string | number | undefined;
  /** For a number, a date, a postcode: no wider than what goes in. */
  short?: boolean | undefined;
};

/** A field of one line. */
export const Field = ({
  type = "text",
  autocomplete,
  inputmode,
  min,
  max,
  step,
  short,
  value,
  required,
  maxlength,
  counter,
  ...field
}: InputProps) => (
  <FieldFrame {...field} counter={counter}>
    <input
      {...controlOf(field, counter)}
      class={short ? "input short" : "input"}
      {...kinds[type]}
      value={value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      min={min}
      max={max}
      step={step}
      maxlength={maxlength}
      aria-required={required ? "true" : undefined}
    />
  </FieldFrame>
);

/** Preact tells inputs apart by their type (which roles each may have), so each type is written out. */
const kinds = {
  text: { type: "text" },
  email: { type: "email" },
  tel: { type: "tel" },
  search: { type: "search" },
  url: { type: "url" },
  number: { type: "number" },
  date: { type: "date" },
  time: { type: "time" },
  "datetime-local": { type: "datetime-local" },
  color: { type: "color" },
} as const satisfies Record<string, ComponentProps<"input">>;

/** A file of one's own, taken as it is chosen; what the browser shows of it is the browser's. */
export const FileField = ({ accept, ...field }: FieldProps & { accept: string }) => (
  <FieldFrame {...field}>
    <input {...controlOf(field)} class="input" type="file" accept={accept} />
  </FieldFrame>
);

/** A field of several lines. `readonly`: only to be copied. */
export const TextArea = ({
  value,
  required,
  maxlength,
  counter,
  rows = 5,
  readonly = false,
  ...field
}: Shared & { rows?: number; readonly?: boolean }) => (
  <FieldFrame {...field} counter={counter}>
    <textarea
      {...controlOf(field, counter)}
      class="input"
      rows={rows}
      maxlength={maxlength}
      readonly={readonly}
      aria-required={required ? "true" : undefined}
    >
      {value}
    </textarea>
  </FieldFrame>
);

export type Option = { value: string; text: string };

/** One of many. `wide` fills the column; `groups` puts headings in the list. */
export const Select = ({
  value,
  required,
  options = [],
  groups = [],
  wide,
  ...field
}: FieldProps & {
  value?: string | undefined;
  required?: boolean | undefined;
  options?: readonly Option[];
  groups?: readonly { label: string; options: readonly Option[] }[];
  wide?: boolean;
}) => (
  <FieldFrame {...field} wide={wide}>
    <select {...controlOf(field)} class="input" aria-required={required ? "true" : undefined}>
      <Options options={options} value={value} />
      {groups.map((group) => (
        <optgroup label={group.label}>
          <Options options={group.options} value={value} />
        </optgroup>
      ))}
    </select>
  </FieldFrame>
);

const Options = ({ options, value }: { options: readonly Option[]; value: string | undefined }) => (
  <>
    {options.map((option) => (
      <option value={option.value} selected={option.value === value}>
        {option.text}
      </option>
    ))}
  </>
);
