// SPDX-License-Identifier: EUPL-1.2
import { page, type Route } from "#platform/http/route.ts";
import { AreaPage } from "./pages/area.tsx";
import { ContactPage } from "./pages/contact.tsx";
import { paths } from "./paths.ts";
import { contacts, oneArea } from "./queries.ts";

const kinds = ["area", "person"];

export const routes: Route[] = [
  page({ path: paths.contact, query: contacts, view: ContactPage, cache: { kinds, keys: ["q"] } }),
  page({ path: paths.area, query: oneArea, view: AreaPage, cache: { kinds, keys: [] } }),
];
