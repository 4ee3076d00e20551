// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from "node:crypto";

/** Where everything unguessable and unique comes from; tests give a seeded one. */
export type Ids = {
  /** UUIDv7 (RFC 9562 §5.7): ids made later sort later, so that indexes grow at one end. */
  uuid(): string;
  /** In: how many random bytes. Out: base64url without padding. */
  secret(bytes: number): string;
  /** In: how many. Out: that many decimal digits, each equally likely, leading zeroes kept. */
  digits(count: number): string;
};

export const systemIds: Ids = idsFrom(
  drawnFrom(() => randomBytes(2048)),
  Date.now,
);

/**
 * The same ids every time for the same seed, one millisecond apart from 2026-01-01. Two of them with one seed
 * collide: give each its own seed. Never outside tests and demo.
 */
export function seededIds(seed: string): Ids {
  let at = Date.UTC(2026, 0, 1);
  return idsFrom(drawnFrom(hashesOf(seed)), () => (at += 1));
}

type Bytes = (count: number) => Buffer;

function idsFrom(bytes: Bytes, milliseconds: () => number): Ids {
  const tick = ticker(milliseconds, bytes);
  return {
    uuid: () => uuidOf(tick(), bytes(8)),
    secret: (count) => bytes(count).toString("base64url"),
    digits: (count) => Array.from({ length: count }, () => digit(bytes)).join(""),
  };
}

type Tick = { milliseconds: number; counter: number };

/** RFC 9562 §6.2, method 1: within one millisecond a 12-bit counter rises; when it is full, the next one is borrowed. */
function ticker(clock: () => number, bytes: Bytes): () => Tick {
  const last: Tick = { milliseconds: -1, counter: 0 };
  return () => {
    const now = clock();
    if (now > last.milliseconds) Object.assign(last, { milliseconds: now, counter: bytes(2).readUInt16BE() & 0x7ff });
    else if (last.counter < 0xfff) last.counter += 1;
    else Object.assign(last, { milliseconds: last.milliseconds + 1, counter: 0 });
    return last;
  };
}

function uuidOf({ milliseconds, counter }: Tick, random: Buffer): string {
  const raw = Buffer.alloc(16);
  raw.writeUIntBE(milliseconds, 0, 6);
  raw.writeUInt16BE(0x7000 | counter, 6);
  random.copy(raw, 8);
  raw.writeUInt8(0x80 | (raw.readUInt8(8) & 0x3f), 8);
  return raw.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Throws away 250–255: otherwise 0–5 would come more often than 6–9. */
function digit(bytes: Bytes): number {
  for (;;) {
    const value = bytes(1).readUInt8();
    if (value < 250) return value % 10;
  }
}

/** Takes bytes from a supply and fetches more when it is used up: asking the system for each id alone costs ten times as much. */
function drawnFrom(fetch: () => Buffer): Bytes {
  let ready = Buffer.alloc(0);
  return (count) => {
    while (ready.length < count) ready = Buffer.concat([ready, fetch()]);
    const taken = ready.subarray(0, count);
    ready = ready.subarray(count);
    return taken;
  };
}

/** SHA-256 in counter mode. */
function hashesOf(seed: string): () => Buffer {
  let block = 0;
  return () => createHash("sha256").update(`${seed}\n${block++}`).digest();
}
