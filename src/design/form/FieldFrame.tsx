// SPDX-License-Identifier: EUPL-1.2
import { names, type Content } from "../types.ts";
import { Icon } from "../parts/Icon.tsx";

/** What every field has. `id` is the name unless another is given (two forms on one page). */
export type FieldProps = {
  name: string;
  id?: string | undefined;
  label: Content;
  /** One line that helps, before the field. */
  hint?: Content;
  /** What is wrong and how to mend it. */
  error?: string | undefined;
  /** Said before the error for screen readers ("Fejl:"). */
  errorWord?: string | undefined;
  /** Stands beside the label of a field one may leave open ("valgfrit"). */
  optional?: string | undefined;
  /** Hides the label for the eye; only where a button beside says the same (search). */
  hiddenLabel?: boolean | undefined;
};

/** Label, hint, error, the control, and a closing hint (how much room there is). */
export const FieldFrame = ({
  children,
  counter,
  wide,
  ...field
}: FieldProps & { counter?: Content; wide?: boolean | undefined; children: Content }) => (
  <div class={names("field", field.error !== undefined && "wrong", wide && "wide-select")}>
    <label for={idOf(field)} class={field.hiddenLabel ? "hidden-text" : undefined}>
      <LabelText {...field} />
    </label>
    <Hint field={field} />
    <FieldError field={field} />
    {children}
    {counter !== undefined && (
      <p class="hint" id={`${idOf(field)}-counter`}>
        {counter}
      </p>
    )}
  </div>
);

export const LabelText = ({ label, optional }: Pick<FieldProps, "label" | "optional">) => (
  <>
    {label}
    {optional !== undefined && <span class="hint"> ({optional})</span>}
  </>
);

export const Hint = ({ field }: { field: FieldProps }) =>
  field.hint === undefined ? null : (
    <p class="hint" id={`${idOf(field)}-hint`}>
      {field.hint}
    </p>
  );

export const FieldError = ({ field }: { field: FieldProps }) =>
  field.error === undefined ? null : (
    <p class="error" id={`${idOf(field)}-error`}>
      <Icon name="triangle-alert" />
      <span>
        {field.errorWord !== undefined && <span class="hidden-text">{field.errorWord} </span>}
        {field.error}
      </span>
    </p>
  );

export const idOf = (field: Pick<FieldProps, "id" | "name">): string => field.id ?? field.name;

/** The ids of what describes the control, for `aria-describedby`. */
export function describedBy(field: FieldProps, counter?: Content): string | undefined {
  const id = idOf(field);
  const ids = [
    field.hint !== undefined && `${id}-hint`,
    field.error !== undefined && `${id}-error`,
    counter !== undefined && `${id}-counter`,
  ];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** The attributes every control shares. */
export const controlOf = (field: FieldProps, counter?: Content) =>
  ({
    id: idOf(field),
    name: field.name,
    "aria-describedby": describedBy(field, counter),
    "aria-invalid": field.error === undefined ? undefined : "true",
  }) as const;
