// SPDX-License-Identifier: EUPL-1.2
// What `npm start` runs: the right Node, a build where the source has changed, then the server.
// It must load under Node 20, if only to say what to do.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = 24;

if (Number(process.versions.node.split(".")[0]) < wanted) startUnderNewerNode();
else await start();

async function start() {
  try {
    const { build } = await import("./build.mjs");
    await build();
    module.enableCompileCache(join(root, ".cache", "compile"));
    const { main } = await import(pathToFileURL(join(root, "dist", "main.js")).href);
    await main(process.env);
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
    // What the start had opened already would keep the process alive.
    setImmediate(() => process.exit());
  }
}

/** What the operator can put right is one sentence; what they cannot keeps its stack for whoever can. */
function sentenceOf(error) {
  if (typeof error?.sentence === "string") return error.sentence;
  if (error?.code === "EADDRINUSE") {
    return `Port ${error.port} is already in use: stop the program that uses it, or choose another with PORT=${Number(error.port) + 1}.`;
  }
  return undefined;
}

// npm puts the Node of node_modules first in PATH; whoever starts this file by hand with an older one is helped on.
function startUnderNewerNode() {
  const packaged = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (!existsSync(packaged)) {
    console.error(
      `Medborger needs Node ${wanted} or newer and this is ${process.versions.node}: run "npm ci" and then "npm start", or install Node ${wanted}.`,
    );
    process.exit(1);
  }
  const child = spawn(packaged, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
