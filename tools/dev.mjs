// SPDX-License-Identifier: EUPL-1.2
// `npm run dev`: the server from its source, started again when a file changes. The demo's data stay. Styles and pictures are
// built at each start, where something in them changed. Reload the page by hand.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (process.argv[2] === "serve") await serve();
else watch();

async function serve() {
  try {
    const { buildAssets } = await import("../src/design/build.ts");
    await buildAssets(`${root}dist/assets`);
    const { main } = await import("../src/main.ts");
    await main(process.env);
  } catch (error) {
    console.error(typeof error?.sentence === "string" ? error.sentence : error);
    process.exitCode = 1;
  }
}

/** Texts, styles, migrations and the municipality's facts are not imported, so whole folders are watched. */
function watch() {
  const folders = ["src", "municipalities"].map((folder) => `--watch-path=${root}${folder}`);
  const args = [
    "--watch",
    ...folders,
    "--watch-preserve-output",
    "--import",
    `${root}tools/tsx.mjs`,
    fileURLToPath(import.meta.url),
    "serve",
  ];
  // Ctrl-C goes to a whole group at once; a group of its own hears it once, from here, and stops in order.
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", detached: true });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}
