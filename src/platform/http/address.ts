// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";

/**
 * The bucket of an address for budgets: IPv4 whole (also when mapped into IPv6), IPv6 its /64, since one household has
 * all of that. Hashed: a budget has no use for the address itself.
 */
export const addressOf = (request: FastifyRequest): string => bucketOf(request.ip);

export function bucketOf(ip: string): string {
  const plain = ip
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "")
    .replace(/%.*$/, "");
  return createHash("sha256")
    .update(isIPv6(plain) ? prefix64(plain) : plain)
    .digest("base64url")
    .slice(0, 22);
}

function prefix64(ip: string): string {
  const [head = "", tail] = ip.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}
