// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { OperatorError } from "#platform/config/sentence.ts";
import { fieldsIn, type Columns } from "./columns.ts";
import { linesOf, longestLine } from "./lines.ts";
import { texts } from "./texts.ts";

/** One line of a file: what stands in it by field, or a code that says why it cannot be read. */
export type Row =
  | { line: number; fields: Record<string, string> }
  | { line: number; unreadable: "json" | "not-an-object" | "too-long" | "columns" };

export type Reading = { rows: AsyncGenerator<Row>; unused: string[] };

const t = texts("da");

/**
 * The rows of a file, one at a time. In: a path that ends in .csv or .jsonl. What makes the whole file useless (another encoding, a
 * quotation mark that never ends, no title) is an OperatorError before the first row, so that nothing of it is taken.
 */
export async function readRows(file: string, columns: Columns): Promise<Reading> {
  await checkEncoding(file);
  if (/\.jsonl$/i.test(file)) return { rows: jsonRows(file, columns), unused: await unusedKeys(file, columns) };
  if (!/\.csv$/i.test(file)) throw new OperatorError(t("kind", { file }));
  return csvRows(file, columns);
}

/** Read to its end once before anything is written: a file that is broken in the middle is not taken by half. */
async function checkEncoding(file: string): Promise<void> {
  let lines = 0;
  for await (const { number, why } of linesOf(file)) {
    lines = number;
    if (why === "encoding") throw new OperatorError(t("encoding", { line: number }));
  }
  if (lines === 0) throw new OperatorError(t("empty"));
}

async function* jsonRows(file: string, columns: Columns): AsyncGenerator<Row> {
  for await (const { number: line, text } of linesOf(file)) {
    if (text === undefined) yield { line, unreadable: "too-long" };
    else if (text.trim() !== "") yield jsonRow(line, text, columns);
  }
}

function jsonRow(line: number, text: string, columns: Columns): Row {
  const read = parsed(text);
  if (read === undefined) return { line, unreadable: "json" };
  if (read === null || typeof read !== "object" || Array.isArray(read)) return { line, unreadable: "not-an-object" };
  const known = fieldsIn(Object.keys(read), columns).byName;
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(read)) {
    const field = known.get(name);
    if (field !== undefined && value !== null) fields[field] = typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  return { line, fields };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names of the first object tell what will not be used. */
async function unusedKeys(file: string, columns: Columns): Promise<string[]> {
  for await (const { text } of linesOf(file)) {
    const read = text === undefined || text.trim() === "" ? undefined : parsed(text);
    if (read !== null && typeof read === "object") return fieldsIn(Object.keys(read), columns).unused;
  }
  return [];
}

async function csvRows(file: string, columns: Columns): Promise<Reading> {
  const delimiter = await delimiterOf(file);
  const first = await header(file, delimiter);
  const { byName, unused, twice } = fieldsIn(first, columns);
  const missing = columns.filter(({ required, field }) => required && ![...byName.values()].includes(field));
  if (twice !== undefined) throw new OperatorError(t("twice", twice));
  if (missing.length > 0)
    throw new OperatorError(t("missing", { columns: missing.map(({ names }) => `»${names[0]}«`).join(", "), found: first.join(", ") }));
  return {
    unused,
    rows: csvBody(
      file,
      delimiter,
      first.map((name) => byName.get(name)),
    ),
  };
}

async function* csvBody(file: string, delimiter: string, fieldOf: (string | undefined)[]): AsyncGenerator<Row> {
  let heading = true;
  for await (const { record, line } of records(file, delimiter)) {
    if (heading) heading = false;
    else if (record.some((value) => value.trim() !== "")) yield csvRow(line, record, fieldOf);
  }
}

function csvRow(line: number, record: string[], fieldOf: (string | undefined)[]): Row {
  if (record.length !== fieldOf.length) return { line, unreadable: "columns" };
  const fields: Record<string, string> = {};
  for (const [at, value] of record.entries()) {
    const field = fieldOf[at];
    if (field !== undefined) fields[field] = value;
  }
  return { line, fields };
}

/** Reads to the end: a quotation mark that is never closed is found now and not when half is taken. */
async function header(file: string, delimiter: string): Promise<string[]> {
  let first: string[] | undefined;
  for await (const { record } of records(file, delimiter)) first ??= record;
  return first ?? [];
}

async function* records(file: string, delimiter: string): AsyncGenerator<{ record: string[]; line: number }> {
  const bytes = createReadStream(file);
  const parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: longestLine });
  bytes.on("error", (error) => parser.destroy(error)).pipe(parser);
  let line = 1;
  try {
    for await (const read of parser) {
      const record: string[] = read;
      yield { record, line };
      // A row may go over several lines; people look for where it begins.
      line += record.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 1);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const broken: unknown = error["lines"];
    throw new OperatorError(open.has(error.code) ? t("quote", { line }) : t("broken", { line: Number(broken ?? line) }));
  } finally {
    bytes.destroy();
  }
}

const open = new Set(["CSV_MAX_RECORD_SIZE", "CSV_QUOTE_NOT_CLOSED"]);

/** Excel in Danish writes semicolons. The one that the first line has most of, outside quotation marks. */
async function delimiterOf(file: string): Promise<string> {
  const first = await linesOf(file).next();
  const bare = (first.done ? "" : (first.value.text ?? "")).replaceAll(/"[^"]*"/g, "");
  const count = (sign: string): number => bare.split(sign).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
