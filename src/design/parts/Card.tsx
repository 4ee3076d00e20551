// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Kind as KindOf, type Level, type MetaItem, type Weave } from "../types.ts";
import { Heading } from "./Heading.tsx";
import { Kind, Meta } from "./Meta.tsx";
import { Selvedge } from "./Patch.tsx";

export type CardProps = {
  /** "li" inside a list (`<ul class="grid">`), else "div" or "article". */
  as?: "li" | "div" | "article" | undefined;
  title: Content;
  /** With an address the whole card can be clicked. */
  href?: string | undefined;
  level?: Level | undefined;
  kind?: KindOf | undefined;
  /** A second kind, at the right. */
  sort?: KindOf | undefined;
  weave?: Weave | undefined;
  /** Something that is missing: a dashed outline. */
  need?: boolean | undefined;
  meta?: readonly MetaItem[] | undefined;
  children?: Content;
  /** Stands at the foot of the card: a status, a button. */
  end?: Content;
};

/** A thing to open. */
export function Card({ as: Tag = "li", title, href, level = 3, kind, sort, weave, need, meta, children, end }: CardProps) {
  return (
    <Tag class={names("card", href !== undefined && "whole", weave && "woven", need && "need")}>
      {weave && <Selvedge weave={weave} />}
      {(kind || sort) && (
        <div class="card-top">
          {kind && <Kind {...kind} />}
          {sort && <Kind {...sort} />}
        </div>
      )}
      <Heading level={level} class="title card-title">
        {href === undefined ? title : <a href={href}>{title}</a>}
      </Heading>
      {meta && <Meta items={meta} />}
      {children}
      {end !== undefined && <div class="card-end">{end}</div>}
    </Tag>
  );
}

/** Cards side by side, as many as there is room for. */
export const CardGrid = ({ children }: { children: Content }) => <ul class="grid">{children}</ul>;

/** A quiet frame for what stands beside the text. */
export const Box = ({ children }: { children: Content }) => <div class="box stack">{children}</div>;
