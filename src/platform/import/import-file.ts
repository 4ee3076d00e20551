// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { isLocalDay, localDayOf } from "#platform/clock/local-day.ts";
import { sayDate } from "#platform/clock/say-dates.ts";
import { OperatorError } from "#platform/config/sentence.ts";
import type { World } from "#platform/operations/world.ts";
import { bringIn, type Import, type Verdict } from "./bring-in.ts";
import { readRows } from "./rows.ts";
import { texts } from "./texts.ts";

const t = texts("da");

export type Counts = { taken: number; there: number; changed: number; refused: number };

/**
 * Brings one file in and says so line by line. In: the words of the command and where to write. Out: how many were taken, were there
 * before, and were refused.
 */
export async function importFile(world: World, words: string[], say: (line: string) => void): Promise<Counts> {
  const { spec, file, source, fetchedOn, dry } = asked(world, words);
  const { rows, unused } = await readRows(file, spec.columns);
  say(t("source", { source, day: sayDate(fetchedOn, "da") }));
  if (unused.length > 0) say(t("unused", { columns: unused.join(", ") }));
  const counts: Counts = { taken: 0, there: 0, changed: 0, refused: 0 };
  for await (const verdict of bringIn(world, spec, rows, { source, fetchedOn, dry })) {
    count(counts, verdict);
    for (const line of linesOf(verdict)) say(line);
  }
  say(t(dry ? "report.would" : "report.taken", { count: counts.taken }));
  say(t("report.there", { count: counts.there, changed: counts.changed }));
  say(t("report.refused", { count: counts.refused }));
  if (counts.refused > 0) say(t("report.again"));
  return counts;
}

function asked(world: World, words: string[]) {
  const all = world.registry.features.flatMap((feature) => feature.imports ?? []);
  const { positionals, values } = optionsIn(words, all);
  const [what, file] = positionals;
  const spec = all.find((one) => one.what === what);
  if (!spec || file === undefined) throw new OperatorError(usage(all));
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  const fetchedOn = values.fetched ?? localDayOf(world.clock.now());
  if (!isLocalDay(fetchedOn)) throw new OperatorError(`--fetched ${fetchedOn} is no day: write it as 2026-11-25.`);
  const source = (values.source ?? basename(file).replace(/\.(csv|jsonl)$/i, "")).trim().slice(0, 120);
  return { spec, file, source, fetchedOn, dry: values["dry-run"] };
}

function optionsIn(words: string[], all: Import[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: { source: { type: "string" }, fetched: { type: "string" }, "dry-run": { type: "boolean", default: false } },
    });
  } catch {
    throw new OperatorError(usage(all));
  }
}

const usage = (all: Import[]): string =>
  [
    `npm run import -- ${all.map(({ what }) => what).join("|")} FILE.csv|FILE.jsonl [--source NAME] [--fetched 2026-11-25] [--dry-run]`,
    "Which columns a file can have stands in docs/import.md.",
  ].join("\n");

function count(counts: Counts, verdict: Verdict): void {
  if (verdict.what === "taken") counts.taken += 1;
  else if (verdict.what === "there") {
    counts.there += 1;
    if (verdict.changed) counts.changed += 1;
  } else counts.refused += 1;
}

function linesOf(verdict: Verdict): string[] {
  const { line } = verdict;
  if (verdict.what === "unreadable") return [t("refused.line", { line, sentence: t(`unreadable.${verdict.why}`) })];
  if (verdict.what === "refused") return verdict.faults.map((fault) => t("refused", { line, ...fault }));
  if (verdict.what === "there" && verdict.changed) return [t("changed", { line, reference: verdict.reference })];
  return [];
}
