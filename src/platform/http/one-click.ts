// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { anonymous } from "#platform/auth/actor.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation } from "#platform/operations/operation.ts";
import { Refusal } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import { addressOf } from "./address.ts";
import type { Route } from "./route.ts";
import { languageOf, paramsOf, valuesOf } from "./visit.ts";

/** A mail program that presses "unsubscribe" for its owner (RFC 8058 §3.1), on a route that takes it. */
export const isOneClick = (route: Route, request: FastifyRequest): boolean =>
  route.oneClick && valuesOf(request.body)["List-Unsubscribe"] === "One-Click";

/**
 * Does what the link says, as often as it is pressed: no cookie and no token, the link is the proof. Answered without a page and
 * without a redirect (RFC 8058 §3.1 forbids one).
 */
export async function answerOneClick(
  world: World,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { reference, ...input } = paramsOf(request);
  void reply.header("cache-control", "no-store");
  try {
    await mutate(world, operation, {
      actor: anonymous("one-click"),
      lang: languageOf(request.url).lang,
      input,
      reference,
      key: world.ids.uuid(),
      from: addressOf(request),
    });
    return await reply.code(200).send();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply.code(error.status).send();
  }
}

/** Mail programs send these as multipart/form-data; nothing else here does. */
export function takeMultipart(server: FastifyInstance): void {
  server.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer", bodyLimit: 4_096 },
    async (request: FastifyRequest, body: Buffer) => {
      if (!Reflect.get(request.routeOptions.config, "oneClick")) throw refused(415);
      const type = request.headers["content-type"] ?? "";
      const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => {
        throw refused(400);
      });
      return Object.fromEntries(form);
    },
  );
}

const refused = (statusCode: number): Error => Object.assign(new Error("not a form that is taken here"), { statusCode });
