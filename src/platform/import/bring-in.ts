// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { system } from "#platform/auth/actor.ts";
import type { LocalDay } from "#platform/clock/local-day.ts";
import { broughtIn } from "#platform/db/external.ts";
import type { Db, Tx } from "#platform/db/connect.ts";
import { inputErrors } from "#platform/forms/input-errors.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { invalid, Refusal, type FieldErrors } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import type { Columns } from "./columns.ts";
import type { Row } from "./rows.ts";

/** What can be brought in from a file: `npm run import -- <what> FILE`. */
export type Import = {
  what: string;
  /** Of which kind a line becomes a thing: always one, or what its fields say. */
  kind: string | ((fields: Record<string, string>) => string);
  columns: Columns;
  /** Takes the fields, and `source`, `externalId`, `fetchedOn` and `fingerprint` with them; only the system itself may. */
  operation: Operation;
  /** What cannot be known from the fields alone, for a dry run: throws the operation's refusal. */
  check(db: Db | Tx, input: Record<string, unknown>, now: Date): Promise<unknown>;
  /** The sentence of what is wrong with a field. In: field → kind, and what stood in the line. */
  explain(db: Db, errors: FieldErrors, fields: Record<string, string>): Promise<{ field: string; sentence: string }[]>;
};

export type Verdict =
  | { line: number; what: "taken"; reference: string }
  | { line: number; what: "there"; reference: string; changed: boolean }
  | { line: number; what: "refused"; faults: { field: string; sentence: string }[] }
  | { line: number; what: "unreadable"; why: Extract<Row, { unreadable: string }>["unreadable"] };

export type From = { source: string; fetchedOn: LocalDay };

/**
 * Brings rows in, one transaction each, and says of each what became of it. A line that was brought in before is left as it is; so the
 * same file can be brought in again, also after a fall in the middle. With `dry`, nothing is written.
 */
export async function* bringIn(
  world: World,
  spec: Import,
  rows: AsyncIterable<Row>,
  { dry, ...from }: From & { dry: boolean },
): AsyncGenerator<Verdict> {
  for await (const row of rows) {
    if ("unreadable" in row) yield { line: row.line, what: "unreadable", why: row.unreadable };
    else yield await judge(world, spec, row, from, dry);
  }
}

async function judge(
  world: World,
  spec: Import,
  { line, fields }: Extract<Row, { fields: object }>,
  { source, fetchedOn }: From,
  dry: boolean,
): Promise<Verdict> {
  const { externalId: given = "", ...said } = fields;
  const fingerprint = fingerprintOf(said);
  // A line without a number of its own is known by what stands in it.
  const externalId = given.trim() === "" ? `sha256:${fingerprint.toString("hex")}` : given.trim();
  const kind = typeof spec.kind === "string" ? spec.kind : spec.kind(fields);
  const known = externalId.length <= 200 ? await broughtIn(world.write, { kind, source, externalId }) : undefined;
  if (known) return { line, what: "there", reference: known.reference, changed: !known.fingerprint.equals(fingerprint) };
  const input = { ...said, externalId, source, fetchedOn, fingerprint: fingerprint.toString("hex") };
  try {
    if (dry) {
      await tryOut(world, spec, input);
      return { line, what: "taken", reference: "" };
    }
    const key = `import/${createHash("sha256").update(`${kind}\n${source}\n${externalId}`).digest("hex")}`;
    const { answer } = await mutate(world, spec.operation, { actor: system, lang: "da", input, key });
    return { line, what: "taken", reference: String(answer.reference) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
    return { line, what: "refused", faults: await spec.explain(world.read, error.fields, fields) };
  }
}

async function tryOut(world: World, spec: Import, input: Record<string, unknown>): Promise<void> {
  const parsed = spec.operation.input.safeParse(input);
  if (!parsed.success) throw invalid(inputErrors(parsed.error));
  await spec.check(world.read, parsed.data, world.clock.now());
}

/** In the order of the names: the columns of a file may be moved about. */
const fingerprintOf = (fields: Record<string, string>): Buffer =>
  createHash("sha256")
    .update(
      JSON.stringify(
        Object.entries(fields)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .filter(([, value]) => value.trim() !== ""),
      ),
    )
    .digest();
