// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";

const hash = (...parts: (Buffer | string)[]): Buffer => {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest();
};

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** Hash of one entry (RFC 9162 §2.1.1). */
export const leafHash = (entry: string): Buffer => hash(leafPrefix, entry);

/** Merkle tree hash over leaf hashes (RFC 9162 §2.1.1): split at the largest power of two below their number. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return hash("");
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hash(nodePrefix, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

export type Link = { previous: Buffer; root: Buffer; size: number; at: Date };

/** What the first batch is chained to. */
export const beginning: Buffer = Buffer.alloc(32);

/** Head of the chain after a batch: SHA-256(previous head, root, size as 32 bits, instant as ISO 8601 in UTC). */
export function headOf({ previous, root, size, at }: Link): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(size);
  return hash(previous, root, count, at.toISOString());
}
