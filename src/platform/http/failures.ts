// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import type { Sheet, Visit } from "./route.ts";

/** What went wrong, as the page that says so needs it. `code` is a short one to read aloud on the phone. */
export type Failure = { status: number; code: string; incident: string | undefined; retryAfter: number | undefined };
export type FailurePage = (failure: Failure, visit: Visit) => Sheet;

/** Any error as what a person may know of it. What is ours is logged whole, and said short. */
export function failureOf(error: unknown, world: World, request: FastifyRequest): Failure {
  if (error instanceof Refusal) return { status: error.status, code: error.code, incident: undefined, retryAfter: error.retryAfter };
  const status = statusOf(error);
  if (status !== undefined && status < 500)
    return {
      status: status === 400 ? 422 : status,
      code: status === 404 ? "not-found" : "invalid",
      incident: undefined,
      retryAfter: undefined,
    };
  const incident = world.ids.digits(6);
  request.log.error({ err: error, incident }, "request failed");
  const busy = status === 503 || isDatabaseAway(error);
  return { status: busy ? 503 : 500, code: busy ? "busy" : "ours", incident, retryAfter: busy ? 5 : undefined };
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;

const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "53300",
  "57014",
  "55P03",
  "25P03",
]);
const sentences = /connection terminated|timeout exceeded when trying to connect|not queryable|connection error/i;

/** The database restarts, is full or too slow: not saved, try again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && typeof error.code === "string" && away.has(error.code)) || sentences.test(error.message);
}

/** RFC 9457 problem details, for the JSON door. */
export function sendProblem(reply: FastifyReply, error: unknown, failure: Failure): FastifyReply {
  const fields = error instanceof Refusal && Object.keys(error.fields).length > 0 ? { fields: error.fields } : {};
  return reply
    .code(failure.status)
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: "about:blank",
        title: titles[failure.status] ?? "Error",
        status: failure.status,
        code: failure.code,
        ...fields,
        ...(failure.incident ? { incident: failure.incident } : {}),
      }),
    );
}

const titles: Record<number, string> = {
  401: "Log in first",
  403: "May not",
  404: "Not found",
  409: "Not any more",
  413: "Too large",
  415: "Wrong content type",
  422: "Something is missing or wrong",
  429: "Too many",
  500: "Ours went wrong",
  503: "Too busy",
};
