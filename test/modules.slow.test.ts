// SPDX-License-Identifier: EUPL-1.2
// A part that is switched off is gone everywhere, over the registry: every slice that may be off, and those that a later one may be
// like, by each of its pages, feeds, documents, JSON doors and jobs; and no page leads to it. Switched on again, all is as it was.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { allFeatures } from "#app/features.ts";
import { makeSite } from "#app/site.ts";
import { makeSettings } from "#features/settings/feature.ts";
import { mayBeOff } from "#features/settings/modules.ts";
import type { Registry } from "#platform/feature.ts";
import { register } from "#platform/register.ts";
import { languages } from "#platform/i18n/i18n.ts";
import { inLanguage } from "#platform/http/path.ts";
import type { Operation, Query } from "#platform/operations/operation.ts";
import { allAddresses } from "./experiments/addresses.ts";
import type { Client } from "./client.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

/** The product as it is, but every slice that stands on its own may be switched off, as a later one may be. */
function registry(): Registry {
  const slices = allFeatures()
    .features.filter(({ name }) => name !== "app" && name !== "settings")
    .map((feature) => (feature.rank > 1 && feature.name !== "workbench" ? { ...feature, mayBeOff: true as const } : feature));
  return register([...slices, makeSettings(slices), makeSite(slices)]);
}

const product = mayBeOff(allFeatures().features);
const trial = mayBeOff(registry().features);

test("the parts that may be switched off are known by their manifest, and each has its name on the page", async () => {
  assert.ok(product.length >= 2 && trial.length > product.length, `${product.join()} of ${trial.join()}`);
});

type Who = Record<string, Client>;
type Seen = { status: number; body: string };

for (const slice of trial) {
  test(`${slice} switched off: each of its pages, feeds and doors is refused kindly, its jobs rest, and it comes back whole`, async () => {
    const t = await openTestWorld({ ideas: true, registry: registry() });
    try {
      const who = { visitor: t.visitor(), karen: await t.as("karen"), signe: await t.as("signe"), lone: await t.as("lone") };
      const { routes, queries, operations, sliceOf } = t.world.registry;
      const own = <T extends object>(all: Iterable<T>): T[] => [...all].filter((one) => sliceOf.get(one) === slice);
      const [pages, asked, done] = [own(routes), own(queries.values()), own(operations.values())];
      const addresses = (await allAddresses(t)).filter(({ route }) => pages.includes(route)).map(({ url }) => url);
      for (const { path } of pages)
        assert.ok(
          addresses.some((url) => matches(path, url)),
          `no address of ${path} is tried`,
        );
      const doors = asked.flatMap(doorOf);
      await t.runJobs();
      const before = await look(who, [...addresses, ...doors]);
      await turn(t, slice, false);

      for (const url of addresses)
        for (const [name, client] of Object.entries(who)) {
          const { status, text } = await client.get(url);
          assert.equal(status, 404, `${name} ${url}`);
          assert.match(text, /(bruger ikke den her del|does not use this part)/, `${name} ${url}`);
        }
      for (const url of doors) refused(await who.lone.json("GET", url), url);
      const rows = await countRows(t);
      for (const operation of done)
        for (const url of doorOf(operation)) refused(await who.lone.json("POST", url, {}, { "idempotency-key": randomUUID() }), url);
      for (const { path } of pages.filter((route) => route.operation ?? route.several)) {
        const { _token } = await who.lone.open("/indstillinger/navn");
        assert.equal((await who.lone.post(filled(path), { _key: randomUUID(), _token })).status, 404, `POST ${path}`);
      }
      assert.deepEqual(await countRows(t), rows, "nothing was written");
      const described = (await t.visitor().get("/api/openapi.json")).text;
      for (const { name, api } of [...asked, ...done]) if (api) assert.ok(!described.includes(`"${name}"`), `openapi names ${name}`);
      await jobsRest(t, slice);

      await turn(t, slice, true);
      const after = await look(who, [...addresses, ...doors]);
      for (const [key, { status, body }] of before) {
        assert.equal(after.get(key)?.status, status, key);
        if (!body.includes("<html")) assert.equal(after.get(key)?.body, body, key);
      }
    } finally {
      await t.close();
    }
  });
}

for (const slice of product) {
  test(`no page leads to ${slice} while it is switched off, whoever looks`, async () => {
    const t = await openTestWorld({ ideas: true });
    try {
      const { routes, sliceOf } = t.world.registry;
      const patterns = routes
        .filter((route) => sliceOf.get(route) === slice)
        .flatMap(({ path }) => languages.map((lang) => inLanguage(path, lang)));
      const addresses = (await allAddresses(t, ["da"])).filter(({ route }) => sliceOf.get(route) !== slice).map(({ url }) => url);
      await turn(t, slice, false);
      const faults = new Set<string>();
      let links = 0;
      const follow = async (client: Client, url: string): Promise<void> => {
        const hrefs = hrefsIn((await client.get(url)).text);
        links += hrefs.length;
        for (const href of hrefs)
          if (patterns.some((path) => matches(path, href)) && !isLanguageSwitch(href, url)) faults.add(`${url} → ${href}`);
      };
      for (const client of [t.visitor(), await t.as("karen"), await t.as("signe"), await t.as("lone")])
        for (const url of addresses) await follow(client, url);
      assert.ok(links > 5_000, `only ${links} links were seen`);
      assert.deepEqual([...faults].slice(0, 20), []);
    } finally {
      await t.close();
    }
  });
}

const hrefsIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|action|src|content)="(?:http:\/\/localhost:3000)?(\/[^"#?]*)/g)].map(([, href = ""]) => href);

async function turn(t: TestWorld, slice: string, on: boolean): Promise<void> {
  const operation = t.world.registry.operations.get("settings.switch-module");
  assert.ok(operation);
  await t.perform(operation, { as: "lone", reference: slice, input: on ? { on: "on" } : {} });
}

async function look({ visitor, lone }: Who, urls: string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const url of urls)
    for (const [name, client] of Object.entries({ visitor, lone })) {
      if (!client) continue;
      const { status, text } = await client.get(url);
      seen.set(`${name} ${url}`, { status, body: text });
    }
  return seen;
}

function refused({ status, body }: { status: number; body: unknown }, url: string): void {
  assert.equal(status, 404, url);
  assert.match(JSON.stringify(body), /"code":"switched-off"/, url);
}

const doorOf = ({ api }: Query | Operation): string[] => (api ? [`/api/v1${filled(api.replace(/^[A-Z]+ /, ""))}`] : []);
const filled = (path: string): string => path.replaceAll(/:[a-z]+/gi, "x");
/** Whether an address is one of a pattern, and of none of its words by another's name. */
const matches = (pattern: string, url: string): boolean =>
  languages.some((lang) => new RegExp(`^${inLanguage(pattern, lang).replaceAll(/:[a-z]+/gi, "[^/]+")}$`).test(url));
const isLanguageSwitch = (href: string, url: string): boolean => href.replace(/^\/en(?=\/|$)/, "") === url.replace(/^\/en(?=\/|$)/, "");

async function countRows({ world }: TestWorld): Promise<unknown> {
  const { rows } = await world.readPool.query(
    "SELECT (SELECT count(*) FROM platform.audit) AS audit, (SELECT count(*) FROM platform.event) AS event",
  );
  return rows;
}

/** What the clock asks for does nothing; what happened before the switch is kept for later. */
async function jobsRest(t: TestWorld, slice: string): Promise<void> {
  const { writePool, readPool, registry, clock } = t.world;
  const jobs = registry.features.find(({ name }) => name === slice)?.jobs ?? {};
  for (const job of Object.keys(jobs)) {
    assert.ok(job.startsWith(`${slice}.`), `${job} rests with ${slice} by its name`);
    await writePool.query("SELECT graphile_worker.add_job($1, '{\"event\":1}'::json)", [job]);
    await writePool.query("SELECT graphile_worker.add_job($1, '{}'::json)", [job]);
  }
  const mails = (await t.mails()).length;
  await t.runJobs();
  assert.equal((await t.mails()).length, mails, "no mail of it");
  const { rows } = await readPool.query<{ task: string }>(
    "SELECT task_identifier AS task FROM graphile_worker.jobs WHERE task_identifier = ANY($1) AND run_at > $2 AND attempts = 0",
    [Object.keys(jobs), clock.now()],
  );
  assert.deepEqual(
    rows.map(({ task }) => task).toSorted(),
    Object.keys(jobs).toSorted(),
    "each event is kept, what the clock asks for is not",
  );
  await writePool.query("SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE task_identifier = ANY($1)", [
    Object.keys(jobs),
  ]);
}
