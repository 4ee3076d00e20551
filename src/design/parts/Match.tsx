// SPDX-License-Identifier: EUPL-1.2
import type { Content, Level } from "../types.ts";
import { Avatar, type AvatarProps } from "./Avatar.tsx";
import { Heading } from "./Heading.tsx";
import { Icon } from "./Icon.tsx";
import { Knot } from "./Knot.tsx";

/** Why two may fit: facts with a tick, then what is unknown or does not fit with a question mark. Never a score. */
export const Reasons = ({ facts, doubts = [] }: { facts: readonly Content[]; doubts?: readonly Content[] | undefined }) => (
  <ul class="reasons">
    {facts.map((fact) => (
      <li>
        <Icon name="check" />
        <span>{fact}</span>
      </li>
    ))}
    {doubts.map((doubt) => (
      <li class="doubt">
        <Icon name="circle-help" />
        <span>{doubt}</span>
      </li>
    ))}
  </ul>
);

export type CounterpartProps = {
  title: Content;
  href: string;
  level?: Level | undefined;
  /** Whose it is, and where: "Nordlys ApS · Stevnstrup". */
  line: Content;
  avatar: AvatarProps;
  /** Its words ("Derfor kan I passe sammen"), two to four facts that hold, and what is unknown or does not fit. */
  why: { title: Content; facts: readonly Content[]; doubts?: readonly Content[] | undefined };
  /** One button; filled on the first alone. */
  action?: Content;
};

/** A post that may fit, with why. In a list (`<Counterparts>`). */
export const Counterpart = ({ title, href, level = 3, line, avatar, why, action }: CounterpartProps) => (
  <li class="card">
    <div class="counterpart-top">
      <Avatar {...avatar} />
      <div>
        <Heading level={level} class="title card-title">
          <a href={href}>{title}</a>
        </Heading>
        <p class="small quiet">{line}</p>
      </div>
    </div>
    <div>
      <p class="counterpart-why">{why.title}</p>
      <Reasons facts={why.facts} doubts={why.doubts} />
    </div>
    {action !== undefined && <div class="card-end">{action}</div>}
  </li>
);

/** Those that may fit, the best first. */
export const Counterparts = ({ children }: { children: Content }) => <ul class="stack plain">{children}</ul>;

/** A mutual yes: two cards (`as="div"`) with the knot between them. */
export const Pair = ({ one, other }: { one: Content; other: Content }) => (
  <div class="pair">
    {one}
    <Knot wide />
    {other}
  </div>
);
