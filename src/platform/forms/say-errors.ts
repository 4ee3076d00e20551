// SPDX-License-Identifier: EUPL-1.2
import type platform from "../locales/da.json";
import { textsOf, type Lang } from "#platform/i18n/i18n.ts";
import type { FieldErrors } from "#platform/operations/refusal.ts";

export const platformTexts = textsOf<keyof typeof platform & string>("platform");

type Slice = { maybe(key: string): string | undefined };

/**
 * The sentences of a form's errors. In: field → kind. Out: field → sentence: the slice's own `error.<field>.<kind>`
 * where it has one, else the platform's `error.<kind>`.
 */
export function sayErrors(errors: FieldErrors, say: Slice, lang: Lang): Record<string, string> {
  const general = platformTexts(lang);
  const sentence = (field: string, kind: string): string => {
    return say.maybe(`error.${field}.${kind}`) ?? general.maybe(`error.${kind}`) ?? general("error.wrong");
  };
  return Object.fromEntries(Object.entries(errors).map(([field, kind]) => [field, sentence(field, kind)]));
}

/** The sentence of a refusal that belongs to no field: the slice's `refused.<code>`, else the platform's. */
export function sayRefusal(code: string, say: Slice, lang: Lang): string {
  const general = platformTexts(lang);
  return say.maybe(`refused.${code}`) ?? general.maybe(`refused.${code}`) ?? general("refused.invalid");
}
