// SPDX-License-Identifier: EUPL-1.2
// Reporter of test/run.mjs: says only what failed, and last, on one line for the runner, the figures.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

export const reportMark = "@@report ";
const root = fileURLToPath(new URL("..", import.meta.url));

export default async function* report(events) {
  const figures = { passed: 0, failed: 0, skipped: [], failures: [], slowest: [] };
  const parents = [];
  // How many tests have ended, so that a file without one is seen. Each file is a suite (one-process.mjs).
  let ended = 0;
  let endedBefore = 0;
  for await (const { type, data } of events) {
    if (type === "test:start") parents.splice(data.nesting, Infinity, data.name);
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    const isFile = data.nesting === 0 && data.details.type === "suite";
    const where = isFile ? data.name : `${relative(root, data.file ?? "")}:${data.line}`;
    const name = [...parents.slice(1, data.nesting), data.name].join(" › ");
    if (data.details.type !== "suite") ended += 1;
    if (type === "test:fail") {
      const { error } = data.details;
      if (error?.failureType !== "subtestsFailed") yield* fail(figures, name, where, explain(error));
    } else if (isFile) {
      if (ended === endedBefore) yield* fail(figures, name, where, "This file holds no test.");
    } else if (data.skip !== undefined || data.todo !== undefined) figures.skipped.push({ name, why: reason(data) });
    else if (data.details.type !== "suite") {
      figures.passed += 1;
      figures.slowest.push({ name: `${name} (${where})`, ms: data.details.duration_ms });
    }
    if (isFile) endedBefore = ended;
  }
  figures.slowest = figures.slowest.toSorted((a, b) => b.ms - a.ms).slice(0, 6);
  yield `\n${reportMark}${JSON.stringify(figures)}\n`;
}

const reason = ({ skip, todo }) => [skip, todo].find((why) => typeof why === "string") ?? "";

function* fail(figures, name, where, text) {
  figures.failed += 1;
  figures.failures.push(`${name} (${where})`);
  yield `\n✗ ${name}\n  ${where}\n${text.replace(/^/gm, "    ")}\n`;
}

/** The message and the lines of our own code that led there. */
function explain(error) {
  const cause = error?.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause ?? error);
  const own = (cause.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !/node:internal|node_modules|node:async_hooks/.test(line));
  const because = cause.cause instanceof Error ? [`because: ${cause.cause.message}`] : [];
  return [
    cause.message,
    ...because,
    ...own.slice(0, 6).map((line) => line.trim().replaceAll(`file://${root}`, "").replaceAll(root, "")),
  ].join("\n");
}
