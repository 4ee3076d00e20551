// SPDX-License-Identifier: EUPL-1.2
import type { z } from "zod";
import type { FieldErrors } from "#platform/operations/refusal.ts";

/** Turns Zod's issues into field → kind; the first of each field counts. Unknown keys come under their own name. */
export function inputErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) fields[key] ??= "unknown";
    else fields[issue.path.join(".") || "form"] ??= kindOf(issue);
  }
  return fields;
}

function kindOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" && typeof issue.params?.["kind"] === "string") return issue.params["kind"];
  if (issue.code === "too_small") return issue.minimum === 1 ? "required" : "too-short";
  if (issue.code === "too_big") return "too-long";
  if (issue.code === "invalid_type" && issue.input === undefined) return "required";
  if (issue.code === "invalid_format" && issue.format === "email") return "email";
  return "wrong";
}
