// SPDX-License-Identifier: EUPL-1.2
import { isLocalDay } from "#platform/clock/local-day.ts";
import { sayDate, sayDay } from "#platform/clock/say-dates.ts";
import type { Lang } from "#platform/i18n/i18n.ts";
import { same, type Part, type SettingChange } from "#platform/settings/setting.ts";
import type { Told } from "#platform/settings/history.ts";
import { firstNameOf } from "#platform/text/first-name.ts";
import { listed } from "#platform/text/listed.ts";
import { texts } from "./texts.ts";

/** Ids of persons, areas and roles, and what they are called now. */
export type Names = ReadonlyMap<string, Record<Lang, string>>;
export type Line = { field: string; label: string; from: string; to: string };

const days = new Set(["answerDays", "acknowledgeDays", "lookDays", "remindDays"]);
/** What is longer than this stands below the sentence. */
const short = 60;

/** "Lone ændrede svarfristen i Miljø og Teknik fra 15 til 12 arbejdsdage, mandag 23. november". */
export function sentenceOf(change: Told, names: Names, lang: Lang, now: Date): string {
  const t = texts(lang);
  return t("history.sentence", { said: said(change, names, lang), day: sayDay(change.at, lang, now) });
}

function said(change: Told, names: Names, lang: Lang): string {
  const t = texts(lang);
  const who = change.who === undefined ? t("history.server") : firstNameOf(change.who);
  const name = nameOf(change, names, lang);
  const kind = change.kind;
  if (change.before === null) return t("history.added", { who, thing: word(lang, `thing.${kind}`, { name }) });
  if (change.after === null) return t("history.removed", { who, thing: word(lang, `thing.${kind}`, { name }) });
  const lines = linesOf(change, names, lang);
  const where = word(lang, `where.${kind}`, { name });
  const [only, ...more] = lines;
  if (only === undefined) return t("history.changed-long", { who, what: name, where: "" });
  if (more.length > 0)
    return t("history.changed-long", {
      who,
      what: listed(
        lines.map(({ label }) => label),
        lang,
      ),
      where,
    });
  if (only.from.length > short || only.to.length > short) return t("history.changed-long", { who, what: only.label, where });
  const unit = unitOf(change, only.field, lang);
  return t("history.changed", { who, what: only.label, where, from: unit?.from ?? only.from, to: only.to });
}

/** What changed, field by field, in words. A field that is the same before and after is left out. */
export function linesOf({ kind, before, after }: Pick<SettingChange, "kind" | "before" | "after">, names: Names, lang: Lang): Line[] {
  const fields = Object.keys({ ...before, ...after });
  return fields
    .filter((field) => field !== "slug" && !same(before?.[field], after?.[field]))
    .map((field) => ({
      field,
      label: word(lang, `what.${kind}.${field}`, {}),
      from: sayPart(field, before?.[field], names, lang),
      to: sayPart(field, after?.[field], names, lang),
    }));
}

/** A value as a person reads it: a number with its unit, an id as a name, a list with commas. */
export function sayPart(field: string, part: Part | undefined, names: Names, lang: Lang): string {
  const t = texts(lang);
  if (part === undefined || part === null || part === "") return t("value.nothing");
  if (typeof part === "boolean") return part ? t("value.yes") : t("value.no");
  if (typeof part === "number")
    return days.has(field)
      ? t("value.days", { count: part })
      : part.toLocaleString(lang === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 6 });
  if (typeof part !== "string") return part.length === 0 ? t("value.nothing") : part.join(", ");
  const known = names.get(part);
  if (known) return known[lang];
  if (field === "role") return t.maybe(`role.${part}`) ?? part;
  return isLocalDay(part) ? sayDate(part, lang) : part;
}

export function nameOf({ kind, key, name }: Pick<SettingChange, "kind" | "key" | "name">, names: Names, lang: Lang): string {
  const t = texts(lang);
  if (kind === "module") return t.maybe(`module.${key}`) ?? key;
  if (kind !== "role") return name[lang];
  return t("role.of", { role: t.maybe(`role.${name[lang]}`) ?? name[lang], who: names.get(key)?.[lang] ?? "–" });
}

/** "from 15 to 12 working days": the unit is said once. */
const unitOf = ({ before }: SettingChange, field: string, _lang: Lang): { from: string } | undefined =>
  days.has(field) && typeof before?.[field] === "number" ? { from: String(before[field]) } : undefined;

/** A word made of kind and field; a kind that another slice brings without words is said by its name. */
function word(lang: Lang, key: string, values: Record<string, string>): string {
  const t = texts(lang);
  const plain = t.maybe(key);
  if (plain === undefined) return values["name"] ?? key.split(".").at(-1) ?? key;
  return plain.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
