// SPDX-License-Identifier: EUPL-1.2
import { names, type Content } from "../types.ts";
import { describedBy, FieldError, Hint, idOf, LabelText, type FieldProps } from "./FieldFrame.tsx";

export type Choice = { value: string; text: Content; hint?: Content; count?: Content; disabled?: boolean | undefined };

type GroupProps = FieldProps & {
  choices: readonly Choice[];
  /** Side by side, for two or three short ones. */ lying?: boolean | undefined;
};

/** One of a few, all visible. The first control has the field's own id, so that the error summary's link leads to it. */
export const Radios = ({ value, ...group }: GroupProps & { value?: string | undefined }) => (
  <Group {...group} type="radio" chosen={value === undefined ? [] : [value]} />
);

/** None, one or several of a few. */
export const Checkboxes = ({ values = [], ...group }: GroupProps & { values?: readonly string[] | undefined }) => (
  <Group {...group} type="checkbox" chosen={values} />
);

const Group = ({ type, chosen, choices, lying, ...field }: GroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] }) => (
  <fieldset class={names("field", field.error !== undefined && "wrong")} aria-describedby={describedBy(field)}>
    <legend class={field.hiddenLabel ? "hidden-text" : undefined}>
      <LabelText {...field} />
    </legend>
    <Hint field={field} />
    <FieldError field={field} />
    <div class={names("checks", lying && "lying")}>
      {choices.map((choice, index) => (
        <Row
          {...choice}
          type={type}
          name={field.name}
          id={index === 0 ? idOf(field) : `${idOf(field)}-${index + 1}`}
          checked={chosen.includes(choice.value)}
        />
      ))}
    </div>
  </fieldset>
);

/** A single tick, for a yes. `text` says what one says yes to. */
export const Check = ({
  name,
  id = name,
  value,
  checked = false,
  text,
  hint,
  error,
  errorWord,
}: {
  name: string;
  id?: string;
  value?: string;
  checked?: boolean | undefined;
  text: Content;
  hint?: Content;
  error?: string | undefined;
  errorWord?: string | undefined;
}) => {
  const field: FieldProps = { name, id, label: text, error, errorWord };
  return (
    <div class={names("field", error !== undefined && "wrong")}>
      <FieldError field={field} />
      <Row
        type="checkbox"
        name={name}
        id={id}
        value={value}
        checked={checked}
        text={text}
        hint={hint}
        describedBy={describedBy(field)}
        wrong={error !== undefined}
      />
    </div>
  );
};

type RowProps = Omit<Choice, "value"> & {
  value?: string | undefined;
  type: "radio" | "checkbox";
  name: string;
  id: string;
  checked: boolean;
  describedBy?: string | undefined;
  wrong?: boolean;
};

const Row = ({ type, name, id, value, checked, text, hint, count, disabled = false, describedBy: by, wrong }: RowProps) => (
  <label class="check">
    <input
      type={type}
      name={name}
      id={id}
      value={value}
      checked={checked}
      disabled={disabled}
      aria-describedby={by}
      aria-invalid={wrong ? "true" : undefined}
    />
    <span>
      {text}
      {hint !== undefined && <span class="hint">{hint}</span>}
    </span>
    {count !== undefined && <span class="count numbers">{count}</span>}
  </label>
);
