// SPDX-License-Identifier: EUPL-1.2
// The worker reads all crontabs when it starts, and a line that it cannot read stops the server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { allFeatures } from "#app/features.ts";
import { cronItems } from "#platform/jobs/crontab.ts";
import { platformJobs } from "#platform/jobs/platform-jobs.ts";

test("the worker can read when each job comes, and knows each of them", () => {
  const registry = allFeatures();
  const items = cronItems({ registry });
  assert.ok(items.length >= 10, `only ${items.length} were found`);
  const known = new Set([...registry.jobs.keys(), ...Object.keys(platformJobs)]);
  assert.deepEqual(
    items.map(({ task }) => task).filter((task) => !known.has(task)),
    [],
  );
});

test("red: a line that the worker cannot read is found", () => {
  const registry = allFeatures();
  const [first] = registry.features;
  assert.ok(first);
  const features = [{ ...first, crontab: { "5-59/15 * * * *": "people.tidy" } }];
  assert.throws(() => cronItems({ registry: { ...registry, features } }), /5-59/);
});
