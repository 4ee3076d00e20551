// SPDX-License-Identifier: EUPL-1.2
import { personsByKey } from "#features/people/index.ts";
import type { World } from "#platform/operations/world.ts";

/** What the terminal says once the door is open: where, and in a demo as whom one can log in. */
export async function greet({ config, read, site }: World, address: string): Promise<string[]> {
  if (!config.web) return ["Medborger's worker is running. Stop it with Ctrl-C."];
  const named = config.demo ? await namesOf(read) : [];
  return [
    "",
    `Medborger for ${site.municipality}: ${config.baseUrl}`,
    ...(config.baseUrl === address ? [] : [`(listens on ${address})`]),
    ...(named.length > 0
      ? [`A demo. Step in at ${config.baseUrl}/log-ind as ${named.join(", ")}.`, `Mails are shown at ${config.baseUrl}/dev/mail`]
      : []),
    "Stop it with Ctrl-C.",
    "",
  ];
}

async function namesOf(db: World["read"]): Promise<string[]> {
  const ids = await personsByKey(db);
  const wanted = shown.flatMap((key) => ids.get(key) ?? []);
  if (wanted.length === 0) return [];
  const rows = await db.selectFrom("people.shown").select(["id", "name"]).where("id", "in", wanted).execute();
  const nameOf = new Map(rows.map(({ id, name }) => [id, name ?? ""]));
  return wanted.flatMap((id) => nameOf.get(id) ?? []);
}

const shown = ["karen", "mehmet", "signe", "jens", "ebba", "nordlys", "ruth", "lone"];
