// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac } from "node:crypto";
import { open, readFile, rm } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { z } from "zod";
import { personOf, type Actor } from "#platform/auth/actor.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { mutate } from "#platform/operations/mutate.ts";
import { operation } from "#platform/operations/operation.ts";
import { anyone } from "#platform/operations/rule.ts";
import type { World } from "#platform/operations/world.ts";
import { redraw } from "./redraw.ts";
import { isHash, makeShelf, type Shelf } from "./shelf.ts";
import { addFile, fileById } from "./store.ts";

const hash = z.string().refine(isHash);
const side = (most: number) => z.int().min(1).max(most);

/** A picture was drawn anew and lies on the shelf; nothing shows it yet. Only `keepPicture` asks for it. */
export const keep = operation({
  name: "files.keep",
  input: z.object({
    id: z.uuid(),
    large: hash,
    small: hash,
    width: side(1600),
    height: side(1600),
    smallWidth: side(480),
    smallHeight: side(480),
  }),
  may: anyone,
  audit: "file.kept",
  api: false,
  moves: [],
  budget: { what: "files.keep", most: 60, seconds: 60 * 60 },
  async run({ tx, input, now }) {
    await addFile(tx, input, now);
    return { file: input.id };
  },
});

/** Why a file is not taken; the texts have a sentence for each. */
export type Fault = "too-large" | "no-picture";
export const taken: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

type Sender = { actor: Actor; lang: Lang; from: string | undefined };

/**
 * Takes a stranger's picture. In: the file as it was sent, who sent it. Out: the id under which a form or call names it, the same
 * again for the same file of the same sender; or why not. The file as it was sent is gone afterwards, whatever happens.
 */
export async function keepPicture(world: World, path: string, sender: Sender): Promise<{ file: string } | { fault: Fault }> {
  try {
    if (!taken.includes((await typeOf(path)) ?? "")) return { fault: "no-picture" };
    const shelf = makeShelf(world.config.dataDir);
    const id = idOf(world, sender.actor, await readFile(path));
    if (await isKept(world, shelf, id)) return { file: id };
    const half = { large: await shelf.half(), small: await shelf.half() };
    try {
      const sizes = await redraw(path, half);
      if (!sizes) return { fault: "no-picture" };
      const input = { id, large: await shelf.put(half.large), small: await shelf.put(half.small), ...sizes };
      await mutate(world, keep, { ...sender, input, key: world.ids.uuid() });
      return { file: id };
    } finally {
      await Promise.all(Object.values(half).map((file) => rm(file, { force: true })));
    }
  } finally {
    await rm(path, { force: true });
  }
}

/** What the bytes say it is, whatever its name says. */
async function typeOf(path: string): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_100), 0, 4_100, 0);
    return (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime;
  } finally {
    await file.close();
  }
}

async function isKept(world: World, shelf: Shelf, id: string): Promise<boolean> {
  const known = await fileById(world.read, id);
  return known !== undefined && (await shelf.has(known.large)) && (await shelf.has(known.small)) && (await stillFresh(world, id));
}

/** Near its end it is taken anew, so that nobody's form loses it while they write. */
async function stillFresh({ read, clock }: World, id: string): Promise<boolean> {
  const row = await read.selectFrom("platform.file").select("made_at").where("id", "=", id).executeTakeFirst();
  return row !== undefined && clock.now().getTime() - row.made_at.getTime() < 6 * 60 * 60 * 1000;
}

/** A name that nobody else can make: from the secret, who sent it and what. */
function idOf({ secret }: World, actor: Actor, bytes: Buffer): string {
  const who = personOf(actor)?.id ?? actor.browser;
  const made = createHmac("sha256", secret).update(`file\n${who}\n`).update(createHash("sha256").update(bytes).digest()).digest();
  made[6] = ((made[6] ?? 0) & 0x0f) | 0x80;
  made[8] = ((made[8] ?? 0) & 0x3f) | 0x80;
  const hex = made.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
