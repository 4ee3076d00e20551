// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { TestWorld } from "../test-world.ts";
import type { Client } from "../client.ts";
import { allAddresses, type Address } from "./addresses.ts";
import { payloads } from "./payloads.ts";

/** So many payloads stand in each field at a time. */
const together = 3;

/**
 * X24: puts each payload into every stored text and opens the pages, as the secretariat, a contact person and a visitor. In: one page
 * of how many is opened for each payload, in turn; 1 opens them all. Out: what was executed, and what the policy alone stopped.
 */
export async function tryPayloads(
  { t, browser }: { t: TestWorld; browser: Browser },
  oneOf: number,
): Promise<{ executed: string[]; blocked: string[] }> {
  const staff = [await t.as("lone"), await t.as("signe")];
  const addresses = await allAddresses(t, ["da"]);
  const urls = addresses.map(({ url }) => url);
  const context = await browser.newContext({ baseURL: t.address });
  const executed: string[] = [];
  const blocked: string[] = [];
  await context.addInitScript(() => {
    Object.defineProperty(window, "__xss", { get: () => undefined, set: (what) => console.error(`EXECUTED ${what}`), configurable: false });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.text().includes("EXECUTED")) executed.push(`${page.url()} ${message.text()}`);
    else if (/content security policy|trusted type/i.test(message.text())) blocked.push(`${page.url()} ${message.text().slice(0, 160)}`);
  });
  page.on("dialog", (dialog) => {
    executed.push(`${page.url()} dialog`);
    void dialog.dismiss();
  });
  let visited = 0;
  for (let from = 0; from < payloads.length; from += together) {
    const poisoned = await poison(t, payloads.slice(from, from + together).join(""));
    assert.ok(poisoned >= 10, `only ${poisoned} fields could be filled`);
    t.world.versions.moved(["idea", "place", "site", "text", "area", "theme", "person", "calendar"]);
    if (from === 0) await eachSettingsPageShowsIt(t, staff[0], addresses);
    const turn = (from / together) % oneOf;
    for (const who of [...staff, undefined]) {
      await context.clearCookies();
      if (who) await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: t.address })));
      for (const url of who === undefined ? ["/", "/ideer"] : urls.filter((_, index) => index % oneOf === turn)) {
        const reply = await openOrSave(page, url);
        assert.ok((reply?.status() ?? 500) < 500, `${url} answered ${reply?.status()}`);
        visited += 1;
      }
    }
  }
  await context.close();
  console.log(
    `X24 ${payloads.length} payloads, ${visited} pages opened, ${executed.length} executed, ${blocked.length} stopped by the policy alone`,
  );
  return { executed, blocked };
}

/** Puts a payload into every stored text of every table of ours, past all forms, as far as constraints let it. */
async function poison(t: TestWorld, payload: string): Promise<number> {
  const { rows } = await t.world.writePool.query<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND data_type = 'text' AND is_generated = 'NEVER' AND c.table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`,
  );
  let poisoned = 0;
  for (const { schema, table, column } of rows) {
    const changed = await t.world.writePool
      .query(`UPDATE "${schema}"."${table}" SET "${column}" = left($1 || ' ' || substr(md5(ctid::text), 1, 6), 118)`, [payload])
      .then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
    if (changed > 0) poisoned += 1;
  }
  return poisoned + (await poisonSettings(t, payload));
}

/** What the secretariat decides lies in JSON too: the municipality's own words, texts in other words, and the history. */
async function poisonSettings({ world: { writePool } }: TestWorld, payload: string): Promise<number> {
  const text = payload.slice(0, 110);
  for (const path of ["name", "place", "wordMark,name", "wordMark,beside"])
    await writePool.query(`UPDATE platform.municipality SET facts = jsonb_set(facts, $1, to_jsonb($2::text))`, [
      `{municipality,${path}}`,
      text,
    ]);
  await writePool.query(
    `INSERT INTO platform.text_override (slice, key, lang, text) SELECT slice, key, 'da', $1 FROM (VALUES ('settings', 'title'), ('ideas', 'write.title'), ('app', 'front.title')) AS own(slice, key)
     ON CONFLICT (slice, key, lang) DO UPDATE SET text = excluded.text`,
    [text],
  );
  await writePool.query(
    `INSERT INTO platform.setting_change (id, at, kind, key, name, before, after)
     SELECT gen_random_uuid(), now(), 'locality', $1::text, jsonb_build_object('da', $1::text, 'en', $1::text), jsonb_build_object('name', $1::text), jsonb_build_object('name', $1::text || '!')`,
    [text],
  );
  return 3;
}

/** Pages of the settings that show no stored text of their own: numbers, switches, and empty forms. */
const withoutText = ["/frister", "/steder/nyt", "/lukkedage/ny", "/roller/ny", "/dele", "/dele/:reference"].map(
  (path) => `/indstillinger${path}`,
);

/** Over the registry: the pages of what the secretariat decides do show what was put there, or they would prove nothing. */
async function eachSettingsPageShowsIt(t: TestWorld, lone: Client | undefined, addresses: readonly Address[]): Promise<void> {
  assert.ok(lone);
  const without: string[] = [];
  for (const { url, route } of addresses) {
    if (t.world.registry.sliceOf.get(route) !== "settings") continue;
    const { status, text } = await lone.get(url);
    assert.ok(status < 500, `${url} answered ${status}`);
    const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? [];
    if (!main.includes("__xss")) without.push(route.path);
  }
  assert.deepEqual(without.toSorted(), withoutText.toSorted());
}

/** What is saved instead of shown never becomes a page: then the answer alone is looked at. */
const openOrSave = (page: Page, url: string) =>
  page.goto(url, { waitUntil: "load" }).catch((error: unknown) => {
    if (!/download/i.test(String(error))) throw error;
    return page.request.get(url);
  });
