// SPDX-License-Identifier: EUPL-1.2
import type { Content } from "../types.ts";
import { Button } from "../parts/Button.tsx";
import { Icon } from "../parts/Icon.tsx";

/**
 * What narrows a list: beside it from 960 px, behind a button on a phone (a `details`, so without a script).
 * The form is a GET, so every choice has an address. `label` names the form.
 */
export const Filters = ({
  action,
  summary,
  label,
  submit,
  open = false,
  children,
}: {
  action: string;
  summary: string;
  label: string;
  submit: string;
  open?: boolean;
  children: Content;
}) => (
  <details class="filters" open={open}>
    <summary>{summary}</summary>
    <form class="stack-m" action={action} aria-label={label}>
      {children}
      <Button wide>{submit}</Button>
    </form>
  </details>
);

/** A search field with its button. */
export const SearchForm = ({
  action,
  label,
  submit,
  name = "q",
  id = name,
  value,
  placeholder,
}: {
  action: string;
  label: string;
  submit: string;
  name?: string;
  id?: string;
  value?: string | undefined;
  placeholder?: string | undefined;
}) => (
  <search>
    <form class="search" action={action}>
      <label for={id}>{label}</label>
      <input class="input" id={id} name={name} type="search" value={value} placeholder={placeholder} />
      <Button kind="secondary">
        <Icon name="search" />
        {submit}
      </Button>
    </form>
  </search>
);

/** Choices as links in a row; the one that is shown is filled. `label` names the landmark. */
export const Chips = ({
  label,
  chips,
}: {
  label: string;
  chips: readonly { href: string; text: Content; current?: boolean | undefined }[];
}) => (
  <nav class="chips" aria-label={label}>
    {chips.map((chip) => (
      <a class="chip" href={chip.href} aria-current={chip.current ? "page" : undefined}>
        {chip.text}
      </a>
    ))}
  </nav>
);
