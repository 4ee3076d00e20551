// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { OperatorError } from "#platform/config/sentence.ts";

/** One file of a municipality, checked. Throws a sentence that names file, place and what to do. */
export function readChecked<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const file = join(folder, name);
  const checked = schema.safeParse(parsed(file));
  if (checked.success) return checked.data;
  const { path, message } = deepest(checked.error.issues);
  throw fault(file, z.core.toDotPath(path), message);
}

/** In: where it is and what to do. The sentence ends the start of the server; nothing has been loaded by then. */
export function fault(file: string, place: string, what: string): OperatorError {
  return new OperatorError(`${file}${place === "" ? "" : `, ${place}`}: ${what}. Put that right and start again; nothing was loaded.`);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${error.message})` : "cannot be read: the file must be there";
    throw fault(file, "", why);
  }
}

type Issue = { path: PropertyKey[]; message: string };

/** Of a choice between shapes the fault that goes furthest in is the one meant; of several the first. */
function deepest(issues: readonly z.core.$ZodIssue[]): Issue {
  const [first] = issues;
  if (first === undefined) return { path: [], message: "does not fit" };
  if (first.code !== "invalid_union" || first.errors.length === 0) return first;
  const inner = first.errors.map(deepest).toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner === undefined ? first : { path: [...first.path, ...inner.path], message: inner.message };
}
