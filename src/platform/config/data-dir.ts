// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Config, ConfigError, demoFile } from "./config.ts";

/** Makes the data folder, closed to others, and remembers whether it is a demo, so that a real one never becomes one. */
export function prepareDataDir({ dataDir, databaseUrl, demo }: Pick<Config, "dataDir" | "databaseUrl" | "demo">): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (databaseUrl !== undefined) return; // then the database is elsewhere, and this folder says nothing about it
    const half = `${demoFile(dataDir)}.${process.pid}`;
    writeFileSync(half, demo ? "1\n" : "0\n");
    renameSync(half, demoFile(dataDir));
  } catch (error) {
    throw new ConfigError(
      `DATA_DIR ${dataDir} cannot be written: make the folder for the user who starts Medborger, or set DATA_DIR to another one.`,
      { cause: error },
    );
  }
}

/** The 32 bytes that sign forms and links. Made at first start, for this user's eyes only; two that start at once get the same. */
export function readSecret({ secretFile }: Pick<Config, "secretFile">): Buffer {
  const secret = existing(secretFile) ?? make(secretFile);
  if (secret.length !== 32) {
    throw new ConfigError(
      `SECRET_FILE ${secretFile} must hold exactly 32 bytes: restore it from a backup, or remove it and a new one is made (forms and links already sent then stop working).`,
    );
  }
  return secret;
}

function existing(file: string): Buffer | undefined {
  try {
    const { mode } = statSync(file);
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new ConfigError(`SECRET_FILE ${file} can be read by other users: run "chmod 600 ${file}".`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new ConfigError(
      `SECRET_FILE ${file} cannot be read: give it to the user who starts Medborger, or set SECRET_FILE to another file.`,
      { cause: error },
    );
  }
}

function make(file: string): Buffer {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(half, randomBytes(32), { mode: 0o600 });
    try {
      linkSync(half, file);
    } finally {
      rmSync(half);
    }
  } catch (error) {
    // Another process was quicker: its secret is the one.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw new ConfigError(`SECRET_FILE ${file} cannot be made: make its folder writable, or set SECRET_FILE to another file.`, {
        cause: error,
      });
    }
  }
  return readFileSync(file);
}
