// SPDX-License-Identifier: EUPL-1.2
import { names, type Content } from "../types.ts";
import { Icon, type IconName } from "./Icon.tsx";

type Look = {
  /** One primary per view; "quiet" looks like a link. */
  kind?: "primary" | "secondary" | "quiet" | undefined;
  icon?: IconName | undefined;
  small?: boolean | undefined;
  wide?: boolean | undefined;
  /** Words only for screen readers, after the visible ones ("Svar" + "på Cykelsti til nabobyen"). */
  about?: string | undefined;
  children: Content;
};

/** A button that sends its form. `name` and `value` tell the form which button it was. */
export const Button = ({
  type = "submit",
  name,
  value,
  form,
  disabled = false,
  novalidate,
  ...look
}: Look & {
  type?: "submit" | "button" | "reset";
  name?: string;
  value?: string;
  form?: string;
  disabled?: boolean;
  novalidate?: boolean;
}) => (
  <button class={lookOf(look)} type={type} name={name} value={value} form={form} disabled={disabled} formnovalidate={novalidate}>
    <Inside {...look} />
  </button>
);

/** A link that looks like a button: it leads to a page, it does not change anything. */
export const ButtonLink = ({ href, rel, download, ...look }: Look & { href: string; rel?: string; download?: string }) => (
  <a class={lookOf(look)} href={href} rel={rel} download={download}>
    <Inside {...look} />
  </a>
);

const Inside = ({ icon, about, children }: Look) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {about !== undefined && <span class="hidden-text"> {about}</span>}
  </>
);

const lookOf = ({ kind = "primary", small, wide }: Look): string =>
  names("button", kind === "secondary" && "secondary", kind === "quiet" && "quiet-button", small && "small-button", wide && "wide");
