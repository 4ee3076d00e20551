// SPDX-License-Identifier: EUPL-1.2
// Runs test files in one process, each in a suite of its own: without that, `before` and `beforeEach` of one file would hold for all.
import { after, describe } from "node:test";
import { pathToFileURL } from "node:url";

process.env["TEST_ONE_PROCESS"] = "1";
after(async () => {
  const { closeTestServer } = await import("./test-database.ts");
  await closeTestServer();
});

for (const file of process.argv.slice(2)) describe(file, async () => void (await import(pathToFileURL(file).href)));
