// SPDX-License-Identifier: EUPL-1.2
import type { Registry } from "#platform/feature.ts";
import type { Route } from "#platform/http/route.ts";

export type RouteRow = { method: string; path: string; door: string; may: string };

/** Every address of a registry, sorted by path: pages, forms and JSON doors, each with its operation or query and the rule's name. */
export function routeList({ routes, operations, queries }: Registry): RouteRow[] {
  const json = [...operations.values(), ...queries.values()].flatMap(({ api, name, may }) => {
    const [method = "", path = ""] = api ? api.split(" ") : [];
    return api ? [{ method, path: `/api/v1${path}`, door: name, may: may.name }] : [];
  });
  return [...routes.flatMap(ofPage), ...json, ...always, fileDoor].toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  );
}

function ofPage({ path, query, operation, several, open }: Route): RouteRow[] {
  const shown = { method: "GET", path, door: query?.name ?? "–", may: query?.may.name ?? open?.name ?? "nobody" };
  // Several operations with one press: each asks who may.
  if (several) return [shown, { method: "POST", path, door: "several operations", may: shown.may }];
  return operation ? [shown, { method: "POST", path, door: operation.name, may: operation.may.name }] : [shown];
}

/** Where a picture is sent before a call names it (src/platform/http/file-door.ts). */
const fileDoor: RouteRow = { method: "POST", path: "/api/v1/files", door: "files.keep", may: "anyone" };

/** What the server itself answers (src/platform/http/server.ts). A test compares the list with a running server. */
const always: RouteRow[] = ["/healthz", "/readyz", "/sted", "/farver/:version", "/api/openapi.json", "/assets/*"].map((path) => ({
  method: "GET",
  path,
  door: "–",
  may: "anyone",
}));
