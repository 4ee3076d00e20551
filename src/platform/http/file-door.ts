// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from "fastify";
import { forbidden, invalid, Refusal } from "#platform/operations/refusal.ts";
import { addressOf } from "./address.ts";
import type { Door } from "./html-door.ts";
import { isFromUs } from "./origin.ts";
import { forget, keepUploads, readForm } from "./uploads.ts";
import { whoIs } from "./visit.ts";

/** POST /api/v1/files: one picture as multipart/form-data. Out: the id by which a call names it, for a day. */
export function openFileDoor(server: FastifyInstance, { world, jar, origins }: Door): void {
  server.post("/api/v1/files", { config: { rule: "anyone" } }, async (request, reply) => {
    if (!isFromUs(request, origins)) throw forbidden();
    if (!request.isMultipart()) throw new Refusal(415, "multipart-only");
    const { uploads } = await readForm(world, request, ["file"]);
    try {
      if (uploads.length === 0) throw invalid({ file: "required" });
      const from = addressOf(request);
      const actor = await whoIs(world, jar, request, jar.browser(request) ?? `api:${from}`);
      const { values, faults } = await keepUploads(world, uploads, { actor, lang: "da", from });
      if (Object.keys(faults).length > 0) throw invalid(faults);
      return await reply.code(201).header("cache-control", "no-store").send({ file: values["file"] });
    } finally {
      await forget(uploads);
    }
  });
}

/** How the OpenAPI document describes it. */
export const fileDoorApi = {
  post: {
    operationId: "files.keep",
    description:
      "May: anyone. One picture (JPEG, PNG or WebP, at most 12 MB). It is drawn anew without its metadata; its id is good for a day, in a field such as picture1 of POST /ideas.",
    requestBody: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } },
        },
      },
    },
    responses: {
      "201": {
        description: "Kept",
        content: {
          "application/json": { schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "uuid" } } } },
        },
      },
      "422": {
        description: "No picture, or too large",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  },
} as const;
