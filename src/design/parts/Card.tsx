// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Kind as KindOf, type Level, type MetaItem, type Weave } from "../types.ts";
import { Who, type WhoProps } from "./Avatar.tsx";
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
  /** Whose it is. */
  who?: WhoProps | undefined;
  children?: Content;
  /** Stands at the foot of the card: a status, a button. */
  end?: Content;
  /** One short line in bold at the foot ("3 kan måske hjælpe"). */
  last?: Content;
};

/** A thing to open. */
export function Card({ as: Tag = "li", title, href, level = 3, kind, sort, weave, need, meta, who, children, end, last }: CardProps) {
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
      {who && <Who small plain {...who} />}
      {children}
      {last !== undefined && (
        <p class="card-end small">
          <b>{last}</b>
        </p>
      )}
      {end !== undefined && <div class="card-end">{end}</div>}
    </Tag>
  );
}

/** Cards side by side, as many as there is room for. */
export const CardGrid = ({ children }: { children: Content }) => <ul class="grid">{children}</ul>;

/** A quiet frame for what stands beside the text. */
export const Box = ({ children }: { children: Content }) => <div class="box stack">{children}</div>;
