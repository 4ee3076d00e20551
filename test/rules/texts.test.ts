// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import test from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { languages } from "#platform/i18n/i18n.ts";
import { allFiles, isTest, type File } from "./files.ts";

type Texts = Record<string, string>;
type Place = { folder: string; texts: Record<string, Texts>; code: string };

const files = allFiles();
const places = placesOf(files);

test("every text is there in every language, and says something", () => {
  assert.ok(places.length >= 5, `only ${places.length} folders with texts were found`);
  assert.deepEqual(places.flatMap(incomplete), []);
  const place = (da: Texts, en: Texts): Place => ({ folder: "src/features/x", texts: { da, en }, code: "" });
  assert.deepEqual(
    incomplete(place({ "a.b": "Hej", "a.c": "Du" }, { "a.b": "" })),
    ["src/features/x en: a.b says nothing", "src/features/x en: a.c is missing"],
    "red",
  );
});

test("a text takes the same names in every language", () => {
  assert.deepEqual(places.flatMap(unlike), []);
  const place = (da: string, en: string): Place => ({ folder: "x", texts: { da: { k: da }, en: { k: en } }, code: "" });
  assert.equal(unlike(place("Hej {name}", "Hi {nane}")).length, 1, "red: a wrong name");
  assert.equal(unlike(place("Se <a>her</a>", "See here")).length, 1, "red: a lost link");
  assert.equal(unlike(place("Hej {name", "Hi {name}")).length, 1, "red: not a message");
  assert.equal(unlike(place("{n, plural, one {én} other {# af {all}}}", "{n, plural, one {one} other {# of {all}}}")).length, 0);
});

test("no text lies there unused", () => {
  const everywhere = files
    .filter(isCodeOfProduct)
    .map(({ text }) => text)
    .join("\n");
  assert.deepEqual(
    places.flatMap((place) => unused(place, everywhere)),
    [],
  );
  const place: Place = {
    folder: "src/features/x",
    texts: {
      da: {
        "a.used": "1",
        "a.lost": "2",
        "s.open": "3",
        "error.title.required": "4",
        "error.gone.required": "5",
        "refused.late": "6",
        "refused.never": "7",
      },
    },
    code: 't("a.used"); t(`s.${state}`); z.object({ title: text() }); new Refusal(409, "late")',
  };
  assert.deepEqual(
    unused(place, place.code),
    ["src/features/x: a.lost", "src/features/x: error.gone.required", "src/features/x: refused.never"],
    "red",
  );
});

test("no words for people stand in the code of a page", () => {
  const pages = files.filter((file) => isCodeOfProduct(file) && file.path.endsWith(".tsx") && !/^src\/design\/gallery/i.test(file.path));
  assert.ok(pages.length >= 20, `only ${pages.length} pages were looked at`);
  assert.deepEqual(pages.flatMap(hardCoded), []);
  assert.deepEqual(hardCoded({ path: "a.tsx", text: "// på dansk\nconst x = <p>Tilføj</p>;" }), ["a.tsx:2 Tilføj"], "red");
});

function isCodeOfProduct(file: File): boolean {
  return /^src\/.*\.tsx?$/.test(file.path) && !isTest(file);
}

/** Folders with a `locales` in them, and the code that says their texts. */
function placesOf(all: File[]): Place[] {
  const folders = new Set(all.flatMap(({ path }) => /^(src\/.*)\/locales\/[a-z]{2}\.json$/.exec(path)?.[1] ?? []));
  return [...folders].map((folder) => ({
    folder,
    texts: Object.fromEntries(languages.map((lang) => [lang, read(all.find(({ path }) => path === `${folder}/locales/${lang}.json`))])),
    code: all
      .filter((file) => isCodeOfProduct(file) && (folder === "src/platform" || file.path.startsWith(`${folder}/`)))
      .map(({ text }) => text)
      .join("\n"),
  }));
}

function read(file: File | undefined): Texts {
  return file ? Object.fromEntries(Object.entries(Object(JSON.parse(file.text))).map(([key, text]) => [key, String(text)])) : {};
}

function incomplete({ folder, texts }: Place): string[] {
  const keys = [...new Set(Object.values(texts).flatMap((table) => Object.keys(table)))].toSorted();
  return Object.entries(texts).flatMap(([lang, table]) =>
    keys.flatMap((key) =>
      table[key] === undefined
        ? [`${folder} ${lang}: ${key} is missing`]
        : table[key].trim() === ""
          ? [`${folder} ${lang}: ${key} says nothing`]
          : [],
    ),
  );
}

function unlike({ folder, texts }: Place): string[] {
  const { da = {}, ...others } = texts;
  return Object.entries(da).flatMap(([key, text]) =>
    Object.entries(others).flatMap(([lang, table]) => {
      const [mine, theirs] = [namesIn(text), namesIn(table[key] ?? text)];
      return mine === theirs ? [] : [`${folder} ${lang}: ${key} takes ${theirs}, in Danish ${mine}`];
    }),
  );
}

/** Arguments and tags of a message, sorted. */
function namesIn(message: string): string {
  try {
    const names = new Set<string>();
    collect(new IntlMessageFormat(message, "da").getAst(), names);
    return [...names].toSorted().join(" ");
  } catch (error) {
    return `"${message}", which is no message (${String(error)})`;
  }
}

/** A node of a message is text (0), an argument (1–6), # (7) or a tag (8); it may hold others in `children` or `options`. */
function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if ("type" in node && "value" in node && typeof node.type === "number" && node.type !== 0)
    names.add(node.type === 8 ? `<${String(node.value)}>` : String(node.value));
  for (const inside of Object.values(node)) collect(inside, names);
}

/** Keys that nothing says: not by name, by a template, as a field's error or as a refusal. */
function unused({ folder, texts, code }: Place, everywhere: string): string[] {
  const templates = [...code.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)].flatMap(([, text = ""]) => asPattern(text));
  const isSaid = (key: string): boolean =>
    code.includes(`"${key}"`) ||
    templates.some((pattern) => pattern.test(key)) ||
    isError(key, code, everywhere) ||
    isRefusal(key, everywhere);
  return Object.keys(texts["da"] ?? {})
    .filter((key) => !isSaid(key))
    .map((key) => `${folder}: ${key}`);
}

/** "status.${x}.long" → /^status\..+\.long$/; a template that says too little of its key counts for none. */
function asPattern(template: string): RegExp[] {
  const parts = template.split(/\$\{[^}]*\}/);
  const fixed = parts.join("");
  if (!/^[\w.-]+$/.test(fixed) || !fixed.includes(".") || /^(error|refused)\.+$/.test(fixed)) return [];
  return [new RegExp(`^${parts.map((part) => part.replaceAll(/[.-]/g, "\\$&")).join(".+")}$`)];
}

function isError(key: string, code: string, everywhere: string): boolean {
  const [, field, kind] = /^error\.(?:(\w+)\.)?([\w-]+)$/.exec(key) ?? [];
  if (kind === undefined) return false;
  const knownKind = ["required", "too-short", "too-long", "wrong", "unknown", "email"].includes(kind) || everywhere.includes(`"${kind}"`);
  return knownKind && (field === undefined || new RegExp(`\\b${field}:|name="${field}"`).test(code));
}

const isRefusal = (key: string, everywhere: string): boolean =>
  key.startsWith("refused.") && everywhere.includes(`"${key.slice("refused.".length)}"`);

const comments = /\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm;

/** Danish letters in what is no comment. */
const hardCoded = ({ path, text }: File): string[] =>
  text
    .replaceAll(comments, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .split("\n")
    .flatMap((line, index) => {
      const word = /[\p{L}]*[æøåÆØÅ][\p{L}]*/u.exec(line)?.[0];
      return word === undefined ? [] : [`${path}:${index + 1} ${word}`];
    });
