// SPDX-License-Identifier: EUPL-1.2
import { names, type Content } from "../types.ts";

export type Party = "person" | "association" | "business";
export type AvatarProps = { initials: string; party?: Party | undefined; employee?: boolean | undefined; small?: boolean | undefined };

/** Two letters in the party's shape: person round, association soft, business square; employees have the heather tint. */
export const Avatar = ({ initials, party = "person", employee, small }: AvatarProps) => (
  <span class={names("avatar", party !== "person" && party, employee && "employee", small && "small-avatar")} aria-hidden="true">
    {initials}
  </span>
);

/** The first letters of the first and the last name, at most two. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = "", last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (
    last === undefined ? [...first].slice(0, 2).join("") : [...first].slice(0, 1).join("") + [...last].slice(0, 1).join("")
  ).toLocaleUpperCase("da");
}

/** Somebody: the avatar, the name, and one line on who it is. */
export const Who = ({ name, line, ...avatar }: AvatarProps & { name: Content; line?: Content }) => (
  <div class="who">
    <Avatar {...avatar} />
    <span>
      <b>{name}</b>
      {line !== undefined && <small>{line}</small>}
    </span>
  </div>
);
