// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import type pg from "pg";
import type { Browser, Page } from "playwright-core";
import { write } from "#features/exchange/operations-introduction.ts";
import { thank } from "#features/exchange/operations-outcome.ts";
import { saveProfile } from "#features/exchange/operations-profile.ts";
import { change } from "#features/exchange/operations-writer.ts";
import { introductionIn, openPost } from "../matrix/stage-exchange.ts";
import type { TestWorld } from "../test-world.ts";
import type { Client } from "../client.ts";
import { allAddresses, type Address } from "./addresses.ts";
import { payloads } from "./payloads.ts";
import { asProgram } from "./snapshot.ts";

/** What people write to each other on the Byttebørs: each of these is filled, or nothing is proved about it. */
const freeText = [
  "post.title",
  "post.text",
  "post.shown_name",
  "post.party_name",
  "look.reason",
  "profile.text",
  "edit.title",
  "edit.text",
  "introduction.giver_name",
  "introduction.seeker_name",
  "introduction.greeting",
  "introduction.end_reason",
  "message.text",
  "reply.reason",
  "contact.name",
  "exchange.what",
  "resolution.note",
  "appreciation.text",
  "follow_up.note",
].map((field) => `exchange.${field}`);

/** What a visitor opens. */
const open = ["/", "/ideer", "/byttebors", "/byttebors/indlejr", "/byttebors/indlejr.html", "/byttebors/deltager/nordlys"];

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
  const karen = await t.as("karen");
  const hers = await stageOfKaren(t);
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
    assert.ok(poisoned.length >= 10, `only ${poisoned.length} fields could be filled`);
    assert.deepEqual(
      freeText.filter((field) => !poisoned.includes(field)),
      [],
    );
    t.world.versions.moved([
      "idea",
      "place",
      "site",
      "text",
      "area",
      "theme",
      "person",
      "calendar",
      "organisation",
      "offer",
      "need",
      "introduction",
    ]);
    if (from === 0) await eachSettingsPageShowsIt(t, staff[0], addresses);
    if (from === 0) await eachOfHersShowsIt(karen, hers);
    const turn = (from / together) % oneOf;
    for (const who of [...staff, karen, undefined]) {
      await context.clearCookies();
      if (who) await context.addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: t.address })));
      const some = who === undefined ? open : who === karen ? hers : urls.filter((_, index) => index % oneOf === turn);
      for (const url of some) {
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

/** Karen changes her post, says what she can, and is brought together with Sofie. Out: pages that only she and Sofie see. */
async function stageOfKaren(t: TestWorld): Promise<string[]> {
  await t.perform(saveProfile, { as: "karen", input: { types: "skill", text: "Jeg kan sy gardiner." } });
  const post = await openPost(t, "karen", "need");
  await t.perform(change, {
    as: "karen",
    reference: post,
    input: { title: "Fem brædder", text: "Til stien.", type: "thing", where: "langaa" },
  });
  const [accepted, done, over] = [await introductionIn(t, "accepted"), await introductionIn(t, "done"), await introductionIn(t, "over")];
  await t.perform(write, { as: "sofie", reference: accepted, input: { text: "Jeg kommer klokken ti." } });
  await t.perform(thank, { as: "sofie", reference: done, input: { text: "Tak for hjælpen." } });
  return [
    ...[accepted, done, over].map((reference) => `/formidling/${reference}`),
    ...["", "/ret"].map((page) => `/byttebors/${post}${page}`),
    "/byttebors/det-kan-jeg",
    "/min-side",
  ];
}

/** What only she sees does show what was put there. */
async function eachOfHersShowsIt(karen: Client, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const { status, text } = await karen.get(url);
    assert.equal(status, 200, url);
    assert.ok(/<main[^>]*>.*__xss.*<\/main>/s.test(text), `${url} shows nothing of it`);
  }
}

/** Puts a payload into every stored text of every table of ours, past all forms and row level security, as far as constraints let it. */
const poison = async (t: TestWorld, payload: string): Promise<string[]> => [
  ...(await asProgram(t.world.writePool, (client) => poisonTexts(client, payload))),
  ...(await poisonSettings(t, payload)),
];

/** Out: the fields that took it. */
async function poisonTexts(client: pg.PoolClient, payload: string): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND data_type = 'text' AND is_generated = 'NEVER' AND c.table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`,
  );
  const poisoned: string[] = [];
  for (const { schema, table, column } of rows) {
    const fill = `UPDATE "${schema}"."${table}" SET "${column}" = left($1 || ' ' || substr(md5(ctid::text), 1, 6), 118)`;
    // Where some rows must not have it, those that have it are filled.
    for (const statement of [fill, `${fill} WHERE "${column}" IS NOT NULL`]) {
      const changed = await client.query(statement, [payload]).then(
        ({ rowCount }) => rowCount ?? 0,
        () => 0,
      );
      if (changed === 0) continue;
      poisoned.push(`${schema}.${table}.${column}`);
      break;
    }
  }
  return poisoned;
}

/** What the secretariat decides lies in JSON too: the municipality's own words, texts in other words, and the history. */
async function poisonSettings({ world: { writePool } }: TestWorld, payload: string): Promise<string[]> {
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
  return ["platform.municipality.facts", "platform.text_override.text", "platform.setting_change.name"];
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
