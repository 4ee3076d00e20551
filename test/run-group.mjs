// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { reportMark } from "./report.mjs";

const running = new Set();
/** Time for a process to end by itself when its tests are done. */
const grace = 20_000;

/** Ends every process group that is at work. */
export function stopAll() {
  for (const child of running) kill(child);
}

/**
 * Runs the files of a group in one process of its own. In: the group, until when it may run (ms), and which tests where not all.
 * Out: { title, passed, failed, skipped, failures, slowest, output, seconds, cutShort }; never throws.
 */
export async function runGroup({ title, files, minutes }, { root, until, name, env }) {
  const started = Date.now();
  const said = [];
  let report;
  let why;
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./tools/tsx.mjs",
      "--test-reporter=./test/report.mjs",
      "--test-reporter-destination=stdout",
      ...(name ? [`--test-name-pattern=${name}`] : []),
      "./test/one-process.mjs",
      ...files,
    ],
    // A group of its own, so that browsers and databases it started end with it.
    {
      cwd: root,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_TEST_CONTEXT: undefined, FORCE_COLOR: undefined, ...env },
    },
  );
  running.add(child);
  const stop = (reason) => {
    why ??= reason;
    kill(child);
  };
  const limit = setTimeout(() => stop("late"), Math.max(0, until - Date.now()));
  let wait;
  listen(child.stdout, (line) => {
    if (!line.startsWith(reportMark)) return said.push(line);
    report = JSON.parse(line.slice(reportMark.length));
    wait = setTimeout(() => stop("open"), grace);
  });
  listen(child.stderr, (line) => said.push(line));
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("close", (exit, signal) => resolve(signal ?? exit));
  });
  clearTimeout(limit);
  clearTimeout(wait);
  running.delete(child);
  kill(child);
  const result = { passed: 0, failed: 0, skipped: [], failures: [], slowest: [], ...report, title, cutShort: false };
  const mustFail = (reason) => {
    result.failed += 1;
    result.failures.push(`${title}: ${reason}`);
  };
  const ranOut = why === "late" && Date.now() - started < minutes * 60_000 - 1_000;
  if (ranOut) result.cutShort = true;
  else if (why === "late") mustFail(`was not done within ${minutes} minutes`);
  else if (why === "open") mustFail(`its tests were done, but something was left open for ${grace / 1000} s`);
  else if (report === undefined) mustFail(`ended (${code}) before its tests were done`);
  else if (code !== 0 && result.failed === 0) mustFail(`ended with ${code}`);
  if (report && result.passed + result.failed + result.skipped.length === 0) mustFail("ran no test");
  return { ...result, seconds: (Date.now() - started) / 1000, output: said.length > 0 ? `${said.join("\n")}\n` : "" };
}

function listen(stream, hear) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (part) => {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  stream.on("end", () => rest && hear(rest));
}

function kill({ pid }) {
  try {
    if (pid) process.kill(-pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
