// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isFromUs } from "#platform/http/origin.ts";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { allAddresses, sampleReferences } from "./addresses.ts";
import { snapshot } from "./snapshot.ts";

let t: TestWorld;
before(async () => void (t = await openTestWorld({ ideas: true })));
after(() => t.close());

const foreign: Record<string, string>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "http://localhost.evil.example:3000" },
];

test("X25 no form can be sent from another site, and none with another's token or without one", async () => {
  const lone = await t.as("lone");
  const karen = await t.as("karen");
  const stolen = (await karen.open("/ideer/ny"))._token;
  // Some of the addresses are of things that are made for it.
  const addresses = await allAddresses(t, ["da"]);
  const before = await snapshot(t.world);
  let tried = 0;
  for (const { url, route } of addresses) {
    if (!route.operation) continue;
    const own = await lone.open(url);
    const token = own._token || (await lone.open("/ideer/ny"))._token;
    t.clock.advance(5_000);
    const key = t.world.ids.uuid();
    for (const headers of foreign) {
      const reply = await lone.post(url, { _key: key, _token: token }, headers);
      assert.equal(reply.status, 403, `${url} ${JSON.stringify(headers)}`);
      tried += 1;
    }
    for (const _token of ["", "made.up", stolen]) {
      const reply = await lone.post(url, { _key: key, _token });
      assert.ok([403, 404, 422].includes(reply.status), `${url} with token "${_token.slice(0, 6)}" answered ${reply.status}`);
      tried += 1;
    }
  }
  assert.ok(tried > 100, `only ${tried} tried`);
  assert.deepEqual(await snapshot(t.world), before);
});

test("X25 the JSON door takes JSON alone, and nothing from a page of another site", async () => {
  const lone = await t.as("lone");
  const [reference = ""] = await sampleReferences(t);
  const before = await snapshot(t.world);
  for (const operation of t.world.registry.operations.values()) {
    if (!operation.api) continue;
    const url = `/api/v1${operation.api.replace("POST ", "").replace(":reference", reference)}`;
    for (const headers of foreign) {
      const reply = await lone.json("POST", url, {}, { "idempotency-key": t.world.ids.uuid(), ...headers });
      assert.equal(reply.status, 403, `${url} ${JSON.stringify(headers)}`);
    }
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "application/json\t; x",
      "application/json;charset=utf-16",
      "multipart/form-data; boundary=x",
    ]) {
      const reply = await lone.post(url, { a: "b" }, { "content-type": type, "idempotency-key": t.world.ids.uuid() });
      assert.ok(reply.status === 415 || reply.status === 422, `${url} as ${type} answered ${reply.status}`);
    }
  }
  assert.deepEqual(await snapshot(t.world), before);
});

test("X25 looking at any page changes nothing", async () => {
  const clients = [t.visitor(), await t.as("karen"), await t.as("signe"), await t.as("lone")];
  const addresses = await allAddresses(t);
  const before = await snapshot(t.world);
  for (const { url } of addresses) {
    for (const client of clients) {
      await client.get(url);
      const again = await client.get(url);
      assert.ok(again.status < 500, `${url} answered ${again.status}`);
    }
  }
  assert.deepEqual(await snapshot(t.world), before);
});

test("red control: a check that forgets Origin would be seen", () => {
  const request = (headers: Record<string, string>) => ({ headers }) as unknown as Parameters<typeof isFromUs>[0];
  assert.equal(isFromUs(request({ origin: "https://evil.example" }), ["http://localhost:3000"]), false);
  assert.equal(isFromUs(request({ origin: "http://localhost:3000", "sec-fetch-site": "cross-site" }), ["http://localhost:3000"]), false);
  assert.equal(isFromUs(request({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }), ["http://localhost:3000"]), true);
});
