// SPDX-License-Identifier: EUPL-1.2
import type { Feature, Registry } from "./feature.ts";
import type { Route } from "./http/route.ts";
import type { Operation, Query } from "./operations/operation.ts";

/** Puts the slices together and refuses what is not whole: an operation, query or route without a rule, a name used twice. */
export function register(features: Feature[]): Registry {
  const operations = byName(features.flatMap((feature) => feature.operations));
  const queries = byName(features.flatMap((feature) => feature.queries));
  for (const door of [...operations.values(), ...queries.values()]) {
    if (typeof door.may?.allows !== "function") throw new Error(`"${door.name}" says not who may. Give it a rule before it can start.`);
  }
  const routes = features.flatMap((feature) => feature.routes);
  for (const route of routes) checkRoute(route, operations, queries);
  return {
    features,
    operations,
    queries,
    routes,
    kinds: new Map(features.flatMap((feature) => feature.kinds ?? []).map((kind) => [kind.kind, kind])),
    jobs: new Map(features.flatMap((feature) => Object.entries(feature.jobs ?? {}))),
    listeners: gather(features.flatMap((feature) => Object.entries(feature.listens ?? {}))),
    privacy: features.flatMap((feature) => feature.privacy),
    sliceOf: new Map(
      features.flatMap(({ name, operations: own, queries: asked, routes: pages }) =>
        [...own, ...asked, ...pages].map((door): [object, string] => [door, name]),
      ),
    ),
    settings: new Map(features.flatMap((feature) => feature.settings ?? []).map((setting) => [setting.kind, setting])),
    identify: features.find((feature) => feature.identify)?.identify ?? (async () => undefined),
  };
}

function byName<T extends { name: string }>(doors: T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const door of doors) {
    if (map.has(door.name)) throw new Error(`Two doors are called "${door.name}".`);
    map.set(door.name, door);
  }
  return map;
}

function checkRoute(route: Route, operations: Map<string, Operation>, queries: Map<string, Query>): void {
  for (const door of [route.query, route.operation]) {
    if (door && operations.get(door.name) !== door && queries.get(door.name) !== door) {
      throw new Error(`The page ${route.path} uses "${door.name}", which is not in a manifest. A door without a rule does not open.`);
    }
  }
  if (route.embed && !isForAll(route))
    throw new Error(`The page ${route.path} may stand on other sites, so it is the same for all and holds no form.`);
  if (!route.query && !route.operation && !route.open) throw new Error(`The page ${route.path} says not who may.`);
}

/** The same page for everybody, with nothing on it that can be sent. */
const isForAll = ({ cache, operation, several }: Route): boolean => cache !== undefined && !cache.locality && !operation && !several;

function gather(pairs: [string, string[]][]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [name, jobs] of pairs) map.set(name, [...(map.get(name) ?? []), ...jobs]);
  return map;
}
