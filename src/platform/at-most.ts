// SPDX-License-Identifier: EUPL-1.2

/** Lets so many pieces of work run at once; the others wait in line. In: how many run, and how many may wait before one is turned away. */
export function atMost(running: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const line: (() => void)[] = [];
  return async (work) => {
    if (busy >= running) {
      if (line.length >= waiting) throw Object.assign(new Error("too many wait in line"), { statusCode: 503 });
      await new Promise<void>((go) => line.push(go));
    } else busy += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
