// SPDX-License-Identifier: EUPL-1.2
import { names, type Content, type Kind as KindOf, type MetaItem } from "../types.ts";
import { Icon } from "./Icon.tsx";
import { Kind, Meta } from "./Meta.tsx";

/** The head of a page: kind, h1, lead, facts, status; `action` is the page's one filled button, at the right. */
export const PageHead = ({
  kind,
  title,
  lead,
  meta,
  status,
  action,
}: {
  kind?: KindOf | undefined;
  title: Content;
  lead?: Content;
  meta?: readonly MetaItem[] | undefined;
  status?: Content;
  action?: Content;
}) => (
  <div class={names("page-head", action !== undefined && "head")}>
    <div class="head-text">
      {kind && <Kind {...kind} />}
      <h1>{title}</h1>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {meta && <Meta items={meta} />}
      {status}
    </div>
    {action !== undefined && <div class="buttons">{action}</div>}
  </div>
);

/** A section with its h2 and, at the right, a link or a small form. `band` lays it on mist across the whole page. */
export const Section = ({
  id,
  title,
  lead,
  aside,
  band = false,
  children,
}: {
  id: string;
  title: Content;
  lead?: Content;
  aside?: Content;
  band?: boolean;
  children: Content;
}) => (
  <section class={band ? "band" : "section"} aria-labelledby={id}>
    <div class="page">
      <div class="head">
        <div class="head-text">
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  </section>
);

/**
 * Text at the left, what belongs to it at the right; under each other below 960 px. With a `label` the right column is a
 * landmark of its own that screen readers can jump to; give one where there is only one such column on the page.
 */
export const Columns = ({
  kind,
  main,
  aside,
  label,
}: {
  kind?: "filters-left" | "halves" | "main-wide";
  main: Content;
  aside: Content;
  label?: string;
}) => (
  <div class={names("columns", kind)}>
    <div class="stack-l">{main}</div>
    {label === undefined ? (
      <div class="side">{aside}</div>
    ) : (
      <aside class="side" aria-label={label}>
        {aside}
      </aside>
    )}
  </div>
);

/** A link that leads on, with an arrow. */
export const More = ({ href, children }: { href: string; children: Content }) => (
  <a class="more" href={href}>
    <span>{children}</span> <Icon name="arrow-right" />
  </a>
);

/** Lists go on by key: how much is shown, and the next piece. `label` names the landmark. */
export const Pagination = ({
  label,
  shown,
  next,
  previous,
}: {
  label: string;
  shown: Content;
  next?: { href: string; text: string } | undefined;
  previous?: { href: string; text: string } | undefined;
}) => (
  <nav class="pager spread" aria-label={label}>
    <span class="quiet">{shown}</span>
    <span class="buttons">
      {previous && (
        <a class="button secondary" href={previous.href} rel="prev">
          <Icon name="arrow-left" /> {previous.text}
        </a>
      )}
      {next && (
        <a class="button secondary" href={next.href} rel="next">
          {next.text} <Icon name="arrow-right" />
        </a>
      )}
    </span>
  </nav>
);

/** A page that says something went wrong or is not here: what happened, that nothing was lost, what to do. */
export const ErrorPage = ({ title, children, code, actions }: { title: Content; children: Content; code?: Content; actions?: Content }) => (
  <div class="page">
    <div class="page-head stack narrow">
      <h1>{title}</h1>
      <div class="lead lead-text stack-s">{children}</div>
      {actions !== undefined && <div class="buttons">{actions}</div>}
      {code !== undefined && <p class="small quiet">{code}</p>}
    </div>
  </div>
);
