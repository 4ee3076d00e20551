// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { render } from "#platform/html/render.ts";
import { Field, partyOf, Radios, Shell, SlotGrid, sprite, StatusLine, Thread, wholePage, type ShellProps } from "./index.ts";
import { Gallery } from "./Gallery.tsx";

const frame: Omit<ShellProps, "children"> = {
  lang: "da",
  title: "Idéer",
  header: { home: "/", municipality: "Nordby Kommune", nav: [], words: { mainNav: "Hovedmenu", tools: "Søg og konto", menuOf: "Menu" } },
  footer: { about: "", human: { title: "Ring", lines: [] }, links: { title: "Om", items: [] } },
  words: { skip: "Spring til indholdet" },
};
const page = (lang: string) =>
  wholePage(
    render(
      <Shell {...frame} lang={lang}>
        <Gallery lang={lang} />
      </Shell>,
    ),
  );

test("a page carries the icons it shows, each once, and no others", () => {
  const html = wholePage(
    render(
      <Shell {...frame}>
        <StatusLine sign="late" words="Over tid" />
        <StatusLine sign="late" words="Over tid" />
      </Shell>,
    ),
  );
  assert.deepEqual(
    Array.from(html.matchAll(/<symbol id="([^"]*)"/g), (match) => match[1]),
    ["i-triangle-alert"],
  );
  assert.ok(html.startsWith('<!DOCTYPE html><html lang="da">') && html.endsWith("</svg></body></html>"));
});

test("words that only look like an icon add nothing", () => {
  assert.equal(sprite('<p>href=&quot;#i-search&quot;</p><use href="#i-toString"/>'), "");
});

test("only a page with pictures or charts fetches their stylesheet", () => {
  const plain = wholePage(
    render(
      <Shell {...frame}>
        <p>Hej</p>
      </Shell>,
    ),
  );
  // Another test of this process may have built the files: then the name carries its hash.
  const pictures = /\/assets\/pictures(?:-\w+)?\.css/;
  assert.doesNotMatch(plain, pictures);
  assert.match(page("da"), pictures);
});

for (const lang of ["da", "en"]) {
  test(`the page that shows the design has no id twice and every reference leads somewhere (${lang})`, () => {
    const html = page(lang);
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), (match) => match[1] ?? "");
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    const targets = Array.from(html.matchAll(/ (?:for|aria-labelledby|aria-describedby|href)="(?:#)?([^"/]*)"/g), (match) =>
      (match[1] ?? "").split(" "),
    ).flat();
    assert.deepEqual(
      targets.filter((target) => target !== "" && !ids.includes(target)),
      [],
    );
    assert.ok(ids.length > 40);
  });
}

test("the hint and the error of a field are read with it", () => {
  const html = render(<Field name="mail" label="E-mail" hint="Så får du svar" error="Der mangler et @" errorWord="Fejl:" />);
  assert.match(html, /<label for="mail">/);
  assert.match(html, /<input id="mail" name="mail" aria-describedby="mail-hint mail-error" aria-invalid="true"/);
});

test("the error summary's link to a group leads to its first choice", () => {
  const html = render(
    <Radios
      name="side"
      label="Du er"
      error="Vælg"
      choices={[
        { value: "a", text: "For" },
        { value: "b", text: "Imod" },
      ]}
    />,
  );
  assert.deepEqual(
    Array.from(html.matchAll(/<input [^>]*id="([^"]*)"/g), (match) => match[1]),
    ["side", "side-2"],
  );
});

test("each time of a week has a box that says its day and time, and the first has the field's own id", () => {
  const html = render(
    <SlotGrid
      name="slots"
      label="Hvornår?"
      days={[
        { value: "mon", text: "Mandag" },
        { value: "tue", text: "Tirsdag" },
      ]}
      times={[
        { value: "morning", text: "For\u00ADmiddag" },
        { value: "evening", text: "Aften" },
      ]}
      values={["tue-evening"]}
    />,
  );
  const boxes = Array.from(
    html.matchAll(/<input [^>]*id="([^"]*)"[^>]*value="([^"]*)"( checked)?[^>]*><span class="hidden-text">([^<]*)</g),
  );
  assert.deepEqual(
    boxes.map(([, ...said]) => said),
    [
      ["slots", "mon-morning", undefined, "Mandag Formiddag"],
      ["slots-2", "mon-evening", undefined, "Mandag Aften"],
      ["slots-3", "tue-morning", undefined, "Tirsdag Formiddag"],
      ["slots-4", "tue-evening", " checked", "Tirsdag Aften"],
    ],
  );
});

test("a party has the shape of what it is", () => {
  assert.deepEqual(["citizen", "business", "association", "local-council", "institution"].map(partyOf), [
    "person",
    "business",
    "association",
    "association",
    "association",
  ]);
});

test("a thread of more than six steps stands, also on a wide screen", () => {
  const steps = (count: number) => Array.from({ length: count }, () => ({ state: "done" as const, title: "Svar" }));
  assert.match(render(<Thread lying steps={steps(6)} />), /class="thread lying"/);
  assert.match(render(<Thread lying steps={steps(7)} />), /class="thread"/);
});

test("every class a part writes has a rule in the stylesheet", () => {
  const css = read("css", ".css");
  const written = Array.from((read("parts", ".tsx") + read("form", ".tsx")).matchAll(/class="([a-z][a-z0-9 -]*)"/g), (match) =>
    (match[1] ?? "").split(" "),
  ).flat();
  assert.deepEqual(
    [...new Set(written)].filter((name) => !new RegExp(`\\.${name}(?![a-z0-9-])`).test(css)),
    ["plain"],
  ); // "plain" only takes a list's bullets away, which any class does
});

function read(folder: string, ending: string): string {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("\n");
}
