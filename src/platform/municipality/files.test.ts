// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { isWorkingDay } from "#platform/clock/working-days.ts";
import { OperatorError } from "#platform/config/sentence.ts";
import { root } from "#platform/root.ts";
import { loadDemo } from "./load-demo.ts";
import { loadMunicipality } from "./load.ts";

const folder = join(root, "municipalities/0730-randers");

test("the first municipality's files fit: five areas, all its places, about forty themes", () => {
  const files = loadMunicipality(folder);
  const demo = loadDemo(folder, files);
  assert.equal(files.areas.length, 5);
  assert.equal(files.localities.length, 31);
  assert.ok(files.themes.length >= 40 && files.themes.length <= 50);
  assert.deepEqual(
    files.policy.commitments.map(({ id }) => id),
    Array.from({ length: 73 }, (_, at) => at + 1),
  );
  assert.equal(files.examples.length, 5);
  assert.ok(demo.people.length >= 30 && demo.ideas.length >= 30);
  assert.ok(demo.posts.length >= 150 && demo.introductions.length >= 70);
});

test("a closed day is one that would have been open", () => {
  for (const { day, name } of loadMunicipality(folder).municipality.closedDays) assert.ok(isWorkingDay(day), `${name} ${day}`);
});

test("no everyday word points to two areas", () => {
  const words = loadMunicipality(folder).areas.flatMap(({ keywords }) => keywords);
  assert.deepEqual(
    words.filter((word, at) => words.indexOf(word) !== at),
    [],
  );
});

test("the stream runs from one side of the municipality to the other without leaps", () => {
  const { line } = loadMunicipality(folder).water;
  for (const [at, [lat, lon]] of line.entries()) {
    const [nextLat, nextLon] = line[at + 1] ?? [lat, lon];
    assert.ok(Math.hypot((nextLat - lat) * 111, (nextLon - lon) * 61) < 6, `after point ${at}`);
  }
});

type Fault = { file: string; from: string; to: string; says: RegExp };
const faults: readonly Fault[] = [
  {
    file: "municipality.json",
    from: '"acknowledgeDays": 3',
    to: '"acknowledgeDays": "tre"',
    says: /municipality\.json, deadlines\.acknowledgeDays: .*number/,
  },
  {
    file: "municipality.json",
    from: "2025-06-05",
    to: "2025-06-31",
    says: /municipality\.json, closedDays\[1\]\.day: write a day of the calendar/,
  },
  {
    file: "areas.json",
    from: '"deputy": "bo"',
    to: '"deputy": "signe"',
    says: /areas\.json, \[3\]\.deputy: choose somebody else than the contact person/,
  },
  { file: "areas.json", from: '"børn"', to: '"barn"', says: /areas\.json, \[0\]\.keywords: take out "barn" where it stands twice/ },
  {
    file: "areas.json",
    from: '"contactPerson": "signe"',
    to: '"contactPerson": "sine"',
    says: /areas\.json, \[3\]: "sine" is not known: write the key of a person/,
  },
  { file: "localities.json", from: '"slug": "langaa"', to: '"slug": "Langå"', says: /localities\.json, \[1\]\.slug: write small letters/ },
  {
    file: "localities.json",
    from: '"slug": "langaa"',
    to: '"slug": "randers-c"',
    says: /localities\.json, slug: "randers-c" stands twice/,
  },
  { file: "themes.json", from: '"pattern": "twill"', to: '"pattern": "tartan"', says: /themes\.json, \[\d+\]\.pattern: / },
  {
    file: "themes.json",
    from: '"parent": "idraet"',
    to: '"parent": "sport"',
    says: /themes\.json, \[\d+\]\.parent: "sport" is not known: write a theme without a parent/,
  },
  {
    file: "policy.json",
    from: '"section": "Roller"',
    to: '"section": "Rolle"',
    says: /policy\.json, commitments\[\d+\]\.section: "Rolle" is not known/,
  },
  { file: "water.json", from: '"line"', to: '"lines"', says: /water\.json(?:, line)?: / },
  { file: "committees.json", from: '"terms"', to: "terms", says: /committees\.json: is not JSON/ },
  {
    file: "demo/people.json",
    from: "karen@example.dk",
    to: "karen@randers.dk",
    says: /people\.json, \[0\]\.email: write an address at example\.dk/,
  },
  { file: "demo/ideas.json", from: '"author": "amira"', to: '"author": "amina"', says: /ideas\.json, \[0\]\.author: "amina" is not known/ },
  { file: "demo/ideas.json", from: '"status": "we-do-it"', to: '"status": "yes"', says: /ideas\.json, \[0\]\.answers\[0\]\.status: / },
  {
    file: "demo/ideas.json",
    from: '"daysAfter": 9',
    to: '"daysAfter": 1',
    says: /ideas\.json, \[0\] vandpost-paa-oestervold: acknowledge before answering/,
  },
  {
    file: "demo/posts.json",
    from: '"author": "susanne"',
    to: '"author": "suzanne"',
    says: /posts\.json, \[0\]\.author: "suzanne" is not known/,
  },
  {
    file: "demo/posts.json",
    from: '"organisation": "tal-og-te"',
    to: '"organisation": "nordlys"',
    says: /posts\.json, \[0\] regnskab-med-te: let somebody write who speaks for nordlys/,
  },
  {
    file: "demo/posts.json",
    from: ',\n    "looked": { "daysAgo": 206, "hour": 12 }',
    to: "",
    says: /posts\.json, \[0\] regnskab-med-te: say when a broker "looked"/,
  },
  {
    file: "demo/posts.json",
    from: '"what": "resumed"',
    to: '"what": "paused"',
    says: /hal-med-streger-i-tre-farver: it was paused and cannot be paused then/,
  },
  {
    file: "demo/posts.json",
    from: '"quantity": 40',
    to: '"quantity": 11',
    says: /egeplanker: 12 were taken of 11: put a quantity right/,
  },
  {
    file: "demo/posts.json",
    from: '"partyName": "Jytte"',
    to: '"organisation": "nordlys"',
    says: /posts\.json, \[\d+\]\.partyKind: write partyName and partyKind together/,
  },
  {
    file: "demo/posts.json",
    from: '"forIdea": "boerneradio-fra-klubben"',
    to: '"forIdea": "radio"',
    says: /posts\.json, \[\d+\]\.forIdea: "radio" is not known: write an idea's key/,
  },
  {
    file: "demo/posts.json",
    from: '"forIdea": "boerneradio-fra-klubben"',
    to: '"forIdea": "computer-til-lektierne"',
    says: /en-der-ved-noget-om-radio: say what an idea lacks after it was told/,
  },
  {
    file: "demo/posts.json",
    from: '"forIdea": "boerneradio-fra-klubben"',
    to: '"forIdea": "mellerup-langs-vandet"',
    says: /en-der-ved-noget-om-radio: let it be for an idea that can come to something/,
  },
  {
    file: "demo/introductions.json",
    from: '"need": "inde-torsdag-aften"',
    to: '"need": "kantine-efter-fire"',
    says: /introductions\.json, \[0\]\.need: "kantine-efter-fire" is not known: write the key of a need/,
  },
  {
    file: "demo/introductions.json",
    from: '"sent": { "daysAgo": 146, "hour": 10.4 }',
    to: '"sent": { "daysAgo": 152, "hour": 10.4 }',
    says: /introductions\.json, \[0\] aasvinget-hos-nordlys: inde-torsdag-aften was unsent when it was proposed/,
  },
  {
    file: "demo/introductions.json",
    from: '"sent": { "daysAgo": 146, "hour": 10.4 }',
    to: '"sent": { "daysAgo": 30, "hour": 10.4 }',
    says: /aasvinget-hos-nordlys: inde-torsdag-aften was fulfilled when it was proposed/,
  },
  {
    file: "demo/introductions.json",
    from: '"broker": "lone"',
    to: '"broker": "karen"',
    says: /aasvinget-hos-nordlys: let the secretariat be the broker/,
  },
  {
    file: "demo/introductions.json",
    from: '"daysAgo": 145, "hour": 21.7, "yes": true',
    to: '"daysAgo": 140, "hour": 21.7, "yes": true',
    says: /aasvinget-hos-nordlys: let each step come later than the one before/,
  },
  {
    file: "demo/introductions.json",
    from: '"daysAgo": 145, "hour": 21.7, "yes": true, "phone": "12 34 56 41"',
    to: '"daysAgo": 145, "hour": 21.7, "yes": false',
    says: /aasvinget-hos-nordlys: agree only after both have said yes/,
  },
  {
    file: "demo/introductions.json",
    from: '"yes": false',
    to: '"yes": false, "phone": "12 34 56 41"',
    says: /introductions\.json, \[\d+\]\.replies\[1\]: Unrecognized key: "phone"/,
  },
  {
    file: "demo/introductions.json",
    from: '"phone": "12 34 56 81", "by": "lone"',
    to: '"email": true, "by": "lone"',
    says: /torben-og-ebba: share no e-mail of somebody who has none/,
  },
  {
    file: "demo/introductions.json",
    from: '"inDays": -137',
    to: '"inDays": 3',
    says: /aasvinget-hos-nordlys: say how it went after the agreed day/,
  },
];

for (const { file, from, to, says } of faults) {
  test(`a fault planted in ${file} (${from} → ${to}) stops the start and is named`, (context) => {
    const copy = mkdtempSync(join(tmpdir(), "municipality-"));
    context.after(() => rmSync(copy, { recursive: true }));
    cpSync(folder, copy, { recursive: true });
    const text = readFileSync(join(copy, file), "utf8");
    assert.ok(text.includes(from), "the fault must hit something");
    writeFileSync(join(copy, file), text.replace(from, to));
    assert.throws(
      () => loadDemo(copy, loadMunicipality(copy)),
      (error) => {
        assert.ok(error instanceof OperatorError);
        assert.match(error.sentence, says);
        assert.match(error.sentence, /Put that right and start again; nothing was loaded\.$/);
        return true;
      },
    );
  });
}

test("a file that is not there is named", (context) => {
  const copy = mkdtempSync(join(tmpdir(), "municipality-"));
  context.after(() => rmSync(copy, { recursive: true }));
  assert.throws(() => loadMunicipality(copy), /municipality\.json: cannot be read: the file must be there/);
});
