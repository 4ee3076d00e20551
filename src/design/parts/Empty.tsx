// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Level } from "../types.ts";
import { OpenEnd } from "./Drawing.tsx";
import { Heading } from "./Heading.tsx";
import { Icon } from "./Icon.tsx";

/** Nothing here yet: what has been done so far, what happens on which date, one thing to do. */
export const Empty = ({ title, level = 2, children, action }: { title: Content; level?: Level; children: Content; action?: Content }) => (
  <div class="empty">
    <OpenEnd />
    <Heading level={level} class="title">
      {title}
    </Heading>
    <p>{children}</p>
    {action !== undefined && <div>{action}</div>}
  </div>
);

const signs = { info: "info", done: "circle-check", warning: "triangle-alert" } as const;

/** A short message at the place it is about. `announce` says it aloud (`role="status"`) after something was done. */
export const Notice = ({
  kind = "info",
  announce = false,
  children,
}: {
  kind?: keyof typeof signs;
  announce?: boolean;
  children: Content;
}) => (
  <div class={names("notice", kind !== "info" && kind)} role={announce ? "status" : undefined}>
    <Icon name={signs[kind]} />
    <div class="stack-s">{children}</div>
  </div>
);
