// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import type { Kind } from "#platform/feature.ts";
import type { Pressed } from "#platform/http/route.ts";
import { kindsOn } from "#platform/modules.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import { paths } from "./paths.ts";
import { mostAtOnce } from "./workbench.ts";

/** What was ticked that could not be acknowledged, and the code of why. */
export type Left = { reference: string; code: string };

/**
 * Acknowledges each of what was ticked by its kind's own operation, in a transaction of its own and with a key of its own made
 * from the form's: sent twice, each is done once; one that cannot be does not hold up the others. Out: where that is told.
 */
export async function acknowledgeEach({ world, visit, values, key, from }: Pressed): Promise<string> {
  const kinds = [...kindsOn(world).values()];
  const ticked = [values["which"] ?? []].flat().slice(0, mostAtOnce);
  const left: Left[] = [];
  let done = 0;
  for (const reference of new Set(ticked)) {
    const operation = kinds.find(({ letter }) => reference.startsWith(`${letter}-`))?.acknowledging?.operation;
    if (!operation) {
      left.push({ reference, code: "not-found" });
      continue;
    }
    try {
      await mutate(world, operation, { actor: visit.actor, lang: visit.lang, input: {}, reference, key: keyOf(key, reference), from });
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({ reference, code: error.code });
    }
  }
  const query = new URLSearchParams({ done: String(done) });
  for (const { reference, code } of left) if (isReference(reference)) query.append("left", `${reference}.${code}`);
  return `${paths.acknowledge(visit.lang)}?${query.toString()}`;
}

/** The key of one of a form's things. */
export const keyOf = (key: string, reference: string): string =>
  createHash("sha256").update(`acknowledge\n${key}\n${reference}`).digest("base64url");

const isReference = (text: string): boolean => /^[A-Z]-\d{4}-\d{4,9}$/.test(text);

/** What the address tells of the last press, in the words of each kind. Out: nothing where it tells none. */
export function toldOf(
  asked: { done?: string | undefined; left: readonly string[] },
  kinds: readonly Kind[],
  lang: "da" | "en",
): { done: number; left: { reference: string; why: string | undefined }[] } | undefined {
  if (asked.done === undefined) return undefined;
  const left = asked.left.flatMap((one) => {
    const [reference = "", code = ""] = one.split(".");
    if (!isReference(reference)) return [];
    const kind = kinds.find(({ letter }) => reference.startsWith(`${letter}-`));
    return [{ reference, why: kind?.acknowledging?.refused(code, lang) }];
  });
  return { done: Number(asked.done), left };
}
