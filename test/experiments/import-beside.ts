// SPDX-License-Identifier: EUPL-1.2
// A foreign file brought in beside a running server, by the real command in a process of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "#platform/root.ts";

const places = ["Langå", "Spentrup", "8930 Dronningborg", "Hald", "", "Øster Tørslev", "Assentoft"];
const things = ["bænke", "lys", "cykelsti", "bibliotek", "legeplads", "busstop", "træer", "fællesspisning", "skraldespande", "shelter"];

/** A panel of another system with so many ideas: some answered, some in pieces over several lines. Out: how many are sound. */
export async function writeForeignFile(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  out.write("\ufeffid;titel;tekst;sted;dato;status;svar;stemmer\r\n");
  for (let number = 1; number <= count; number += 1) {
    const thing = things[number % things.length] ?? "";
    const answered = number % 3 === 0;
    const cells = [
      number,
      `Flere ${thing}, nummer ${number}`,
      `"Vi mangler ${thing} her hos os.\r\nDet siger ""alle"", nummer ${number}; også de unge."`,
      places[number % places.length],
      `${(number % 28) + 1}.${(number % 12) + 1}.2025`,
      answered ? "vi gør det" : "venter",
      answered ? `Ja, der kommer flere ${thing} til foråret.` : "",
      number % 90,
    ];
    out.write(`${cells.join(";")}\r\n`);
  }
  out.end();
  await finished(out);
}

export type Brought = { code: number | null; signal: NodeJS.Signals | null; said: string };

/** Starts the command. Out: its process, and what it ended with. */
export function startImport(connectionString: string, folder: string, file: string): { child: ChildProcess; ended: Promise<Brought> } {
  const child = spawn(process.execPath, ["--import", join(root, "tools/tsx.mjs"), join(root, "tools/import.ts"), "ideas", file], {
    env: { ...process.env, DATABASE_URL: connectionString, DEMO: "1", DATA_DIR: folder, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (said += String(text)));
  const ended = new Promise<Brought>((resolve) => child.once("close", (code, signal) => resolve({ code, signal, said })));
  return { child, ended };
}

export type Visits = { asked: number; failed: string[]; slowest: number };

/** Asks for pages again and again until told to stop. */
export function visit(address: string): { stop(): Promise<Visits> } {
  const visits: Visits = { asked: 0, failed: [], slowest: 0 };
  const stop = new AbortController();
  const round = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      for (const path of ["/", "/ideer", "/ideer?q=lys", "/en/ideer?locality=langaa"]) {
        const begun = performance.now();
        const said = await fetch(address + path).then(
          async (response) => (await response.text(), response.status),
          (error: unknown) => String(error),
        );
        visits.asked += 1;
        visits.slowest = Math.max(visits.slowest, performance.now() - begun);
        if (said !== 200) visits.failed.push(`${path}: ${said}`);
      }
      await pause(20);
    }
  };
  const rounds = [round(), round()];
  return {
    async stop() {
      stop.abort();
      await Promise.all(rounds);
      return visits;
    },
  };
}
