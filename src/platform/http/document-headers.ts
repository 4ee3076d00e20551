// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply } from "fastify";

/** Whatever a document holds, a browser that shows it runs nothing, loads nothing and is nobody there. The style is the browser's own, for showing a picture. */
export const guardDocument = (reply: FastifyReply): FastifyReply =>
  reply
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
    .header("x-content-type-options", "nosniff");

/** What all visitors share is for other sites too: feed readers, maps of others, pages that show the picture of a link. */
export const openToOthers = (reply: FastifyReply): FastifyReply =>
  reply.header("access-control-allow-origin", "*").header("cross-origin-resource-policy", "cross-origin");
