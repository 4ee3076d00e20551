// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Level } from "../types.ts";
import { Heading } from "./Heading.tsx";
import { Icon } from "./Icon.tsx";

/** The straw-coloured box: what somebody waiting needs to know. Nothing else is straw-coloured. */
export const StrawBox = ({ title, level = 2, id, children }: { title: Content; level?: Level; id?: string; children: Content }) => (
  <div class="straw">
    <Heading level={level} id={id} class="title">
      {title}
    </Heading>
    {children}
  </div>
);

/** The words of the three questions, in the page's language. */
export type WhatWhoWhenWords = { what: string; who: string; when: string };

/** The promise: what happens, who does it, when (a date with its weekday). `children` is a closing line. */
export const WhatWhoWhen = ({
  title,
  level,
  id,
  what,
  who,
  when,
  words,
  children,
}: {
  title: Content;
  level?: Level;
  id?: string;
  what: Content;
  who: Content;
  when: Content;
  words: WhatWhoWhenWords;
  children?: Content;
}) => (
  <StrawBox title={title} {...(level && { level })} {...(id !== undefined && { id })}>
    <dl class="www">
      <Fact term={words.what}>{what}</Fact>
      <Fact term={words.who}>{who}</Fact>
      <Fact term={words.when}>{when}</Fact>
    </dl>
    {children}
  </StrawBox>
);

/** How it went with a promise, in one line. `late` gives the warning sign instead of the tick. */
export const Kept = ({ late = false, children }: { late?: boolean; children: Content }) => (
  <p class={names("kept", late && "late-kept")}>
    <Icon name={late ? "triangle-alert" : "circle-check"} />
    <span>{children}</span>
  </p>
);

/** Small facts under each other, each with its question. */
export const Facts = ({ facts }: { facts: readonly { term: Content; fact: Content }[] }) => (
  <dl class="facts">
    {facts.map(({ term, fact }) => (
      <Fact term={term}>{fact}</Fact>
    ))}
  </dl>
);

const Fact = ({ term, children }: { term: Content; children: Content }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
