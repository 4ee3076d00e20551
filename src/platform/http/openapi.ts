// SPDX-License-Identifier: EUPL-1.2
import { z } from "zod";
import { fileDoorApi } from "./file-door.ts";
import type { Registry } from "#platform/feature.ts";

type Schema = Record<string, unknown>;

/** OpenAPI 3.1, made from the same schemas that the doors check. In: the registry, the version and the public address. */
export function openApi({ operations, queries }: Registry, { version, baseUrl }: { version: string; baseUrl: string }): Schema {
  const paths: Record<string, Schema> = {};
  const put = (api: string, entry: Schema): void => {
    const [method = "GET", address = "/"] = api.split(" ");
    const path = address.replace(/:([a-z]+)/gi, "{$1}");
    paths[path] = { ...paths[path], [method.toLowerCase()]: entry };
  };
  for (const query of queries.values()) if (query.api) put(query.api, ofQuery(query.name, query.api, query.input, query.may.name));
  for (const operation of operations.values())
    if (operation.api) put(operation.api, ofOperation(operation.name, operation.api, operation.input, operation.may.name));
  paths["/files"] = fileDoorApi;
  return {
    openapi: "3.1.0",
    info: { title: "Medborger", version, license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    servers: [{ url: `${baseUrl}/api/v1` }],
    paths,
    components: { schemas: { Problem: problem } },
  };
}

const problem: Schema = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    fields: { type: "object", additionalProperties: { type: "string" } },
  },
};

const refusals = Object.fromEntries(
  [
    ["403", "May not"],
    ["404", "Not there, or not yours"],
    ["422", "Something is missing or wrong"],
    ["429", "Too many"],
    ["503", "Too busy"],
  ].map(([status, description]) => [
    status,
    { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
  ]),
);

const named = (api: string): string[] => [...api.matchAll(/:([a-z]+)/gi)].map((match) => match[1] ?? "");
const inPath = (api: string): Schema[] => named(api).map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));

function ofQuery(name: string, api: string, input: z.ZodObject, who: string): Schema {
  const { properties = {} } = schemaOf(input);
  const inQuery = Object.entries(properties)
    .filter(([key]) => !named(api).includes(key))
    .map(([key, schema]) => ({ name: key, in: "query", required: false, schema }));
  return {
    operationId: name,
    description: `May: ${who}`,
    parameters: [...inPath(api), ...inQuery],
    responses: { "200": { description: "The answer", content: { "application/json": { schema: {} } } }, ...refusals },
  };
}

function ofOperation(name: string, api: string, input: z.ZodObject, who: string): Schema {
  const key = { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", minLength: 8, maxLength: 255 } };
  return {
    operationId: name,
    description: `May: ${who}`,
    parameters: [key, ...inPath(api)],
    requestBody: { required: true, content: { "application/json": { schema: schemaOf(input) } } },
    responses: {
      "201": { description: "Done", content: { "application/json": { schema: { type: "object" } } } },
      "200": { description: "Done before, same answer" },
      ...refusals,
    },
  };
}

const schemaOf = (input: z.ZodObject): { properties?: Schema } & Schema =>
  z.toJSONSchema(input.strict(), { io: "input", unrepresentable: "any", target: "draft-2020-12" });
