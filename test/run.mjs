// SPDX-License-Identifier: EUPL-1.2
// The test runner: `node test/run.mjs [fast | rules | all | deep] [slices…] [--minutes N] [--name PATTERN]`.
//
// What a test belongs to is said by its name:
//   *.test.ts(x)       fast: no browser, no second server; all of them together within a minute   → test:fast, test
//   *.slow.test.ts(x)  everything else that holds for each change: matrix, experiments, tools     → test
//   *.deep.test.ts(x)  experiments at full size                                                   → test:deep
// A journey in e2e/ is never fast: without `.deep` in its name it counts as slow.
//
// Instead of a mode, names of test files or patterns may be given: `node test/run.mjs 'src/features/ideas/*.test.ts'`.
// Files run without isolation, one process per group (forty files in one second instead of twenty), deep ones one process
// per file. A group that crashes, hangs, leaves something open or holds a file without a test is a failure.
// The last line is `N passed, N failed`; the exit code agrees with it.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runGroup, stopAll } from "./run-group.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: "string" }, name: { type: "string" } } });
const [mode = "all", ...slices] = positionals;
const deadline = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000;

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void (stopAll(), process.exit(130)));

const groups = groupsOf(mode);
const timesFile = `${root}/.cache/test-times.json`;
const times = readTimes();
const results = await runAll(groups.toSorted((a, b) => expected(b) - expected(a)));
process.exitCode = say(results);

function groupsOf(name) {
  const found = (pattern) =>
    globSync(pattern, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist|\.cache)(\/|$)/.test(path) }).toSorted();
  const here = (folder) => found(`${folder}/**/*.test.{ts,tsx}`);
  const kind = (file) => /\.(slow|deep)\.test\.tsx?$/.exec(file)?.[1] ?? (file.startsWith("e2e/") ? "slow" : "fast");
  const of = (folder, wanted) => here(folder).filter((file) => kind(file) === wanted);
  const group = (title, files, minutes) => (files.length === 0 ? [] : [{ title, files, minutes }]);
  const fast = () => [
    ...group("features", of("src/features", "fast"), 6),
    ...group(
      "platform",
      of("src", "fast").filter((file) => !file.startsWith("src/features/")),
      6,
    ),
    ...group("rules", of("test", "fast"), 6),
    ...group("tools", [...of("tools", "fast"), ...of("bench", "fast")], 6),
  ];
  const slow = () => [
    ...group("slices", of("src", "slow"), 12),
    ...group("experiments", [...of("test", "slow"), ...of("tools", "slow"), ...of("bench", "slow")], 40),
    ...group("journeys", of("e2e", "slow"), 20),
  ];
  // A slice's own deep tests, and those that go over all slices: these read SLICES and keep to them.
  const mine = (file) => slices.length === 0 || !file.startsWith("src/features/") || slices.includes(file.split("/")[2]);
  const deep = () =>
    ["src", "test", "e2e", "tools", "bench"]
      .flatMap((folder) => of(folder, "deep"))
      .filter(mine)
      .flatMap((file) => group(file, [file], 30));
  const modes = {
    fast,
    rules: () =>
      group(
        "rules",
        of("test", "fast").filter((file) => file.startsWith("test/rules/")),
        6,
      ),
    all: () => [...fast(), ...slow()],
    deep,
  };
  if (modes[name]) return modes[name]();
  const files = [name, ...slices];
  return group(
    "chosen",
    files.flatMap((file) => (/\.test\.tsx?$/.test(file) ? found(file) : [])),
    30,
  );
}

/** Two groups at a time; what cannot begin before the deadline is left out, and said. */
async function runAll(waiting) {
  const results = [];
  const worker = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const left = deadline - Date.now();
      if (left < Math.max(20_000, expected(group))) {
        results.push({ title: group.title, passed: 0, failed: 0, skipped: [], failures: [], leftOut: true });
        continue;
      }
      const result = await runGroup(group, {
        root,
        until: Math.min(Date.now() + group.minutes * 60_000, deadline),
        name: values.name,
        env: { SLICES: slices.join(",") },
      });
      results.push(result);
      process.stdout.write(`${result.output}${line(result)}\n`);
      times[group.title] = result.seconds * 1000;
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  keepTimes();
  return results;
}

function line({ title, passed, failed, skipped, seconds, slowest }) {
  const slow = slowest.filter(({ ms }) => ms >= 2_000).map(({ name, ms }) => `\n    ${(ms / 1000).toFixed(1)} s  ${name}`);
  return `${failed > 0 ? "✗" : "✓"} ${title}: ${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""} in ${seconds.toFixed(1)} s${slow.join("")}`;
}

/** The closing words. Out: the exit code. */
function say(results) {
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  const nothing = results.length === 0 && mode !== "deep";
  const failed = sum("failed") + (nothing ? 1 : 0);
  if (nothing) console.log(`No test answers to "${mode}".`);
  const left = results.filter(({ leftOut }) => leftOut);
  for (const { title } of left) console.log(`LEFT OUT, the time did not reach: ${title}`);
  for (const { title, cutShort } of results) if (cutShort) console.log(`CUT SHORT, the time did not reach: ${title}`);
  for (const { skipped } of results) for (const { name, why } of skipped) console.log(`skipped: ${name}${why ? ` (${why})` : ""}`);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
  console.log(`${sum("passed")} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function expected({ title }) {
  return times[title] ?? 0;
}

function readTimes() {
  try {
    return JSON.parse(readFileSync(timesFile, "utf8"));
  } catch {
    return {};
  }
}

function keepTimes() {
  try {
    mkdirSync(`${root}/.cache`, { recursive: true });
    writeFileSync(timesFile, JSON.stringify(times));
  } catch {
    // Only the order and the estimate of the next run depend on it.
  }
}
