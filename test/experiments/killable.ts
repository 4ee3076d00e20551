// SPDX-License-Identifier: EUPL-1.2
// A whole Medborger in a process of its own, which kills itself where FAILPOINT says. Only tests start it so.
import { join } from "node:path";
import { allFeatures } from "#app/features.ts";
import { startMedborger } from "#app/start.ts";
import { readConfig } from "#platform/config/config.ts";
import { root } from "#platform/root.ts";

const [connectionString = "", folder = ""] = process.argv.slice(2);
const fatal = process.env["FAILPOINT"];
let armed = false;
process.on("message", (message) => {
  if (message === "arm") {
    armed = true;
    process.send?.("armed");
  }
});

const config = readConfig(
  { DATABASE_URL: connectionString, DEMO: "1", LOG_LEVEL: "silent", DATA_DIR: folder, ROLE: process.env["ROLE"], TRUST_PROXY: "127.0.0.1" },
  { cwd: root },
);
const { address } = await startMedborger({
  // Any free port; the parent is told which.
  config: { ...config, port: 0, secretFile: join(folder, "secret") },
  connectionString,
  registry: allFeatures(),
  failpoint: async (name) => {
    if (armed && name === fatal) process.kill(process.pid, "SIGKILL");
  },
});
process.send?.({ address });
