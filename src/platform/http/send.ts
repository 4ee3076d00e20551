// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { openToOthers } from "./document-headers.ts";
import type { Doc } from "./route.ts";

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** A body in the encodings that a browser may ask for, made once. What is packed already (pictures) is not packed again. */
export type Body = {
  status: number;
  type: string;
  filename: string | undefined;
  etag: string;
  identity: Buffer;
  gzip?: Buffer;
  br?: Buffer;
};

export async function compress({ type, body, filename, status }: Doc): Promise<Body> {
  const identity = Buffer.from(body);
  const whole = { status: status ?? 200, type, filename, identity, etag: etagOf(identity) };
  if (!isText(type)) return whole;
  const [zipped, br] = await Promise.all([
    gzipped(identity, { level: 6 }),
    brotlied(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
  ]);
  return { ...whole, gzip: zipped, br };
}

export const html = "text/html; charset=utf-8";
const isText = (type: string): boolean => /^text\/|[/+](json|xml)\b/.test(type);
const etagOf = (body: Buffer): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;

type Encoding = "br" | "gzip" | "identity";
const encodingOf = (request: FastifyRequest): Encoding => {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "identity";
};

/** What is shared by all visitors without a session: asked again each time, answered 304 where nothing moved. */
export function sendShared(request: FastifyRequest, reply: FastifyReply, body: Body): FastifyReply {
  void reply.header("cache-control", caching.shared).header("vary", "accept-encoding, cookie");
  return sendIfChanged(request, reply, body);
}

/** 304 to a browser that has it already. What is over says so each time: only a page that is there can be unchanged (RFC 9110, 13.2.1). */
function sendIfChanged(request: FastifyRequest, reply: FastifyReply, body: Body): FastifyReply {
  if (body.status !== 200) return sendEncoded(reply, encodingOf(request), body);
  void reply.header("etag", body.etag);
  if (request.headers["if-none-match"] === body.etag) return reply.code(304).send();
  return sendEncoded(reply, encodingOf(request), body);
}

/** A page for this visitor alone: kept nowhere. */
export async function sendOwn(request: FastifyRequest, reply: FastifyReply, page: string): Promise<FastifyReply> {
  void reply.header("cache-control", "no-store").header("vary", "accept-encoding, cookie").type(html);
  if (encodingOf(request) === "identity") return reply.send(page);
  return reply.header("content-encoding", "gzip").send(await gzipped(page, { level: 4 }));
}

const caching = { own: "private, no-cache", shared: "public, max-age=0, must-revalidate", never: "no-store" };

/** What is no page and is made anew each time: kept nowhere, or by whoever asked, who asks again each time. */
export async function sendDocument(request: FastifyRequest, reply: FastifyReply, doc: Doc): Promise<FastifyReply> {
  const body = await compress(doc);
  void reply.header("cache-control", caching[doc.keep ?? "never"]).header("vary", "accept-encoding, cookie");
  if (doc.keep === "shared") openToOthers(reply);
  return doc.keep ? sendIfChanged(request, reply, body) : sendEncoded(reply, encodingOf(request), body);
}

function sendEncoded(reply: FastifyReply, encoding: Encoding, body: Body): FastifyReply {
  const packed = encoding === "identity" ? undefined : body[encoding];
  if (packed) void reply.header("content-encoding", encoding);
  if (body.filename !== undefined)
    void reply.header("content-disposition", `attachment; filename="${body.filename.replaceAll(/[^\w.-]/g, "-")}"`);
  return reply
    .code(body.status)
    .type(body.type)
    .send(packed ?? body.identity);
}
