// SPDX-License-Identifier: EUPL-1.2
import { h } from "preact";
import { allowRaw } from "./render.ts";

/** Plain values: what JSON can say. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** What machines read of a page (schema.org): data, never a program. The only element whose content is not escaped by the renderer. */
export const JsonLd = ({ data }: { data: Plain }) =>
  h("script", { type: "application/ld+json", dangerouslySetInnerHTML: allowRaw(jsonInHtml(data)) });

/** JSON without any sign that could end its element or begin another, whatever people wrote. Out: the same data when read. */
export const jsonInHtml = (data: Plain): string =>
  JSON.stringify(data ?? null).replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
