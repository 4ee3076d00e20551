// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isLang } from "#platform/i18n/i18n.ts";
import { ask } from "#platform/operations/ask.ts";
import { mutate } from "#platform/operations/mutate.ts";
import type { Operation, Query } from "#platform/operations/operation.ts";
import { forbidden, Refusal } from "#platform/operations/refusal.ts";
import { addressOf } from "./address.ts";
import { listen, type Door } from "./html-door.ts";
import { isFromUs } from "./origin.ts";
import { valuesOf, whoIs } from "./visit.ts";

/** The JSON door of a query: GET /api/v1/…; the same input as the page, unknown keys refused. */
export function openQueryDoor(server: FastifyInstance, door: Door, query: Query): void {
  if (!query.api) return;
  server.get(urlOf(query.api), { config: { rule: query.may } }, async (request, reply) => {
    await listen(door, query);
    const { reference, ...rest } = valuesOf(request.params);
    const actor = await whoIs(door.world, door.jar, request);
    const input = { ...valuesOf(request.query), ...rest };
    const result = await ask(door.world, query, { actor, lang: langOf(request), input, reference: string(reference) });
    return reply.header("cache-control", "no-store").send(result);
  });
}

/** The JSON door of an operation: POST with an Idempotency-Key. A browser's own pages only; other programs send no Origin. */
export function openOperationDoor(server: FastifyInstance, door: Door, operation: Operation): void {
  if (!operation.api) return;
  server.post(urlOf(operation.api), { config: { rule: operation.may } }, async (request, reply) => {
    if (!isFromUs(request, door.origins)) throw forbidden();
    await listen(door, operation);
    if (!/^application\/json(;\s*charset=utf-8)?$/i.test(request.headers["content-type"] ?? "")) throw new Refusal(415, "json-only");
    const from = addressOf(request);
    const actor = await whoIs(door.world, door.jar, request, door.jar.browser(request) ?? `api:${from}`);
    const { reference, ...rest } = valuesOf(request.params);
    const { answer, revealed, repeated } = await mutate(door.world, operation, {
      actor,
      lang: langOf(request),
      input: merged(request.body, rest),
      reference: string(reference),
      key: String(request.headers["idempotency-key"] ?? ""),
      from,
    });
    // A session is a cookie's business: this door does not give its token away.
    const { receipt } = revealed;
    return reply
      .code(repeated ? 200 : 201)
      .header("cache-control", "no-store")
      .send({ ...answer, ...(receipt ? { receipt } : {}) });
  });
}

const urlOf = (api: string): string => `/api/v1${api.replace(/^[A-Z]+ /, "")}`;
const string = (value: string | string[] | undefined): string | undefined => (typeof value === "string" ? value : undefined);

function langOf(request: FastifyRequest): "da" | "en" {
  const asked = String(request.headers["accept-language"] ?? "")
    .slice(0, 2)
    .toLowerCase();
  return isLang(asked) ? asked : "da";
}

function merged(body: unknown, params: Record<string, unknown>): unknown {
  if (body === null || typeof body !== "object" || Array.isArray(body)) throw new Refusal(422, "invalid", { body: "wrong" });
  return { ...body, ...params };
}
