// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "#platform/root.ts";
import { ConfigError, read } from "./read.ts";

export { ConfigError } from "./read.ts";

export type Config = {
  port: number;
  host: string;
  /** An origin, without a final slash. */
  baseUrl: string;
  /** Undefined: the private PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  secretFile: string;
  /** The name of a folder in `municipalities/`. */
  municipality: string;
  demo: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  web: boolean;
  worker: boolean;
  trustProxy: string[];
  namedStatements: boolean;
  logLevel: (typeof logLevels)[number];
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/**
 * Reads the settings. A wrong one throws a ConfigError whose message is one sentence that says what to do. Paths are
 * relative to `cwd`; `municipalities` is the folder that holds them. Nothing is written: see `prepareDataDir`.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  { cwd, municipalities = join(root, "municipalities") }: { cwd: string; municipalities?: string },
): Config {
  const setting = read(env);
  const port = setting.port("PORT") ?? 3000;
  const dataDir = resolve(cwd, setting.path("DATA_DIR") ?? "data");
  const databaseUrl = setting.url("DATABASE_URL", ["postgres:", "postgresql:"], "postgresql://user:password@host:5432/database");
  const demo = isDemo(setting.flag("DEMO"), databaseUrl, dataDir);
  const smtpUrl = setting.url("SMTP_URL", ["smtp:", "smtps:"], "smtp://user:password@host:587");
  const mailFrom = setting.sender("MAIL_FROM");
  if (smtpUrl !== undefined && mailFrom === undefined) {
    throw new ConfigError("MAIL_FROM must be set with SMTP_URL: give the sender of mails, such as MAIL_FROM=medborger@example.dk.");
  }
  const roles = setting.list("ROLE", ["web", "worker"]) ?? ["web", "worker"];
  return {
    port,
    host: listenOn(setting.host("HOST"), demo, setting.flag("DEMO_PUBLIC") ?? false),
    baseUrl: address(setting.url("BASE_URL", ["http:", "https:"], "https://medborger.example.dk"), port, demo),
    databaseUrl,
    dataDir,
    secretFile: resolve(cwd, setting.path("SECRET_FILE") ?? join(dataDir, "secret")),
    municipality: municipality(setting.text("MUNICIPALITY"), municipalities),
    demo,
    smtpUrl,
    mailFrom: mailFrom ?? "Medborger <medborger@localhost>",
    web: roles.includes("web"),
    worker: roles.includes("worker"),
    trustProxy: setting.networks("TRUST_PROXY") ?? [],
    namedStatements: setting.flag("NAMED_STATEMENTS") ?? true,
    logLevel: setting.oneOf("LOG_LEVEL", logLevels) ?? (demo ? "warn" : "info"),
  };
}

/** What a data folder was last used for is remembered here, for a demo lets anyone log in as anyone. */
export const demoFile = (dataDir: string): string => join(dataDir, "demo");

function isDemo(wish: boolean | undefined, databaseUrl: string | undefined, dataDir: string): boolean {
  if (databaseUrl !== undefined) return wish ?? false;
  const real = usedForReal(dataDir);
  if (wish && real) {
    throw new ConfigError(
      `DEMO=1 would let anyone log in as anyone in ${dataDir}, which was run with DEMO=0: remove DEMO, or set DATA_DIR to another folder.`,
    );
  }
  return wish ?? !real;
}

// A folder with a database but without the note is taken for real: a lost file must not open the doors.
function usedForReal(dataDir: string): boolean {
  try {
    return readFileSync(demoFile(dataDir), "utf8").trim() !== "1";
  } catch {
    return existsSync(join(dataDir, "postgres"));
  }
}

const loopback = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

function listenOn(host: string | undefined, demo: boolean, demoPublic: boolean): string {
  if (!demo || demoPublic) return host ?? (demo ? "0.0.0.0" : "127.0.0.1");
  if (host === undefined || loopback.has(host)) return host ?? "127.0.0.1";
  throw new ConfigError(
    `HOST=${host} would show the demo, where anyone can log in as anyone, to other machines: set DEMO_PUBLIC=1 as well, or remove HOST.`,
  );
}

function address(given: string | undefined, port: number, demo: boolean): string {
  if (given === undefined) return `http://localhost:${port}`;
  const url = new URL(given);
  if (url.pathname !== "/" || url.search || url.hash || url.username || url.password) {
    throw new ConfigError(
      "BASE_URL must be scheme and host alone, such as BASE_URL=https://medborger.example.dk: remove what follows the host.",
    );
  }
  if (url.protocol === "http:" && !demo && !loopback.has(url.hostname)) {
    throw new ConfigError(
      "BASE_URL must begin with https:// outside a demo, since people log in here: put a proxy with TLS in front and give its address.",
    );
  }
  return url.origin;
}

function municipality(wish: string | undefined, folder: string): string {
  const known = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{4}-[a-z0-9-]+$/.test(name))
        .toSorted()
    : [];
  const [only, another] = known;
  if (only === undefined)
    throw new ConfigError(`There is no municipality in ${folder}: restore the folder, or make one named by code and name.`);
  if (wish === undefined && another === undefined) return only;
  if (wish !== undefined && known.includes(wish)) return wish;
  throw new ConfigError(`MUNICIPALITY must be one of the folders in ${folder}: set it to ${known.join(" or ")}.`);
}
