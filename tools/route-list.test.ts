// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { routeList } from "./route-list.ts";

let t: TestWorld;
before(async () => {
  t = await openTestWorld();
});
after(() => t.close());

test("the list of routes says of every page and every JSON door what is behind it and who may", () => {
  const rows = routeList(t.world.registry);
  const row = (method: string, path: string) => rows.find((one) => one.method === method && one.path === path);
  assert.deepEqual(row("POST", "/ideer/ny"), { method: "POST", path: "/ideer/ny", door: "ideas.submit", may: "anyone" });
  assert.equal(row("POST", "/api/v1/ideas/:reference/answers")?.door, "ideas.answer");
  assert.equal(row("GET", "/was")?.may, "anyone");
  assert.ok(rows.every(({ may }) => may !== "" && may !== "nobody"));
});

test("the list has every route of the running server, and no other", () => {
  const listed = routeList(t.world.registry)
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !route.includes("/assets/"));
  const served = servedBy(t.server.printRoutes({ commonPrefix: false }));
  assert.ok(served.length > 50, `only ${served.length} routes were read`);
  assert.deepEqual(listed.toSorted(), served.toSorted());
});

/** Fastify's picture of its routes, a tree with four signs to a level, as "GET /ideer"; English is the same again. */
function servedBy(tree: string): string[] {
  const above: string[] = [];
  return tree.split("\n").flatMap((line) => {
    const [, branch = "", part = "", methods = ""] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
    if (part === "") return [];
    const depth = branch.length / 4;
    above.splice(depth - 1, Infinity, part);
    const path = above.join("").replace(/(?<=.)\/$/, "");
    if (path.startsWith("/en") || path.includes("*")) return [];
    return methods
      .split(", ")
      .filter((method) => method !== "" && method !== "HEAD")
      .map((method) => `${method} ${path}`);
  });
}
