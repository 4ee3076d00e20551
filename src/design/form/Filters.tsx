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

/**
 * What narrows a list, in one row above it: a few `Select`s and a button. `more` holds the rest behind a word; `kept` goes along without
 * being shown (the chip that is chosen). A GET, so every choice has an address.
 */
export const FilterRow = ({
  action,
  label,
  submit,
  kept = [],
  more,
  children,
}: {
  action: string;
  label: string;
  submit: string;
  kept?: readonly { name: string; value: string }[];
  more?: { summary: string; open?: boolean; children: Content } | undefined;
  children: Content;
}) => (
  <form class="filter-row" action={action} aria-label={label}>
    {kept.map(({ name, value }) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    {more && (
      <details class="filter-more" open={more.open}>
        <summary>{more.summary}</summary>
        <div class="filter-row">{more.children}</div>
      </details>
    )}
    <Button kind="secondary">{submit}</Button>
  </form>
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
