// SPDX-License-Identifier: EUPL-1.2
import { names, type Content } from "../types.ts";
import { Icon } from "./Icon.tsx";

/** What somebody said: the answer itself in the serif, the reason under it, and who said it (`Who`). */
export const Answer = ({ said, who, children }: { said: Content; who: Content; children?: Content }) => (
  <div class="answer stack">
    <p class="said">{said}</p>
    {children}
    {who}
  </div>
);

/** A letter that is written here: what it is, what the other sees of it, and its form. It has the corner of what somebody says. */
export const Letter = ({ id, title, lead, children }: { id: string; title: Content; lead?: Content; children: Content }) => (
  <section class="answer stack-m" aria-labelledby={id}>
    <div class="stack-s">
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p class="quiet">{lead}</p>}
    </div>
    {children}
  </section>
);

/** Words of a person, marked by the thread. */
export const Quote = ({ children, by }: { children: Content; by: Content }) => (
  <figure class="quote">
    <blockquote class="said">{children}</blockquote>
    <figcaption class="small quiet">{by}</figcaption>
  </figure>
);

const stands = { for: "thumbs-up", against: "minus", question: "circle-help" } as const;
export type Stand = keyof typeof stands;

/** For, against or a question: sign and words. */
export const StandMark = ({ stand, children }: { stand: Stand; children: Content }) => (
  <p class={names("stand", stand)}>
    <Icon name={stands[stand]} />
    <span>{children}</span>
  </p>
);

/** One comment in a list; `replies` are comments again. `avatar` is an `Avatar`. */
export const Comment = ({
  id,
  avatar,
  name,
  line,
  stand,
  children,
  replies,
}: {
  id?: string;
  avatar: Content;
  name: Content;
  line: Content;
  stand?: Content;
  children: Content;
  replies?: Content;
}) => (
  <li class="comment" id={id}>
    {avatar}
    <div class="comment-body">
      <p>
        <b>{name}</b> <span class="quiet small">{line}</span>
      </p>
      {stand}
      {children}
    </div>
    {replies !== undefined && <ul class="replies">{replies}</ul>}
  </li>
);
