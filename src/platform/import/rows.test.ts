// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { OperatorError } from "#platform/config/sentence.ts";
import type { Columns } from "./columns.ts";
import { readRows, type Row } from "./rows.ts";

const folder = mkdtempSync(join(tmpdir(), "rows-"));
after(() => rmSync(folder, { recursive: true }));

const columns: Columns = [
  { field: "title", names: ["titel", "title"], required: true },
  { field: "text", names: ["tekst", "text"] },
  { field: "where", names: ["sted", "place"] },
];

async function read(name: string, content: string | Buffer): Promise<{ rows: Row[]; unused: string[] }> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { rows, unused } = await readRows(file, columns);
  return { rows: await all(rows), unused };
}
async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}

const refuses = (name: string, content: string | Buffer, sentence: RegExp) =>
  assert.rejects(
    read(name, content),
    (error) => error instanceof OperatorError && sentence.test(error.sentence) && error.sentence.includes("Intet er hentet"),
  );

test("a file from Excel is read: byte order mark, semicolons, CRLF, quotes over several lines, Danish and English names", async () => {
  const { rows, unused } = await read(
    "a.csv",
    '\ufeffTitel;Place;TEKST ;stemmer\r\nEn bænk;Langå;"Den siger ""av""\r\nog mere; endnu";7\r\n;;;\r\nTo;;x;8\r\n',
  );
  assert.deepEqual(rows, [
    { line: 2, fields: { title: "En bænk", where: "Langå", text: 'Den siger "av"\r\nog mere; endnu' } },
    { line: 5, fields: { title: "To", where: "", text: "x" } },
  ]);
  assert.deepEqual(unused, ["stemmer"]);
});

test("commas are read as well as semicolons and tabs", async () => {
  for (const sign of [",", ";", "\t"]) {
    const { rows } = await read("b.csv", [`titel${sign}tekst`, `A${sign}B`].join("\n"));
    assert.deepEqual(rows, [{ line: 2, fields: { title: "A", text: "B" } }]);
  }
});

test("a line with too many or too few fields is refused by itself", async () => {
  const { rows } = await read("c.csv", "titel,tekst\nA,B,C\nD\nE,F\n");
  assert.deepEqual(rows, [
    { line: 2, unreadable: "columns" },
    { line: 3, unreadable: "columns" },
    { line: 4, fields: { title: "E", text: "F" } },
  ]);
});

test("what spoils the whole file is said before the first row, with what to do", async () => {
  await refuses("latin1.csv", Buffer.from("titel,tekst\nB\xe6nk,Ved \xe5en\n", "latin1"), /Linje 2 er ikke skrevet i UTF-8.*CSV UTF-8/);
  await refuses("utf16.csv", Buffer.from("\ufefftitel,tekst\n", "utf16le"), /Linje 1 er ikke skrevet i UTF-8/);
  await refuses("quote.csv", 'titel,tekst\nA,B\nC,"aldrig lukket\nD,E\n', /anførselstegn i linje 3/);
  await refuses("swallow.csv", `titel,tekst\nA,"${"x".repeat(200_000)}`, /anførselstegn/);
  await refuses("odd.csv", 'titel,tekst\nA,b"c"d\n', /Linje 2 kan ikke læses/);
  await refuses("untitled.csv", "navn,tekst\nA,B\n", /mangler kolonnen »titel«.*navn, tekst/);
  await refuses("twice.csv", "titel,title\nA,B\n", /»titel« og »title« siger det samme/);
  await refuses("empty.csv", "", /tom/);
  await refuses("a.xlsx", "PK", /hverken på .csv eller .jsonl/);
});

test("JSON Lines: what is no object is refused by itself, numbers and nulls are read", async () => {
  const { rows, unused } = await read(
    "d.jsonl",
    '\ufeff{"title":"A","text":12,"stemmer":3}\n\nikke json\n[1]\n{"titel":"B","sted":null}\n"x"\n',
  );
  assert.deepEqual(rows, [
    { line: 1, fields: { title: "A", text: "12" } },
    { line: 3, unreadable: "json" },
    { line: 4, unreadable: "not-an-object" },
    { line: 5, fields: { title: "B" } },
    { line: 6, unreadable: "not-an-object" },
  ]);
  assert.deepEqual(unused, ["stemmer"]);
  const { rows: long } = await read("e.jsonl", `{"title":"${"x".repeat(150_000)}"}\n{"title":"C"}`);
  assert.deepEqual(long, [
    { line: 1, unreadable: "too-long" },
    { line: 2, fields: { title: "C" } },
  ]);
});

test("names from a foreign file never become anything but fields", async () => {
  const { rows } = await read("f.jsonl", '{"__proto__":{"title":"x"},"constructor":1,"title":"A"}');
  assert.deepEqual(rows, [{ line: 1, fields: { title: "A" } }]);
});

const cell = fc.string({ unit: fc.constantFrom("a", "æ", '"', ";", ",", "\n", "\r\n", "\t", " ", "𝄞", "="), maxLength: 12 });

test("whatever is written by the rules of RFC 4180 is read as it was", async () => {
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom("A", "B").chain((a) => cell.map((b) => a + b)),
          cell,
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.constantFrom(",", ";", "\t"),
      fc.boolean(),
      async (table, sign, bom) => {
        const body = [["titel", "tekst"], ...table].map((row) => row.map(quoted).join(sign)).join("\r\n");
        const { rows } = await read("g.csv", (bom ? "\ufeff" : "") + body);
        assert.deepEqual(
          rows.map((row) => ("fields" in row ? [row.fields["title"], row.fields["text"]] : row)),
          table,
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("no bytes whatever bring the reader down: rows come, or one sentence", async () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((tail) => Buffer.concat([Buffer.from("titel,tekst\n"), tail]));
  const signs = fc
    .string({ unit: fc.constantFrom('"', ",", "\n", "\r", "{", "}", ":", "a", "\0"), maxLength: 60 })
    .map((tail) => `titel,tekst\n${tail}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, signs), fc.constantFrom("h.csv", "h.jsonl"), async (content, name) => {
      await read(name, Buffer.from(content)).catch((error: unknown) => {
        if (!(error instanceof OperatorError)) throw error;
      });
    }),
    { numRuns: 300 },
  );
});
