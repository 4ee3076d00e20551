// SPDX-License-Identifier: EUPL-1.2
import { ErrorSummary, Notice } from "#design/index.ts";
import { platformTexts, sayErrors, sayRefusal } from "#platform/forms/say-errors.ts";
import type { Visit } from "#platform/http/route.ts";

export type Slice = { maybe(key: string): string | undefined };

/** First on a form page that could not be sent: each field with what is missing and a link to it, or why it was refused. */
export function FormErrors({ visit, say, title }: { visit: Visit; say: Slice; title?: string }) {
  if (visit.refused !== undefined) {
    return (
      <Notice kind="warning" announce>
        <p>{sayRefusal(visit.refused, say, visit.lang)}</p>
      </Notice>
    );
  }
  const fields = Object.entries(sayErrors(visit.errors, say, visit.lang));
  if (fields.length === 0) return null;
  return (
    <ErrorSummary
      title={title ?? platformTexts(visit.lang)("error.summary", { count: fields.length })}
      errors={fields.map(([field, text]) => ({ href: `#${field}`, text }))}
    />
  );
}

/** What a field shows again after an attempt. In: its name, and what stood in it before. Out: what `Field` takes. */
export function fieldsOf(visit: Visit, say: Slice) {
  const errors = sayErrors(visit.errors, say, visit.lang);
  const errorWord = platformTexts(visit.lang)("error.word");
  return (name: string, before = "") => {
    const typed = visit.values[name];
    return { name, value: typeof typed === "string" ? typed : before, error: errors[name], errorWord };
  };
}
