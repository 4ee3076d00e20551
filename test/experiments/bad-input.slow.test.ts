// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Operation } from "#platform/operations/operation.ts";
import { caseOf, statesOf } from "../matrix/cases.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { allAddresses, sampleReferences } from "./addresses.ts";
import { snapshot } from "./snapshot.ts";

let t: TestWorld;
let references: string[];
before(async () => {
  t = await openTestWorld({ ideas: true });
  references = await sampleReferences(t);
});
after(() => t.close());

/** P tier: 5,000 requests; the deep tier sets X23_RUNS to 50,000 and more. */
const runs = Number(process.env["X23_RUNS"] ?? 5_000);

const worst = [
  "\u0000",
  "",
  " ",
  "\u202eabc",
  "\ud800",
  "e\u0301",
  "\u200b\u200b",
  "👩‍👩‍👧‍👦",
  "a".repeat(121),
  "a".repeat(6_001),
  "a".repeat(60_000),
  "-0",
  "1e309",
  "9007199254740993",
  "NaN",
  "true",
  "null",
  "[]",
  "{}",
  "' OR 1=1 --",
  "%s%n",
  "../../etc/passwd",
  "<script>",
  "{{7*7}}",
  "${7*7}",
  "=1+1",
  "2026-02-30",
  "2026-13-01",
  "0000-00-00",
  "I-2026-0001",
  "I-9999-9999",
  "__proto__",
  "constructor",
  "010190-1234",
  "karen@example.dk",
  "@",
  "javascript:alert(1)",
] as const;

const nasty = fc.oneof(fc.constantFrom(...worst), fc.string({ unit: "binary", maxLength: 60 }), fc.integer().map(String));
const nastyJson = fc.oneof(
  nasty,
  fc.constantFrom(null, true, false, 0, -0, 1e308, [], {}, [[]], { a: { b: [] } }, ["a", null]),
  fc.jsonValue({ maxDepth: 2 }),
);

test(`X23 no input brings the server down: ${runs} requests, none answered with 500`, async () => {
  const lone = await t.as("lone");
  const signe = await t.as("signe");
  const doors = [...t.world.registry.operations.values()].filter((operation) => operation.api);
  const queries = [...t.world.registry.queries.values()].filter((query) => query.api);
  const counts = new Map<number, number>();
  const count = (status: number, what: () => string): void => {
    counts.set(status, (counts.get(status) ?? 0) + 1);
    assert.ok(status < 500, what());
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...doors),
      fc.dictionary(fc.constantFrom("__proto__", "zzz", "title", "text"), nastyJson, { maxKeys: 2 }),
      fc.infiniteStream(nastyJson),
      fc.nat(),
      async (operation, extra, values, pick) => {
        const body = { ...bodyOf(operation, values), ...(pick % 3 === 0 ? extra : {}) };
        const client = pick % 2 === 0 ? lone : signe;
        const reply = await client.json("POST", urlOf(operation.api || "", pick), body, { "idempotency-key": t.world.ids.uuid() });
        count(reply.status, () => `${operation.name} ${JSON.stringify(body)} ${reply.text}`);
      },
    ),
    { numRuns: Math.round(runs * 0.6) },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...queries), fc.infiniteStream(nasty), fc.nat(), async (query, values, pick) => {
      const asked = Object.keys(query.input.shape)
        .map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(values.next().value?.toWellFormed() ?? "")}`)
        .join("&");
      const reply = await lone.get(`${urlOf(query.api || "", pick)}?${asked}`);
      count(reply.status, () => `${query.name} ${asked} ${reply.text.slice(0, 300)}`);
    }),
    { numRuns: Math.round(runs * 0.2) },
  );
  const pages = await allAddresses(t);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), fc.infiniteStream(nasty), async ({ url, route }, values) => {
      const form = Object.fromEntries(
        Object.keys(route.operation?.input.shape ?? { a: 1 }).map((key) => [key, values.next().value?.toWellFormed() ?? ""]),
      );
      const open = await signe.open(url);
      const reply = route.operation
        ? await signe.post(url, { _key: open._key, _token: open._token, ...form })
        : await signe.get(`${url}?${new URLSearchParams(form)}`);
      count(reply.status, () => `${url} ${JSON.stringify(form)} ${reply.text.slice(0, 300)}`);
    }),
    { numRuns: Math.round(runs * 0.2) },
  );
  console.log(`X23 ${runs} requests:`, Object.fromEntries([...counts].toSorted()));
});

function bodyOf(operation: Operation, values: fc.Stream<unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(operation.input.shape).map((key) => [key, values.next().value]));
}

const urlOf = (api: string, pick: number): string =>
  `/api/v1${api
    .replace(/^[A-Z]+ /, "")
    .replace(":reference", references[pick % references.length] ?? "")
    .replace(/:[a-z]+/gi, "x")}`;

test("X23 each of the worst texts in each field of each operation, with all else as it should be, is taken or refused", async () => {
  const signe = await t.as("signe");
  let sent = 0;
  for (const operation of t.world.registry.operations.values()) {
    if (!operation.api) continue;
    const [state = "-"] = statesOf(operation.name, operation.on);
    for (const field of Object.keys(operation.input.shape)) {
      // What succeeds may change what it is about: each field begins with a fresh one, and with the worst.
      const { params = {}, body = {} } = await caseOf(t, operation.name, state);
      const url = `/api/v1${operation.api.replace(/^POST /, "").replaceAll(/:([a-z]+)/gi, (_, name: string) => params[name] ?? "x")}`;
      for (const text of worst) {
        sent += 1;
        const visitor = t.visitor(`10.23.${sent >> 8}.${sent & 255}`);
        const whole = { ...body, [field]: `${body[field] ?? ""}${text}` };
        for (const client of [signe, visitor]) {
          const reply = await client.json("POST", url, whole, { "idempotency-key": t.world.ids.uuid() });
          assert.ok(reply.status < 500, `${operation.name} ${field} ${JSON.stringify(text.slice(0, 40))}: ${reply.status}`);
        }
      }
    }
  }
  assert.ok(sent > 500, `only ${sent} were sent`);
  // The next hour has its own budgets.
  t.clock.advance(3_600_000);
});

test("X23 broken bodies and content types are refused, not crashed on", async () => {
  const client = t.visitor();
  for (const [type, payload] of [
    ["application/json", "{"],
    ["application/json", '{"a":1,"a":2}'],
    ["application/json", "[1]"],
    ["application/json", "null"],
    ["application/json", '{"__proto__":{"x":1}}'],
    ["application/json;", "{}"],
    ["application/json\t", "{}"],
    ["application/json, text/plain", "{}"],
    ["application/xml", "<a/>"],
    ["", "x"],
  ] as const) {
    const reply = await t.server.inject({
      method: "POST",
      url: "/api/v1/ideas",
      headers: { "content-type": type, "idempotency-key": "a".repeat(12) },
      payload,
    });
    assert.ok(reply.statusCode >= 400 && reply.statusCode < 500, `${type} ${payload} answered ${reply.statusCode}`);
  }
  const huge = await client.post("/ideer/ny", { text: "x".repeat(300_000) });
  assert.equal(huge.status, 413);
});

test("X32 nobody sets a column that a form does not ask for", async () => {
  const { rows } = await t.world.writePool.query<{ column_name: string }>(
    "SELECT DISTINCT column_name FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'graphile_worker')",
  );
  const columns = rows.map((row) => row.column_name);
  const lone = await t.as("lone");
  const before = await snapshot(t.world);
  let tried = 0;
  for (const operation of t.world.registry.operations.values()) {
    if (!operation.api) continue;
    for (const column of columns.filter((name) => !Object.hasOwn(operation.input.shape, name))) {
      const reply = await lone.json("POST", urlOf(operation.api, 0), { [column]: "x" }, { "idempotency-key": t.world.ids.uuid() });
      assert.ok([403, 404, 422].includes(reply.status), `${operation.name} took ${column}: ${reply.status}`);
      if (reply.status === 422) assert.match(reply.text, new RegExp(`"${column}":"unknown"`), `${operation.name} ${column}`);
      tried += 1;
    }
  }
  assert.ok(tried > 300, `only ${tried} tried`);
  assert.deepEqual(await snapshot(t.world), before);
});

test("X23 each of the worst texts in each field of each settings page, sent by the secretariat, is taken or refused in words", async () => {
  const { operations, routes } = t.world.registry;
  const tried = new Set<string>();
  const lone = await t.as("lone");
  const { _token } = await lone.open("/indstillinger/navn");
  t.clock.advance(5_000);
  for (const operation of operations.values()) {
    const route = routes.find((one) => one.operation === operation && one.path.startsWith("/indstillinger"));
    if (!route) continue;
    for (const field of Object.keys(operation.input.shape)) {
      const { params = {}, body = {} } = await caseOf(t, operation.name, statesOf(operation.name, operation.on)[0] ?? "-");
      const url = route.path.replaceAll(/:([a-z]+)/gi, (_, name: string) => params[name] ?? "x");
      for (const text of worst) {
        const typed = `${body[field] ?? ""}${text.toWellFormed()}`;
        const reply = await lone.post(url, { ...body, [field]: typed, _key: t.world.ids.uuid(), _token });
        assert.ok(
          [303, 404, 409, 422].includes(reply.status),
          `${operation.name} ${field} ${JSON.stringify(text.slice(0, 40))}: ${reply.status}`,
        );
      }
    }
    tried.add(operation.name);
  }
  // What only the operator does by command has no form.
  const forms = [...operations.values()].filter(({ settings, may }) => settings === true && may.name !== "the system itself");
  assert.ok(forms.length >= 18, `only ${forms.length} operations change settings`);
  assert.deepEqual(
    forms.flatMap(({ name }) => (tried.has(name) ? [] : [name])),
    [],
    "no form of a setting is left out",
  );
});
