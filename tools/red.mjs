// SPDX-License-Identifier: EUPL-1.2
// `npm run test:red [-- NAME…]`: plants each fault of test/red/ in a copy of the project and demands that the experiment it names
// finds it. First each experiment must pass without the fault: what fails anyway proves nothing. With names, only those whose
// file name contains one of them; `quick` are the three that belong to `npm test`.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { copyProject } from "./copy-project.mjs";
import { plant, readPatch } from "./patch.mjs";

const run = promisify(execFile);
const folder = fileURLToPath(new URL("../test/red/", import.meta.url));
const quick = ["x20-answer.patch", "x20-withdraw.patch", "x32-unknown-fields.patch"];
const asked = process.argv.slice(2).flatMap((name) => (name === "quick" ? quick : [name]));

const controls = readdirSync(folder)
  .filter((name) => name.endsWith(".patch") && (asked.length === 0 || asked.some((part) => name.includes(part))))
  .toSorted();
const clean = new Map();
const rows = [];
await Promise.all([worker(), worker()]);
report();

async function worker() {
  const copy = copyProject();
  try {
    for (let control = controls.shift(); control; control = controls.shift()) rows.push({ control, ...(await tryControl(copy, control)) });
  } finally {
    copy.remove();
  }
}

/** Out: { fault, file, verdict, ok }. */
async function tryControl(copy, control) {
  const { file, name, fault, edits } = readPatch(readFileSync(join(folder, control), "utf8"));
  const kept = new Map();
  try {
    const experiment = `${file} ${name}`;
    if (!clean.has(experiment)) clean.set(experiment, experimentIn(copy, file, name));
    const before = await clean.get(experiment);
    if (before.passed === 0 || before.failed.length > 0)
      return { fault, file, ok: false, verdict: `fails without the fault: ${before.said}` };
    for (const edit of edits) {
      const path = join(copy.folder, edit.path);
      const text = readFileSync(path, "utf8");
      if (!kept.has(path)) kept.set(path, text);
      writeFileSync(path, plant(text, edit));
    }
    const { failed, said } = await experimentIn(copy, file, name);
    const found = failed.some((line) => line.includes(name));
    return { fault, file, ok: found, verdict: found ? "found" : `NOT FOUND: ${said}` };
  } catch (error) {
    return { fault, file, ok: false, verdict: String(error.message) };
  } finally {
    for (const [path, text] of kept) writeFileSync(path, text);
  }
}

/** Runs one experiment. Out: how many passed, the lines of the runner that name what failed, and the end of what it said. */
async function experimentIn({ folder: cwd, env }, file, name) {
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const { stdout } = await run("node", ["test/run.mjs", file, "--name", pattern], {
    cwd,
    env,
    maxBuffer: 50_000_000,
    timeout: 600_000,
  }).catch((error) => error);
  const text = String(stdout ?? "");
  const [, passed = "0"] = /^(\d+) passed, \d+ failed$/m.exec(text) ?? [];
  const [, list = ""] = /\nFailed:\n([\s\S]*)\n\d+ passed, /.exec(text) ?? [];
  return { passed: Number(passed), failed: list.split("\n").filter(Boolean), said: text.trim().slice(-1_500) };
}

function report() {
  const wide = Math.max(0, ...rows.map(({ control }) => control.length));
  for (const { control, ok, fault, file, verdict } of rows.toSorted((a, b) => a.control.localeCompare(b.control))) {
    console.log(
      `${ok ? "✓" : "✗"} ${control.padEnd(wide)}  ${fault ?? ""}  (${file ?? ""})${ok ? "" : `\n    ${verdict.replaceAll("\n", "\n    ")}`}`,
    );
  }
  const missed = rows.filter(({ ok }) => !ok).length;
  if (rows.length === 0) console.log(`No red control is called ${asked.join(" or ")}.`);
  console.log(`${rows.length - missed} passed, ${missed + (rows.length === 0 ? 1 : 0)} failed`);
  process.exitCode = missed > 0 || rows.length === 0 ? 1 : 0;
}
