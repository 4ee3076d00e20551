// SPDX-License-Identifier: EUPL-1.2
import type { Content, Level, MetaItem, Weave } from "../types.ts";
import { Heading } from "./Heading.tsx";
import { Meta } from "./Meta.tsx";
import { Patch } from "./Patch.tsx";

export type ListItemProps = {
  title: Content;
  href: string;
  level?: Level | undefined;
  weave: Weave;
  summary?: Content;
  meta?: readonly MetaItem[] | undefined;
  /** A `StatusLine`. */
  status?: Content;
};

/** One row of a list: the theme's patch, title, what it is about, small facts, how far it is. */
export const ListItem = ({ title, href, level = 3, weave, summary, meta, status }: ListItemProps) => (
  <li class="item">
    <Patch weave={weave} />
    <div class="item-body">
      <Heading level={level} class="title item-title">
        <a href={href}>{title}</a>
      </Heading>
      {summary !== undefined && <p>{summary}</p>}
      {meta && <Meta items={meta} />}
      {status}
    </div>
  </li>
);

/** Rows with a line between them. */
export const Rows = ({ children }: { children: Content }) => <ul class="rows">{children}</ul>;
