// SPDX-License-Identifier: EUPL-1.2
// X36: people do things to one thing in whatever order. What should come of it is believed in plain words, beside the database.
import assert from "node:assert/strict";
import fc from "fast-check";
import { Refusal } from "#platform/operations/refusal.ts";

type Machine<Start, Run, Move> = {
  /** How it may begin, and what may be done to it. */
  start: fc.Arbitrary<Start>;
  move: fc.Arbitrary<Move>;
  begin(start: Start): Promise<Run>;
  /** What is done instead where a move says no more than which way to go: what can be done here. */
  aim?(run: Run, move: Move): Move;
  /** The status that a move should end with; it leaves behind in what we believe what should have changed. */
  expected(run: Run, move: Move): number | Promise<number>;
  /** Carries the move out. Out: the status that it ended with. */
  attempt(run: Run, move: Move): Promise<number>;
  /** The database holds what we believe. */
  compare(run: Run): Promise<void>;
  say(move: Move): string;
  runs: number;
  moves?: { least: number; most: number };
  /** A way that fails is told as it was walked: to look for a shorter one takes minutes where each move is dear. */
  asWalked?: boolean;
};

/** Walks as many ways of as many moves as it is told; after each move the database is looked at. */
export async function inWhateverOrder<Start, Run, Move>(machine: Machine<Start, Run, Move>): Promise<void> {
  const { start, move, begin, expected, attempt, compare, say, runs, moves: { least, most } = { least: 6, most: 16 } } = machine;
  const ways = fc.array(move, { minLength: least, maxLength: most, size: "max" });
  await fc.assert(
    fc.asyncProperty(start, ways, async (from, moves) => {
      const run = await begin(from);
      const way: string[] = [];
      for (const each of moves) {
        const one = machine.aim?.(run, each) ?? each;
        const should = await expected(run, one);
        way.push(say(one));
        assert.equal(await attempt(run, one), should, way.join(" → "));
        await compare(run).catch((error: unknown) => {
          throw new Error(`${way.join(" → ")}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        });
      }
    }),
    { numRuns: runs, endOnFailure: machine.asWalked ?? false },
  );
}

/** 200, or the status of the refusal. What is no refusal is a fault of ours, and stays one. */
export const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof Refusal) return error.status;
      throw error;
    },
  );
