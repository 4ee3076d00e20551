// SPDX-License-Identifier: EUPL-1.2
import { weakOf, type OwnColours, type Weak } from "#design/index.ts";
import { readFacts, writeFacts, type MunicipalityFacts } from "#platform/municipality/facts.ts";
import { municipality, type Municipality } from "#platform/municipality/schema.ts";
import { invalid, notFound } from "#platform/operations/refusal.ts";
import type { Setting, Value } from "#platform/settings/setting.ts";

/** Everything here stands in the one row of the municipality: its key. */
export const only = "municipality";

type Facts = Municipality;

/** A part of the municipality's facts as flat fields. */
function part(spec: {
  kind: string;
  moves: readonly string[];
  of(facts: Facts): Value;
  into(facts: Facts, value: Value): Facts;
  check?(value: Value): void;
  name: Record<"da" | "en", string>;
}): Setting {
  return {
    kind: spec.kind,
    moves: spec.moves,
    read: async (db, key, lock) => (key === only ? spec.of((await readFacts(db, lock)).municipality) : undefined),
    async write(tx, _key, next) {
      if (next === undefined) throw notFound();
      const facts: MunicipalityFacts = await readFacts(tx, true);
      await writeFacts(tx, { ...facts, municipality: spec.into(facts.municipality, next) });
    },
    async check(tx, _key, next) {
      if (!next) return;
      spec.check?.(next);
      // What the facts themselves cannot hold is said at its field, whatever the form let through.
      const whole = municipality.safeParse(spec.into((await readFacts(tx, true)).municipality, next));
      if (!whole.success) throw invalid(Object.fromEntries(whole.error.issues.map(({ path }) => [fieldAt(path, next), "wrong"])));
    },
    name: () => spec.name,
  };
}

/** The field of a form that stands at a place in the facts. */
const fieldAt = (path: readonly PropertyKey[], value: Value): string =>
  path.map(String).findLast((name) => name in value) ?? Object.keys(value)[0] ?? "";

const text = (value: Value, field: string): string => String(value[field] ?? "");

export const identity = part({
  kind: "identity",
  moves: ["site", "idea"],
  name: { da: "navn og telefon", en: "name and telephone" },
  of: ({ name, place, secretariat }) => ({ name, place, phone: secretariat.phone, email: secretariat.email }),
  into: (facts, value) => ({
    ...facts,
    name: text(value, "name"),
    place: text(value, "place"),
    secretariat: { ...facts.secretariat, phone: text(value, "phone"), email: text(value, "email") },
  }),
});

export const promises = part({
  kind: "deadlines",
  moves: ["site", "area"],
  name: { da: "fælles frister", en: "common deadlines" },
  of: ({ deadlines: { lookDays, acknowledgeDays, answerDays, remindDays } }) => ({ lookDays, acknowledgeDays, answerDays, remindDays }),
  into: (facts, value) => ({
    ...facts,
    deadlines: {
      ...facts.deadlines,
      lookDays: Number(value["lookDays"]),
      acknowledgeDays: Number(value["acknowledgeDays"]),
      answerDays: Number(value["answerDays"]),
      remindDays: Number(value["remindDays"]),
    },
  }),
  check(value) {
    if (Number(value["acknowledgeDays"]) > Number(value["answerDays"])) throw invalid({ answerDays: "before-acknowledging" });
  },
});

/** The colours that are chosen, and the field of each in light and in dark. */
export const colourFields = {
  fjord: ["fjordLight", "fjordDark"],
  "fjord-tint": ["fjordTintLight", "fjordTintDark"],
  thread: ["threadLight", "threadDark"],
  "thread-tint": ["threadTintLight", "threadTintDark"],
} as const;

export const look = part({
  kind: "look",
  moves: ["site"],
  name: { da: "ordmærke og farver", en: "word mark and colours" },
  of: ({ wordMark, colours }) => ({
    wordMark: wordMark.name,
    beside: wordMark.beside,
    fjordLight: colours.fjord.light,
    fjordDark: colours.fjord.dark,
    fjordTintLight: colours.fjordTint.light,
    fjordTintDark: colours.fjordTint.dark,
    threadLight: colours.thread.light,
    threadDark: colours.thread.dark,
    threadTintLight: colours.threadTint.light,
    threadTintDark: colours.threadTint.dark,
  }),
  into: (facts, value) => ({
    ...facts,
    wordMark: { name: text(value, "wordMark"), beside: text(value, "beside") },
    colours: {
      fjord: { light: text(value, "fjordLight"), dark: text(value, "fjordDark") },
      fjordTint: { light: text(value, "fjordTintLight"), dark: text(value, "fjordTintDark") },
      thread: { light: text(value, "threadLight"), dark: text(value, "threadDark") },
      threadTint: { light: text(value, "threadTintLight"), dark: text(value, "threadTintDark") },
    },
  }),
  // Nobody saves a colour that somebody cannot read.
  check(value) {
    const faults = weakIn(value);
    if (faults.length > 0) throw invalid(Object.fromEntries(faults.map(({ token, side }) => [colourFields[token][side], "contrast"])));
  },
});

/** What could not be read with the colours of a value. Colours that are none are not measured: they are refused before. */
export function weakIn(value: Value): Weak[] {
  const fields = Object.values(colourFields).flat();
  if (!fields.every((field) => /^#[0-9a-f]{6}$/.test(text(value, field)))) return [];
  return weakOf(coloursIn(value));
}

export const coloursIn = (value: Value): OwnColours => {
  const pair = ([light, dark]: readonly [string, string]) => [text(value, light), text(value, dark)] as const;
  return {
    fjord: pair(colourFields.fjord),
    "fjord-tint": pair(colourFields["fjord-tint"]),
    thread: pair(colourFields.thread),
    "thread-tint": pair(colourFields["thread-tint"]),
  };
};
