// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { after, before, test } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import { Card, CardGrid } from "#design/index.ts";
import { register } from "#platform/register.ts";
import { query } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import { path } from "#platform/http/path.ts";
import { embed } from "#platform/http/route.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { openBrowser } from "./browser.ts";
import { violations } from "./look-at-pages.ts";

let t: TestWorld;
let browser: Browser;
let other: Server;

const nothing = query({ name: "pane.nothing", input: z.object({}), may: anyone, api: false, run: async () => ({}) });
const slice = {
  name: "pane",
  rank: 2 as const,
  operations: [],
  queries: [nothing],
  privacy: [],
  routes: [
    embed({
      path: path("/vindue"),
      query: nothing,
      cache: { kinds: ["idea"], keys: [] },
      view: (_data, { lang }) => ({
        title: "Nogen mangler",
        body: (
          <div class="stack-s">
            <h1>Nogen mangler</h1>
            <CardGrid>
              <Card need level={2} title="Egetræ til tre bænke" href={path("/ideer")(lang)} />
            </CardGrid>
          </div>
        ),
        whole: { href: path("/byttebors")(lang), text: "Se hele Byttebørsen" },
      }),
    }),
  ],
};

before(async () => {
  t = await openTestWorld({ listen: true, registry: register([...allFeatures().features, slice]) });
  browser = await openBrowser();
  // An association's own site.
  other = createServer((request, response) => {
    const attributes = new URL(request.url ?? "/", "http://localhost").searchParams;
    const [sandbox, src] = [attributes.get("sandbox"), attributes.get("vis") ?? ""];
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="da"><title>Forening</title><iframe title="Byttebørs" width="320" height="400"${sandbox === null ? "" : ` sandbox="${sandbox}"`} src="${t.address}${src}"></iframe>`,
    );
  });
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
});
after(async () => {
  await browser.close();
  await new Promise((done) => other.close(done));
  await t.close();
});

async function framed(query: string): Promise<{ page: Page; frame: Frame; said: string[] }> {
  const address = other.address();
  assert.ok(address !== null && typeof address === "object");
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.goto(`http://127.0.0.1:${address.port}/?${query}`, { waitUntil: "load" });
  const [, frame] = page.frames();
  assert.ok(frame);
  return { page, frame, said };
}

const typeface = (frame: Frame): Promise<string> => frame.evaluate(() => getComputedStyle(document.body).fontFamily);

test("another site shows it with our look, also where it keeps its frames in a sandbox, and a link opens beside it", async () => {
  for (const way of ["vis=/vindue", "vis=/vindue&sandbox=allow-popups+allow-popups-to-escape-sandbox+allow-scripts"]) {
    const { page, frame, said } = await framed(way);
    await frame.getByRole("heading", { name: "Nogen mangler" }).waitFor();
    assert.match(await typeface(frame), /Figtree/, way);
    assert.deepEqual(said, [], way);
    for (const name of ["Egetræ til tre bænke", "Se hele Byttebørsen"]) {
      const opened = page.context().waitForEvent("page");
      await frame.getByRole("link", { name }).click();
      const tab = await opened;
      assert.equal(await tab.evaluate(() => window.opener), null);
      assert.match(tab.url(), new RegExp(`^${t.address}`));
      assert.match(frame.url(), /\/vindue$/);
    }
    await page.context().close();
  }
});

test("an ordinary page does not stand in another site's frame", async () => {
  const { page, frame } = await framed("vis=/ideer");
  assert.equal(await frame.getByRole("heading", { level: 1 }).count(), 0);
  await page.context().close();
});

test("it is readable for everybody: axe, 320 px, light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: { width: 320, height: 500 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${t.address}/vindue`);
    assert.deepEqual(await violations(page), [], colorScheme);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await context.close();
  }
});
