// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** The folder DATA_DIR/files: each file under the hash of its bytes, whole or not there. A backup copies it. */
export type Shelf = {
  /** A path for something half-made; what stays there is swept. */
  half(): Promise<string>;
  /** Takes a finished file from its path and puts it under its hash. Out: the hash. */
  put(path: string): Promise<string>;
  read(hash: string): Promise<Buffer | undefined>;
  has(hash: string): Promise<boolean>;
  /** Removes what is not wanted and older than a moment. Out: how many. */
  sweep(wanted: ReadonlySet<string>, before: Date): Promise<number>;
};

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export function makeShelf(dataDir: string): Shelf {
  const folder = join(dataDir, "files");
  const halves = join(folder, "half");
  const place = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  const read = (hash: string): Promise<Buffer | undefined> =>
    isHash(hash) ? readFile(place(hash)).catch(unlessGone) : Promise.resolve(undefined);
  return {
    read,
    async half() {
      await mkdir(halves, { recursive: true, mode: 0o700 });
      return join(halves, randomUUID());
    },
    async put(path) {
      const hash = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
      await flush(path);
      await rename(path, place(hash));
      await flush(join(folder, hash.slice(0, 2)));
      return hash;
    },
    has: async (hash) => (await stat(place(hash)).catch(unlessGone)) !== undefined,
    async sweep(wanted, before) {
      let gone = 0;
      for (const name of await readdir(folder).catch(() => [])) {
        for (const file of await readdir(join(folder, name)).catch(() => [])) {
          const path = join(folder, name, file);
          const found = await stat(path).catch(unlessGone);
          if (!found || wanted.has(file) || found.mtime >= before) continue;
          await rm(path, { force: true });
          gone += 1;
        }
      }
      return gone;
    },
  };
}

function unlessGone(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}

/** To the disk itself, so that a row in the database never speaks of a file that a power cut took. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } catch (error) {
    // A folder cannot be synced on every system; the file is.
    if (!(error instanceof Error && "code" in error && ["EISDIR", "EPERM", "EINVAL"].includes(String(error.code)))) throw error;
  } finally {
    await file.close();
  }
}
