// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { asSystem, within } from "#platform/db/scope.ts";
import type { Client, Response } from "../client.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { allAddresses, sampleReferences } from "./addresses.ts";
import { besideTheList, chosen, exchangeCanaries, mailsBetween, plantExchange, stageExchange } from "./leaks-exchange.ts";
import { ideaCanaries, plantCanaries } from "./leaks-ideas.ts";

let t: TestWorld;
let staged: string[];
before(async () => {
  t = await openTestWorld({ ideas: true });
  staged = await stageExchange(t);
  await plantCanaries(t);
  await plantExchange(t);
});
after(() => t.close());

const canaries = [...ideaCanaries, ...exchangeCanaries];

/** Every GET there is: pages in both languages, the JSON doors, the documents, and pages that fail. */
async function everyGet(): Promise<string[]> {
  const references = [...(await sampleReferences(t)), ...staged];
  const pages = (await allAddresses(t, undefined, staged)).map(({ url }) => url).filter((url) => !url.includes("/dev/mail"));
  const api = [...t.world.registry.queries.values()].flatMap(({ api: door }) => {
    if (!door || door.includes("/mail")) return [];
    const url = `/api/v1${door.replace("GET ", "")}`.replace(":slug", "nordlys").replace(":area", "miljoe-og-teknik");
    return url.includes(":reference") ? references.map((reference) => url.replace(":reference", reference)) : [url];
  });
  return [...pages, ...chosen, ...api, "/api/openapi.json", "/findes-ikke", "/api/v1/findes-ikke", "/healthz", "/readyz"];
}

async function found(client: Client, allowed: RegExp = /(?!)/): Promise<string[]> {
  const leaks: string[] = [];
  for (const url of await everyGet()) {
    const { text, headers } = await client.get(url);
    const sent = text + JSON.stringify(headers);
    for (const canary of canaries) {
      const leak = `${canary} ${url}`;
      if (sent.includes(canary) && !allowed.test(leak) && !besideTheList.test(leak)) leaks.push(leak);
    }
  }
  return leaks;
}

let lones: Promise<string[]> | undefined;
const leaksOfLone = (): Promise<string[]> => (lones ??= t.as("lone").then((lone) => found(lone)));

test("X21 a visitor finds nothing that is not public, in any page or format", async () => {
  assert.deepEqual(await found(t.visitor()), []);
});

test("X21 a citizen finds what is hers and nothing else that is not public", async () => {
  assert.deepEqual(await found(await t.as("karen"), /^canary-mailbox (\/en)?\/min-side|^canary-mailbox \/api\/v1\/me/), []);
});

test("X21 a committee member finds no more than a citizen", async () => {
  assert.deepEqual(await found(await t.as("jens"), /^canary-mailbox (\/en)?\/min-side|^canary-mailbox \/api\/v1\/me/), []);
});

test("X21 a search for a hidden word answers like one for a word that nobody wrote", async () => {
  for (const client of [t.visitor(), await t.as("karen"), await t.as("jens")]) {
    for (const door of ["/ideer", "/en/ideer", "/api/v1/ideas", "/byttebors", "/en/byttebors", "/api/v1/posts"]) {
      const nobodys = strip((await client.get(`${door}?q=xqzwvu`)).text, "xqzwvu");
      for (const canary of canaries) {
        const [, word = ""] = new URLSearchParams({ q: canary }).toString().split("=");
        const { text } = await client.get(`${door}?q=${word}`);
        assert.ok(strip(strip(text, word), canary) === nobodys, `${door} ${canary}`);
      }
    }
  }
});

test("red control: whoever answers for the area does see what is held there, so the crawl would see a leak", async () => {
  const seen = new Set((await leaksOfLone()).map((leak) => leak.split(" ")[0]));
  for (const canary of [
    "canary-held-title",
    "canary-note",
    "canary-question",
    "canary-reply",
    "canary-old-words",
    "canary-setting",
    "canary-post",
    "canary-refusal",
    "canary-greeting",
    "canary-profile",
  ])
    assert.ok(seen.has(canary), `the secretariat sees ${canary}`);
});

test("X21 a broker finds neither how two reach each other, nor what they write without a broker, nor why one of them said no", async () => {
  const kept = ["canary-contact", "canary-before-yes", "canary-message", "canary-decline", "canary-thanks"];
  assert.deepEqual(
    (await leaksOfLone()).filter((leak) => kept.some((canary) => leak.startsWith(canary))),
    [],
  );
});

test("X21 no mail says how the other is reached before both have said yes, and then only what was chosen", async () => {
  const { before, after, karen, sofie } = await mailsBetween(t);
  const to = (mails: string[], key: string): string[] => mails.filter((mail) => mail.includes(`"recipient":"${key}"`));
  for (const [mine, other] of [
    [karen, sofie],
    [sofie, karen],
  ] as const) {
    assert.ok(
      to(before, mine).some((mail) => mail.includes("Hilsen fra")),
      "both are written to",
    );
    assert.ok(!to([...before, ...after], mine).some((mail) => mail.includes(other)), "nobody chose to share a mailbox");
    assert.ok(!to(before, mine).some((mail) => /20 30 40 50|60 70 80 90/.test(mail)), "a number before both said yes");
  }
  assert.ok(
    to(after, karen).some((mail) => mail.includes("60 70 80 90")),
    "who waited for the other's yes gets the number",
  );
});

/** Three of each kind and state that neither a visitor nor Jens may see: not his own, and none that he is one of the two of. */
const notForJens = (): Promise<{ reference: string }[]> =>
  within(t.world.read, asSystem, async (tx) => {
    const { rows } = await sql<{ reference: string }>`
      SELECT reference FROM (
        SELECT reference, row_number() OVER (PARTITION BY kind, visibility, withdrawn_at IS NULL ORDER BY reference DESC) AS place
        FROM platform.thing, (SELECT id AS jens FROM people.person WHERE demo_key = 'jens') AS person
        WHERE (visibility IN ('held', 'private') OR withdrawn_at IS NOT NULL) AND owner_person IS DISTINCT FROM jens
          AND NOT EXISTS (SELECT 1 FROM exchange.introduction one WHERE one.id = thing.id AND jens IN (one.giver_person, one.seeker_person))
      ) AS hidden WHERE place <= 3`.execute(tx);
    return rows;
  });

test("X22 »not yours« and »not there« are the same answer, letter for letter", async () => {
  const rows = await notForJens();
  const patterns = t.world.registry.routes.map(({ path }) => path).filter((path) => path.includes(":reference"));
  const api = [...t.world.registry.queries.values()].flatMap(({ api: door }) =>
    door && door.includes(":reference") ? [`/api/v1${door.replace("GET ", "")}`] : [],
  );
  const clients = [t.visitor(), await t.as("jens")];
  let compared = 0;
  for (const client of clients) {
    for (const pattern of [...patterns, ...api]) {
      for (const { reference } of rows) {
        const [not, mine] = await Promise.all(["I-2026-9999", reference].map((name) => client.get(pattern.replace(":reference", name))));
        assert.equal(mine?.status, not?.status, `${pattern} ${reference}`);
        assert.equal(strip(mine?.text, reference), strip(not?.text, "I-2026-9999"), `${pattern} ${reference}`);
        compared += 1;
      }
    }
  }
  assert.ok(compared > 50, `only ${compared} pairs`);
});

test("X22 a write about what is not yours is refused as one about what is not there", async () => {
  const rows = await notForJens();
  const jens = await t.as("jens");
  for (const { api } of t.world.registry.operations.values()) {
    if (!api || !api.includes(":reference")) continue;
    for (const { reference } of rows) {
      const send = (name: string): Promise<Response> =>
        jens.json("POST", `/api/v1${api.replace("POST ", "").replace(":reference", name)}`, {}, { "idempotency-key": t.world.ids.uuid() });
      const [mine, not] = [await send(reference), await send("I-2026-9999")];
      assert.deepEqual([mine.status, mine.text], [not.status, not.text], `${api} ${reference}`);
    }
  }
});

/** The address itself and the form's own key and token may differ. */
const strip = (html: string | undefined, reference: string): string =>
  (html ?? "").replaceAll(reference, "REFERENCE").replaceAll(/name="_(key|token)" value="[^"]*"/g, "");
