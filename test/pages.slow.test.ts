// SPDX-License-Identifier: EUPL-1.2
// The accessibility run, the crawl and the other experiments over all pages take their addresses from one list. A page that the
// list does not reach would be looked at by none of them.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { allAddresses, writeAMail, type Address } from "./experiments/addresses.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
let addresses: Address[];
before(async () => {
  t = await openTestWorld({ ideas: true });
  await writeAMail(t);
  addresses = await allAddresses(t);
});
after(() => t.close());

/** Who may open what is in the list. What stands behind a mailed link is opened with a link that is gone, which is a page too. */
const people = [undefined, "karen", "mehmet", "signe", "lone"];

test("every route is in the list, in both languages, and opens there for somebody", async () => {
  const { routes } = t.world.registry;
  assert.ok(routes.length >= 25, `only ${routes.length} routes were found`);
  assert.deepEqual(
    unreached(
      routes.map(({ path }) => path),
      await opened(),
    ),
    [],
  );
  assert.deepEqual(unreached(["/a", "/b"], new Set(["da /a", "en /a", "da /b"])), ["en /b"], "red");
});

const unreached = (paths: string[], reached: Set<string>): string[] =>
  paths.flatMap((path) => ["da", "en"].map((lang) => `${lang} ${path}`)).filter((page) => !reached.has(page));

/** Pages that answered 200 to one of the people, as "da /ideer". */
async function opened(): Promise<Set<string>> {
  const clients = await Promise.all(people.map(async (key) => (key ? t.as(key) : t.visitor())));
  const reached = new Set<string>();
  for (const { url, route } of addresses) {
    const page = `${url === "/en" || url.startsWith("/en/") ? "en" : "da"} ${route.path}`;
    for (const client of clients) if (!reached.has(page) && (await client.get(url)).status === 200) reached.add(page);
  }
  return reached;
}
