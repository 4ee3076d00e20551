// SPDX-License-Identifier: EUPL-1.2
import { open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import multipart, { type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "#platform/auth/actor.ts";
import { keepPicture } from "#platform/files/keep.ts";
import { makeShelf } from "#platform/files/shelf.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import type { FieldErrors } from "#platform/operations/refusal.ts";
import type { World } from "#platform/operations/world.ts";
import { valuesOf } from "./visit.ts";
import type { Values } from "./route.ts";

/** A file as it was sent: in which field, where it lies now, and whether it was cut off because it is too large. */
export type Upload = { field: string; path: string; cut: boolean };

const megabyte = 1024 * 1024;
const limits = { files: 3, fileSize: 12 * megabyte, fields: 40, fieldSize: 64 * 1024, fieldNameSize: 100, parts: 43, headerPairs: 50 };

/** A part of the server that takes files; everywhere else they are refused before they are read. */
export async function takeFiles(scope: FastifyInstance): Promise<void> {
  scope.removeContentTypeParser("multipart/form-data");
  await scope.register(multipart, { limits, throwFileSizeLimit: false });
}

/** Reads a form that may bring files in some of its fields. Files go to the disk as they come, never into memory; other files are not kept. */
export async function readForm(
  world: World,
  request: FastifyRequest,
  wanted: readonly string[],
): Promise<{ values: Values; uploads: Upload[] }> {
  if (!request.isMultipart()) return { values: withKept(valuesOf(request.body), wanted), uploads: [] };
  const shelf = makeShelf(world.config.dataDir);
  const fields: Record<string, string | string[]> = Object.create(null);
  const uploads: Upload[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === "file") await take(part);
      else if (typeof part.value === "string") fields[part.fieldname] = [...[fields[part.fieldname] ?? []].flat(), part.value];
    }
  } catch (error) {
    await forget(uploads);
    throw readable(error);
  }
  const values = Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all.length === 1 ? (all[0] ?? "") : all]));
  return { values: withKept(values, wanted), uploads };

  async function take(part: MultipartFile): Promise<void> {
    // A file field that was left empty is sent as a file without a name.
    if (!wanted.includes(part.fieldname) || part.filename === "" || uploads.some(({ field }) => field === part.fieldname)) {
      part.file.resume();
      return;
    }
    const upload: Upload = { field: part.fieldname, path: await shelf.half(), cut: false };
    uploads.push(upload);
    // Opened first: what breaks off then leaves nothing that comes into being after it was swept up.
    const file = await open(upload.path, "wx", 0o600);
    await pipeline(part.file, file.createWriteStream());
    upload.cut = part.file.truncated;
  }
}

/** A form that came back names the picture that is kept already beside the field for another one. */
function withKept(values: Values, wanted: readonly string[]): Values {
  const whole: Values = {};
  for (const [name, value] of Object.entries(values)) if (!wanted.some((field) => name === `${field}Kept`)) whole[name] = value;
  for (const field of wanted) if (!whole[field] && typeof values[`${field}Kept`] === "string") whole[field] = values[`${field}Kept`];
  return whole;
}

export const forget = async (uploads: Upload[]): Promise<void> =>
  void (await Promise.all(uploads.map(({ path }) => rm(path, { force: true }))));

/** Draws each file anew and keeps it; as it was sent it is gone then. Out: the id for each field, and what is wrong with those that were not taken. */
export async function keepUploads(
  world: World,
  uploads: Upload[],
  sender: { actor: Actor; lang: Lang; from: string | undefined },
): Promise<{ values: Record<string, string>; faults: FieldErrors }> {
  const values: Record<string, string> = {};
  const faults: FieldErrors = {};
  try {
    for (const { field, path, cut } of uploads) {
      const kept = cut ? { fault: "too-large" as const } : await keepPicture(world, path, sender);
      if ("file" in kept) values[field] = kept.file;
      else faults[field] = kept.fault;
    }
  } finally {
    await forget(uploads);
  }
  return { values, faults };
}

/** A form that is broken or breaks off is the sender's, not ours. */
const readable = (error: unknown): unknown =>
  error instanceof Error && "statusCode" in error
    ? error
    : Object.assign(new Error("not a whole form", { cause: error }), { statusCode: 400 });
