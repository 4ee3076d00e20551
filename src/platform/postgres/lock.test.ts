// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { holderOf, takeLock } from "./lock.ts";
import { startOf } from "./process.ts";
import { closedFolder, runChild } from "./testing.ts";

const dead = { pid: 2 ** 22 + 1, started: "1" };

test("a lock holds until it is released, and tells who and where", (t) => {
  const folder = closedFolder(t);
  const file = join(folder, "server.lock");
  const lock = takeLock(file, folder);
  assert.throws(() => takeLock(file, folder), { message: new RegExp(`\\(pid ${process.pid}\\)`) });
  lock.announce("http://localhost:3000");
  assert.deepEqual(holderOf(file), { pid: process.pid, started: startOf(process.pid), address: "http://localhost:3000" });
  assert.equal(statSync(file).mode & 0o777, 0o600);
  lock.release();
  assert.equal(holderOf(file), undefined);
  takeLock(file, folder).release();
  assert.deepEqual(readdirSync(folder), []);
});

for (const [what, content] of [
  ["a process that is gone", JSON.stringify(dead)],
  ["a process whose number another process has now", JSON.stringify({ pid: process.ppid, started: "1" })],
  ["a power cut, which left it empty", ""],
  ["garbage", '{"pid":"x","started":[]}'],
] as const) {
  test(`the lock of ${what} is taken over`, (t) => {
    const folder = closedFolder(t);
    const file = join(folder, "server.lock");
    writeFileSync(file, content);
    writeFileSync(`${file}.next`, content); // killed while it took over
    const lock = takeLock(file, folder);
    assert.equal(holderOf(file)?.pid, process.pid);
    lock.release();
    assert.deepEqual(readdirSync(folder), []);
  });
}

test("of many that find the same dead lock at once exactly one gets it", async (t) => {
  for (let round = 0; round < 3; round += 1) {
    const folder = closedFolder(t);
    const file = join(folder, "server.lock");
    writeFileSync(file, JSON.stringify(dead));
    const script = `
      const { existsSync } = await import("node:fs");
      const { takeLock } = await import(${JSON.stringify(import.meta.resolve("./lock.ts"))});
      setInterval(() => {}, 1000);
      console.log("ready");
      while (!existsSync(dataDir + "/go"));
      try { takeLock(${JSON.stringify(file)}, dataDir); console.log("has it"); } catch (error) { console.log(error.sentence ?? error.stack); }
      console.log("done");`;
    const children = Array.from({ length: 6 }, () => runChild(t, folder, script));
    await Promise.all(children.map((child) => child.until("ready")));
    writeFileSync(join(folder, "go"), "");
    await Promise.all(children.map((child) => child.until("done")));
    for (const child of children) child.process.kill("SIGKILL");
    const said = children.flatMap((child) => child.lines);
    assert.equal(said.filter((line) => line === "has it").length, 1, said.join("\n"));
    assert.equal(said.filter((line) => line.startsWith("Medborger already runs")).length, 5, said.join("\n"));
  }
});
