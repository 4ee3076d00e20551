// SPDX-License-Identifier: EUPL-1.2
import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import autocannon from "autocannon";
import { flagsOfStart } from "./flags.ts";
import { bundle } from "../tools/build.mjs";
import { root } from "#platform/root.ts";

export type Running = { address: string; usage(): Promise<{ cpuMs: number; rssMb: number }>; stop(): void };
export type Measured = { perSecond: number; cpuMs: number; bytes: number; non2xx: number; rssMb: number };

/** Starts one process of the bench, bundled as the product is, and waits until it listens. BENCH_PROFILE is where CPU profiles go. */
export async function start(what: "limit" | "plain" | "cached", connectionString: string): Promise<Running> {
  const file = join(root, ".cache/bench/server.js");
  mkdirSync(dirname(file), { recursive: true });
  await bundle("bench/server.ts", file);
  const folder = process.env["BENCH_PROFILE"];
  const profile = folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${what}.cpuprofile`];
  const child = fork(file, [what, connectionString], { execArgv: [...flagsOfStart(), ...profile] });
  const { address } = await answer<{ address: string }>(child);
  return {
    address,
    async usage() {
      child.send("usage");
      const { cpu, rss } = await answer<{ cpu: NodeJS.CpuUsage; rss: number }>(child);
      return { cpuMs: (cpu.user + cpu.system) / 1000, rssMb: rss / 1_048_576 };
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

const answer = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`a bench process ended with ${code}`));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.removeListener("exit", gone);
      resolve(message as T);
    });
  });

type Shot = { path: string; amount: number; headers?: Record<string, string>; encoding?: "identity" | "gzip" | "br"; connections?: number };

/** So many requests over 20 connections. Out: requests a second, CPU milliseconds of the server for each, bytes of each. */
export async function shoot(
  running: Running,
  { path, amount, headers = {}, encoding = "identity", connections = 20 }: Shot,
): Promise<Measured> {
  const before = await running.usage();
  const options = { url: running.address + path, connections, amount, headers: { "accept-encoding": encoding, ...headers } };
  // Its own duration is rounded up to a second.
  const begun = performance.now();
  let last = begun;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    instance.on("response", () => (last = performance.now()));
  });
  const after = await running.usage();
  return {
    perSecond: (amount * 1000) / (last - begun),
    cpuMs: (after.cpuMs - before.cpuMs) / amount,
    bytes: Math.round(result.throughput.total / amount),
    non2xx: result.non2xx,
    rssMb: after.rssMb,
  };
}
