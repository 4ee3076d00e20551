// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from "fastify";

/**
 * Whether a write comes from our own pages: Origin and Sec-Fetch-Site must not say otherwise (Fetch standard).
 * A browser that sends neither is held by the token. In: our own origins.
 */
export function isFromUs(request: FastifyRequest, own: readonly string[]): boolean {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (origin !== undefined && !own.includes(origin)) return false;
  return site === undefined || site === "same-origin" || site === "none";
}

/** Origins that are ours. In a demo both names of the loopback are. */
export function ownOrigins(base: string, demo: boolean): string[] {
  const url = new URL(base);
  if (!demo || !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) return [url.origin];
  return ["localhost", "127.0.0.1", "[::1]"].map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ""}`);
}
