// SPDX-License-Identifier: EUPL-1.2

/** Field name → kind of error; the sentence stands in the slice's texts as `error.<field>.<kind>`. */
export type FieldErrors = Record<string, string>;

/**
 * A polite "no" of a rule. `code` names the sentence (`refused.<code>` in the slice's texts, else the platform's);
 * the transaction is undone, so nothing of it is kept and the key can be used again.
 */
export class Refusal extends Error {
  readonly status: 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429;
  readonly code: string;
  readonly fields: FieldErrors;
  readonly retryAfter: number | undefined;
  constructor(status: Refusal["status"], code: string, fields: FieldErrors = {}, retryAfter?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** "Not yours" and "not there" are the same answer. */
export const notFound = (): Refusal => new Refusal(404, "not-found");
/** A part of the site that the secretariat has switched off. */
export const switchedOff = (): Refusal => new Refusal(404, "switched-off");
export const forbidden = (): Refusal => new Refusal(403, "forbidden");
export const invalid = (fields: FieldErrors): Refusal => new Refusal(422, "invalid", fields);
/** In: seconds until it can be tried again. */
export const tooMany = (seconds: number): Refusal => new Refusal(429, "too-many", {}, seconds);
