// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from "fastify";

/** Whatever a document holds, a browser that shows it runs nothing, loads nothing and is nobody there. The style is the browser's own, for showing a picture. */
export const guardDocument = (reply: FastifyReply): FastifyReply =>
  reply
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
    .header("x-content-type-options", "nosniff");

/** What other sites may show in a frame: it runs nothing, sends nothing, and asks nobody but us. */
export function openToFrames(reply: FastifyReply): FastifyReply {
  // The header that older browsers know can only say no; helmet has put it on the bare answer.
  reply.raw.removeHeader("x-frame-options");
  return openToOthers(reply).header(
    "content-security-policy",
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  );
}

/** What all visitors share is for other sites too: feed readers, maps of others, pages that show the picture of a link. */
export const openToOthers = (reply: FastifyReply): FastifyReply =>
  reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
