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

/** The shape of a party by what it is: a citizen is a person, a business a business, and all others are many who belong together. */
export const partyOf = (kind: string): Party => (kind === "citizen" ? "person" : kind === "business" ? "business" : "association");

/** `plain`: the name small and not in bold, where it is one fact among others. */
export type WhoProps = AvatarProps & { name: Content; line?: Content; plain?: boolean | undefined };

/** Somebody: the avatar, the name, and one line on who it is. */
export const Who = ({ name, line, plain, ...avatar }: WhoProps) => (
  <div class="who">
    <Avatar {...avatar} />
    <span>
      {plain ? <span class="small">{name}</span> : <b>{name}</b>}
      {line !== undefined && <small>{line}</small>}
    </span>
  </div>
);
