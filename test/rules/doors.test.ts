// SPDX-License-Identifier: EUPL-1.2
// X20: what says nothing of who may does not start.
import assert from "node:assert/strict";
import test from "node:test";
import { z } from "zod";
import { allFeatures } from "#app/features.ts";
import type { Feature } from "#platform/feature.ts";
import { register } from "#platform/register.ts";
import { path } from "#platform/http/path.ts";
import { page, plain, type Route } from "#platform/http/route.ts";
import { query, type Query } from "#platform/operations/operation.ts";
import { anyone, type Rule } from "#platform/operations/rule.ts";
import { openTestWorld } from "../test-world.ts";

const slice = (parts: Partial<Feature>): Feature => ({
  name: "leak",
  rank: 2,
  operations: [],
  queries: [],
  routes: [],
  privacy: [],
  ...parts,
});
const leak = path("/leak");
const ask: Query<object> = query({ name: "leak.all", input: z.object({}), may: anyone, api: false, run: async () => ({}) });
const nobody: Rule = JSON.parse("{}");
const view = () => ({ title: "Leak", body: null });

test("X20: an operation or query without a rule stops the start", () => {
  assert.throws(() => register([slice({ queries: [{ ...ask, may: nobody }] })]), /"leak\.all" says not who may/);
  assert.doesNotThrow(() => register([slice({ queries: [ask] })]));
});

test("X20: a page whose query is in no manifest, and a page that says not who may, stop the start", () => {
  assert.throws(() => register([slice({ routes: [page({ path: leak, query: ask, view })] })]), /not in a manifest/);
  assert.throws(() => register([slice({ routes: [withoutRule()] })]), /\/leak says not who may/);
});

test("X20: a page that comes in behind the registry stops the server", async () => {
  const registry = allFeatures();
  await assert.rejects(
    openTestWorld({ registry: { ...registry, routes: [...registry.routes, withoutRule()] } }),
    /The route GET \/leak says not who may/,
  );
});

test("two doors of one name stop the start", () => {
  assert.throws(() => register([slice({ queries: [ask, { ...ask }] })]), /Two doors are called "leak\.all"/);
});

const withoutRule = (): Route => ({ ...plain({ path: leak, may: anyone, view }), open: undefined });
