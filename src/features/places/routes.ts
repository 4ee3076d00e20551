// SPDX-License-Identifier: EUPL-1.2
import { page, type Route } from "#platform/http/route.ts";
import { AreaPage } from "./pages/area.tsx";
import { ContactPage } from "./pages/contact.tsx";
import { paths } from "./paths.ts";
import { contacts, type OneArea } from "./queries.ts";

const kinds = ["area", "person"];

export const routesOf = (oneArea: OneArea): Route[] => [
  page({ path: paths.contact, query: contacts, view: ContactPage, cache: { kinds, keys: ["q"] } }),
  page({ path: paths.area, query: oneArea, view: AreaPage, cache: { kinds: "all", keys: [] } }),
];
