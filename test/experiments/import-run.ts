// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openTestWorld, type TestWorld } from "../test-world.ts";
import { startImport, visit, writeForeignFile } from "./import-beside.ts";
import { startProcess } from "./process.ts";

/** In a world of its own: so many foreign ideas come in beside a running server, killed half-way, then twice more. */
export async function bringInBeside(count: number): Promise<void> {
  const t = await openTestWorld();
  const folder = mkdtempSync(join(tmpdir(), "beside-"));
  const file = join(folder, "panel.csv");
  await writeForeignFile(file, count);
  const server = await startProcess(t.connectionString, folder);
  try {
    const visits = visit(server.address);
    const begun = performance.now();
    await killHalfWay(t, folder, file, count);
    const rest = await startImport(t.connectionString, folder, file).ended;
    const seconds = (performance.now() - begun) / 1000;
    assert.deepEqual([rest.code, rest.signal], [0, null], rest.said);
    const once = await state(t);
    const again = await startImport(t.connectionString, folder, file).ended;
    const { asked, failed, slowest } = await visits.stop();
    assert.match(again.said, new RegExp(`0 hentet\\.\\n${count} fandtes i forvejen`));
    const twice = await state(t);
    assert.deepEqual(once, { things: count, ideas: count, origins: count, answers: Math.floor(count / 3), titles: count, audited: count });
    assert.deepEqual(twice, once, "the second time changes nothing");
    assert.deepEqual(failed, [], "the server answered all the while");
    assert.ok(asked > 20, `only ${asked} visits`);
    console.log(
      `${count} foreign ideas, killed half-way: ${seconds.toFixed(1)} s in all; again: 0 doubles; ${asked} visits meanwhile, ${failed.length} errors, slowest ${slowest.toFixed(0)} ms`,
    );
  } finally {
    await server.kill();
    await t.close();
    rmSync(folder, { recursive: true });
  }
}

async function killHalfWay(t: TestWorld, folder: string, file: string, count: number): Promise<void> {
  const { child, ended } = startImport(t.connectionString, folder, file);
  while (child.exitCode === null && (await state(t)).things < count / 2) await pause(10);
  child.kill("SIGKILL");
  const { signal, said } = await ended;
  assert.equal(signal, "SIGKILL", `it was over before it could be killed: ${said}`);
  const { things, ideas, origins, audited } = await state(t);
  assert.ok(things < count);
  assert.deepEqual([ideas, origins, audited], [things, things, things], "no half of a line is there");
}

async function state(t: TestWorld) {
  const { rows } = await t.world.readPool.query<Record<"things" | "ideas" | "origins" | "answers" | "titles" | "audited", number>>(`
    SELECT (SELECT count(*) FROM platform.thing) AS things, (SELECT count(*) FROM ideas.idea) AS ideas,
      (SELECT count(*) FROM platform.external) AS origins, (SELECT count(*) FROM ideas.answer) AS answers,
      (SELECT count(DISTINCT title) FROM ideas.idea) AS titles,
      (SELECT count(*) FROM platform.audit WHERE entry = 'idea.brought-in') AS audited`);
  const [row] = rows;
  assert.ok(row);
  return row;
}
