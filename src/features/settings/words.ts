// SPDX-License-Identifier: EUPL-1.2
import type { Db, Tx } from "#platform/db/connect.ts";
import { keysOf, languages, type Lang } from "#platform/i18n/i18n.ts";
import { misfit, namesIn, standardText } from "#platform/i18n/overrides.ts";
import { invalid, notFound, type FieldErrors } from "#platform/operations/refusal.ts";
import type { Setting, Value } from "#platform/settings/setting.ts";

/** A text as the secretariat sees it: as delivered, and in its own words where it has some. */
export type Text = {
  reference: string;
  slice: string;
  key: string;
  standard: Record<Lang, string>;
  own: Record<Lang, string | null>;
  names: string[];
};

/** "ideas:write.title": a slice and a key. */
export function partsOf(reference: string): { slice: string; key: string } | undefined {
  const [slice = "", key = "", ...more] = reference.split(":");
  return more.length === 0 && key !== "" && standardText(slice, "da", key) !== undefined ? { slice, key } : undefined;
}

export async function textOf(db: Db | Tx, reference: string, lock: boolean): Promise<Text | undefined> {
  const at = partsOf(reference);
  if (!at) return undefined;
  const rows = await db
    .selectFrom("platform.text_override")
    .select(["lang", "text"])
    .where("slice", "=", at.slice)
    .where("key", "=", at.key)
    .$if(lock, (query) => query.forUpdate())
    .execute();
  const each = <T>(make: (lang: Lang) => T): Record<Lang, T> => ({ da: make("da"), en: make("en") });
  const standard = each((lang) => standardText(at.slice, lang, at.key) ?? "");
  const own = each((lang) => rows.find((row) => row.lang === lang)?.text ?? null);
  return { reference, ...at, standard, own, names: namesIn(standard.da) ?? [] };
}

/** A text in the municipality's own words, in both languages; nothing: as it was delivered. */
export const ownText: Setting = {
  kind: "text",
  moves: ["text"],
  async read(db, key, lock) {
    // There may be no row to hold: the text itself is held by its name.
    const text = await textOf(db, key, lock);
    return text && { da: text.own.da, en: text.own.en };
  },
  async write(tx, reference, next) {
    const at = partsOf(reference);
    if (!at || !next) throw notFound();
    for (const lang of languages) {
      const text = next[lang];
      if (typeof text === "string")
        await tx
          .insertInto("platform.text_override")
          .values({ ...at, lang, text })
          .onConflict((conflict) => conflict.columns(["slice", "key", "lang"]).doUpdateSet({ text }))
          .execute();
      else
        await tx
          .deleteFrom("platform.text_override")
          .where("slice", "=", at.slice)
          .where("key", "=", at.key)
          .where("lang", "=", lang)
          .execute();
    }
  },
  check(_tx, reference, next) {
    const at = partsOf(reference);
    if (!at || !next) throw notFound();
    const faults: FieldErrors = {};
    for (const lang of languages) {
      const text = next[lang];
      const wrong = typeof text === "string" ? misfit(standardText(at.slice, lang, at.key) ?? "", text) : undefined;
      if (wrong !== undefined) faults[lang] = wrong;
    }
    if (Object.keys(faults).length > 0) throw invalid(faults);
  },
  name: (_value: Value, reference) => ({ da: shortly(reference, "da"), en: shortly(reference, "en") }),
};

/** »Tak for din idé«: the first words of a text, by which people know it. */
function shortly(reference: string, lang: Lang): string {
  const at = partsOf(reference);
  const text = at ? (standardText(at.slice, lang, at.key) ?? "") : reference;
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text;
}

/** Texts that hold some words, in either language, with the municipality's own. Without words: those that have an own one. One query. */
export async function findTexts(
  db: Db,
  { words, slices, most }: { words: string; slices: string[]; most: number },
): Promise<Omit<Text, "names">[]> {
  const rows = await db.selectFrom("platform.text_override").selectAll().execute();
  const own = new Map(rows.map(({ slice, key, lang, text }) => [`${slice}:${key}/${lang}`, text]));
  const wanted = words.toLocaleLowerCase("da");
  const all = slices.flatMap((slice) =>
    keysOf(slice, "da").map((key) => {
      const reference = `${slice}:${key}`;
      const standard = { da: standardText(slice, "da", key) ?? "", en: standardText(slice, "en", key) ?? "" };
      return { reference, slice, key, standard, own: { da: own.get(`${reference}/da`) ?? null, en: own.get(`${reference}/en`) ?? null } };
    }),
  );
  const holds = (text: string | null): boolean => text?.toLocaleLowerCase("da").includes(wanted) === true;
  return all
    .filter((text) =>
      wanted === ""
        ? text.own.da !== null || text.own.en !== null
        : holds(text.standard.da) || holds(text.standard.en) || holds(text.own.da) || holds(text.own.en) || text.reference.includes(wanted),
    )
    .slice(0, most);
}
