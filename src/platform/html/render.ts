// SPDX-License-Identifier: EUPL-1.2
import { options, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { remember } from "#platform/remember.ts";

const urls = new Set([
  "href",
  "src",
  "action",
  "formAction",
  "formaction",
  "poster",
  "cite",
  "data",
  "xlink:href",
  "xlinkHref",
  "ping",
  "background",
]);
const refused = new Set(["style", "srcdoc", "srcDoc", "dangerouslySetInnerHTML"]);

const audited = new WeakSet<object>();

/** For `JsonLd` alone: lets this one piece of text into its element as it stands. */
export function allowRaw(text: string): { __html: string } {
  const raw = { __html: text };
  audited.add(raw);
  return raw;
}

const before = options.vnode;
/** Every element of every page passes here: an address that could run a script is taken out, a script in an attribute stops the page. */
options.vnode = (vnode) => {
  if (typeof vnode.type === "string") guard(vnode.type, vnode.props);
  before?.(vnode);
};

type Guarded = "free" | "url" | "refused" | "handler";
/** What each attribute name is; there are few, and each page has thousands of them. */
const kindOf = remember(
  (name: string): Guarded => (/^on/i.test(name) ? "handler" : refused.has(name) ? "refused" : urls.has(name) ? "url" : "free"),
  1_000,
);

function guard(type: string, props: object): void {
  for (const name of Object.keys(props)) {
    const kind = kindOf(name);
    if (kind === "free") continue;
    const value: unknown = Reflect.get(props, name);
    if (name === "dangerouslySetInnerHTML" && isAudited(type, props, value)) continue;
    if (kind === "handler" || (kind === "refused" && value !== undefined && value !== null))
      throw new Error(`<${type} ${name}> is not allowed in a page`);
    if (kind !== "url" || typeof value !== "string") continue;
    const safe = safeUrl(value);
    if (safe !== value) Object.defineProperty(props, name, { value: safe, enumerable: true, configurable: true, writable: true });
  }
}

const isAudited = (type: string, props: object, value: unknown): boolean =>
  type === "script" &&
  Reflect.get(props, "type") === "application/ld+json" &&
  typeof value === "object" &&
  value !== null &&
  audited.has(value);

/** An address that is ours, a fragment, http(s), mailto or tel; all else is "#". */
export function safeUrl(url: string): string {
  if (/^(?:\/(?![/\\])|#)[\w/#?=&%.-]*$/.test(url)) return url;
  const bare = url.replace(/[\p{Cc}\s]/gu, "").toLowerCase();
  const scheme = /^[a-z][a-z0-9+.-]*:/.exec(bare)?.[0];
  if (scheme === undefined) return bare.startsWith("//") || bare.startsWith("/\\") ? "#" : url;
  return ["http:", "https:", "mailto:", "tel:"].includes(scheme) ? url : "#";
}

/** A page's tree as HTML. */
export const render = (tree: VNode): string => renderToString(tree);
