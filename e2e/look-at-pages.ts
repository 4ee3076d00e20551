// SPDX-License-Identifier: EUPL-1.2
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { allAddresses, type Address } from "../test/experiments/addresses.ts";
import type { Client } from "../test/client.ts";
import { openTestWorld, type TestWorld } from "../test/test-world.ts";
import { openBrowser } from "./browser.ts";

/** The whole demo world behind a real browser. */
export type Site = { t: TestWorld; browser: Browser; pages: Address[]; close(): Promise<void> };

export async function openSite(): Promise<Site> {
  const t = await openTestWorld({ ideas: true, listen: true });
  const browser = await openBrowser();
  return {
    t,
    browser,
    // What is no page (a feed, a picture) has no look.
    pages: (await allAddresses(t, ["da"])).filter(({ route }) => !route.make),
    async close() {
      await browser.close();
      await t.close();
    },
  };
}

/** Lone of the secretariat sees most; what she may not see is looked at by whoever may. */
export const people = ["lone", "signe", "karen", undefined] as const;

/** Looks at each page as the first of the people who may see it. `once`: one page of each route. Out: how many were seen. */
export async function eachPage(
  { t, browser }: Site,
  options: BrowserContextOptions,
  addresses: Address[],
  look: (page: Page, url: string) => Promise<void>,
  once = false,
): Promise<number> {
  const clients = await Promise.all(people.map(async (who) => (who ? t.as(who) : t.visitor())));
  const open = await Promise.all(clients.map((client) => openAs(client, browser, t.address, options)));
  const seen = new Map<string, number>();
  for (const { url, route } of addresses) {
    if (once && seen.has(route.path)) continue;
    const page = open[await firstWhoMay(clients, url)];
    if (!page) continue;
    await page.goto(url, { waitUntil: "load" });
    await look(page, url);
    seen.set(route.path, (seen.get(route.path) ?? 0) + 1);
  }
  await Promise.all(open.map((page) => page.context().close()));
  return [...seen.values()].reduce((sum, count) => sum + count, 0);
}

async function openAs(client: Client, browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, ...options });
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: address })));
  return context.newPage();
}

async function firstWhoMay(clients: Client[], url: string): Promise<number> {
  for (const [index, client] of clients.entries()) if ((await client.get(url)).status === 200) return index;
  return -1;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page (WCAG 2.2 AA and best practice), a line each. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split("\n")[1] ?? ""}`),
  );
}

/** Pixels that a page is wider than its window. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const looks: [string, BrowserContextOptions][] = [
  ["light at 1280 px", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }],
  ["dark at 320 px", { viewport: { width: 320, height: 700 }, colorScheme: "dark" }],
];

/** axe and the width of pages in one look. Out: the faults, and how many pages were seen. */
export async function faultsIn(site: Site, options: BrowserContextOptions, once: boolean): Promise<{ faults: string[]; seen: number }> {
  const faults: string[] = [];
  const look = async (page: Page, url: string): Promise<void> => {
    faults.push(...(await violations(page)).map((fault) => `${url} ${fault}`));
    const wide = await sideways(page);
    if (wide > 0) faults.push(`${url} scrolls ${wide} px sideways`);
  };
  return { seen: await eachPage(site, options, site.pages, look, once), faults };
}
