// SPDX-License-Identifier: EUPL-1.2
import { IntlMessageFormat } from "intl-messageformat";
import type { Db, Tx } from "#platform/db/connect.ts";
import { keep } from "#platform/db/kept.ts";
import { isLang, tableOf, useOverrides, type Lang } from "./i18n.ts";

/** Why a text cannot stand in place of another: it is no message, or it takes other names or tags. */
export type Misfit = "not-a-message" | "other-names";

/** In: the text as it was delivered, and the municipality's own. Out: undefined where it fits. */
export function misfit(standard: string, own: string): Misfit | undefined {
  const [wanted, given] = [namesIn(standard), namesIn(own)];
  if (given === undefined) return "not-a-message";
  return wanted?.join(" ") === given.join(" ") ? undefined : "other-names";
}

/** Arguments and tags of a message, sorted: what it must have, whatever it says. Undefined: it is no message. */
export function namesIn(message: string): string[] | undefined {
  try {
    const names = new Set<string>();
    collect(new IntlMessageFormat(message, "da").getAst(), names);
    return [...names].toSorted();
  } catch {
    return undefined;
  }
}

/** A node is text (0), an argument (1–6), # (7) or a tag (8); it may hold others in `children` or `options`. */
function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if ("type" in node && "value" in node && typeof node.type === "number" && node.type !== 0)
    names.add(node.type === 8 ? `<${String(node.value)}>` : `{${String(node.value)}}`);
  for (const inside of Object.values(node)) collect(inside, names);
}

/** All texts that the municipality says in its own words, by "slice/lang". One that does not fit is as if it were not there. */
const overridesOf = keep(["text"], async (db): Promise<Map<string, Map<string, string>>> => {
  const rows = await db.selectFrom("platform.text_override").selectAll().execute();
  const tables = new Map<string, Map<string, string>>();
  for (const { slice, lang, key, text } of rows) {
    const standard = standardText(slice, lang, key);
    if (standard === undefined || misfit(standard, text) !== undefined) continue;
    const name = `${slice}/${lang}`;
    tables.set(name, (tables.get(name) ?? new Map<string, string>()).set(key, text));
  }
  return tables;
});

/** Before a page is shown or a mail written: the texts as they stand now. Costs nothing while none has moved. */
export const hearTexts = async (db: Db | Tx): Promise<void> => useOverrides(await overridesOf(db));

/** The text as it was delivered; undefined where there is no such text. */
export function standardText(slice: string, lang: string, key: string): string | undefined {
  if (!isLang(lang) || !/^[a-z-]{1,40}$/.test(slice)) return undefined;
  return tableOf(slice, lang)?.get(key);
}

export type { Lang };
