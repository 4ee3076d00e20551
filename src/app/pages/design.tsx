// SPDX-License-Identifier: EUPL-1.2
import { Gallery } from "#design/Gallery.tsx";
import type { Sheet, Visit } from "#platform/http/route.ts";
import { texts } from "../texts.ts";

/** Every colour, letter and part of the site, in all their states. */
export function DesignPage(visit: Visit): Sheet {
  const t = texts(visit.lang);
  return { title: t("design.title"), description: t("design.description"), body: <Gallery lang={visit.lang} /> };
}
