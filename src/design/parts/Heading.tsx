// SPDX-License-Identifier: EUPL-1.2
import type { Content, Level } from "../types.ts";

const tags = { 1: "h1", 2: "h2", 3: "h3", 4: "h4" } as const;

/** A heading at the level the page asks for. */
export function Heading({
  level,
  id,
  class: className,
  children,
}: {
  level: Level;
  id?: string | undefined;
  class?: string | undefined;
  children: Content;
}) {
  const Tag = tags[level];
  return (
    <Tag id={id} class={className}>
      {children}
    </Tag>
  );
}
