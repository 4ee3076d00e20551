// SPDX-License-Identifier: EUPL-1.2
// That the experiments over the registry do reach what the secretariat decides: by name, over every page and operation of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Route } from "#platform/http/route.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { allAddresses } from "./addresses.ts";

let t: TestWorld;
let pages: Route[];
before(async () => {
  t = await openTestWorld({ ideas: true });
  pages = t.world.registry.routes.filter((route) => t.world.registry.sliceOf.get(route) === "settings");
});
after(() => t.close());

test("X21 X24 X25 every page of the settings is among the addresses that are crawled, is there, and is closed to all others", async () => {
  assert.ok(pages.length >= 30, `only ${pages.length} pages`);
  const addresses = (await allAddresses(t, ["da"])).filter(({ route }) => pages.includes(route));
  assert.deepEqual(
    pages.map(({ path }) => path).filter((path) => !addresses.some(({ route }) => route.path === path)),
    [],
  );
  const lone = await t.as("lone");
  const others = [t.visitor(), await t.as("karen"), await t.as("signe"), await t.as("jens")];
  for (const { url } of addresses) {
    assert.equal((await lone.get(url)).status, 200, url);
    for (const client of others) assert.equal((await client.get(url)).status, 403, url);
  }
});

test("every operation that changes a setting has its form on a page, and no JSON door", () => {
  const { operations, routes } = t.world.registry;
  const settings = [...operations.values()].filter((operation) => operation.settings === true);
  assert.ok(settings.length >= 18);
  for (const operation of settings) {
    assert.equal(operation.api, false, operation.name);
    // What only the operator does by command has no page.
    const commanded = operation.may.name === "the system itself";
    assert.equal(
      routes.some((route) => route.operation === operation),
      !commanded,
      operation.name,
    );
  }
});

test("X22 who may not decide is told the same of what is there and of what is not, letter for letter", async () => {
  const addresses = (await allAddresses(t)).filter(({ route }) => pages.includes(route) && route.path.includes(":reference"));
  assert.ok(addresses.length >= 20, `only ${addresses.length}`);
  const strip = (html: string): string => html.replaceAll(/(href|action)="[^"]*"|name="_(key|token)" value="[^"]*"/g, "");
  for (const client of [t.visitor(), await t.as("karen"), await t.as("signe"), await t.as("ruth")])
    for (const { url, route } of addresses) {
      const not = url.startsWith("/en/") ? `/en${route.path}` : route.path;
      const [there, gone] = [await client.get(url), await client.get(not.replace(":reference", "0".repeat(8)))];
      assert.equal(there.status, gone.status, url);
      assert.equal(strip(there.text), strip(gone.text), url);
    }
});
