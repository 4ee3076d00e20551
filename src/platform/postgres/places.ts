// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the private PostgreSQL keeps its things. All follow from the data folder, so that any command finds the running one. */
export type Places = { dataDir: string; cluster: string; lock: string; socketDir: string; connectionString: string };

/** In: the data folder's real path (two names for one folder must give one answer). */
export function placesIn(dataDir: string): Places {
  const socketDir = socketDirFor(dataDir);
  return {
    dataDir,
    cluster: join(dataDir, "postgres"),
    lock: join(dataDir, "server.lock"),
    socketDir,
    connectionString: `postgresql://medborger@localhost/medborger?host=${encodeURIComponent(socketDir)}`,
  };
}

/** A socket's path holds 107 bytes on Linux and 103 on macOS (sys/un.h, `sun_path`). */
const longestPath = 103;

// The data folder itself where its name is short enough: there no other user can come first, no cleaner of temporary
// files passes by, and a service with a private /tmp shows it to commands outside. Otherwise a folder named by its hash.
function socketDirFor(dataDir: string): string {
  const name = `medborger-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
  const candidates = [join(dataDir, "run"), join(tmpdir(), name)];
  return candidates.find((folder) => Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= longestPath) ?? join("/tmp", name);
}
