// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import fc from "fast-check";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { prepareDataDir } from "./data-dir.ts";
import { settings } from "./settings.ts";

type Env = Record<string, string | undefined>;

/** A folder with one municipality, and a reader of settings in it. */
function place(t: TestContext): { cwd: string; municipalities: string; config: (env: Env) => Config } {
  const cwd = mkdtempSync(join(tmpdir(), "config-"));
  t.after(() => rmSync(cwd, { recursive: true, force: true }));
  const municipalities = join(cwd, "municipalities");
  mkdirSync(join(municipalities, "0730-randers"), { recursive: true });
  return { cwd, municipalities, config: (env) => readConfig(env, { cwd, municipalities }) };
}

/** One sentence: one line, one full stop at its end, and something to do after the colon. */
const sentence = /^[^\n]+: [^\n]+\.$/;

test("with no settings it is a demo on this machine alone, with its own database", (t) => {
  const { cwd, config } = place(t);
  assert.deepEqual(config({}), {
    port: 3000,
    host: "127.0.0.1",
    baseUrl: "http://localhost:3000",
    databaseUrl: undefined,
    dataDir: join(cwd, "data"),
    secretFile: join(cwd, "data", "secret"),
    municipality: "0730-randers",
    demo: true,
    smtpUrl: undefined,
    mailFrom: "Medborger <medborger@localhost>",
    web: true,
    worker: true,
    trustProxy: [],
    namedStatements: true,
    logLevel: "warn",
  });
});

test("every setting is used as it was given, and an empty one counts as none", (t) => {
  const { cwd, config } = place(t);
  const env: Env = {
    PORT: "0",
    HOST: "0.0.0.0",
    BASE_URL: "https://medborger.example.dk/",
    DATABASE_URL: "postgresql://u:p@db/medborger",
    DATA_DIR: "elsewhere",
    SECRET_FILE: "/run/secret",
    MUNICIPALITY: "0730-randers",
    DEMO: "0",
    DEMO_PUBLIC: "0",
    SMTP_URL: "smtps://mail.example.dk",
    MAIL_FROM: "Randers <medborger@example.dk>",
    ROLE: "worker",
    TRUST_PROXY: "127.0.0.1, 10.0.0.0/8,fd00::/8",
    NAMED_STATEMENTS: "0",
    LOG_LEVEL: "warn",
  };
  assert.deepEqual(
    Object.keys(env).toSorted(),
    settings.map(({ name }) => name).toSorted(),
    "the list that the documentation is checked against is whole",
  );
  assert.deepEqual(config(env), {
    port: 0,
    host: "0.0.0.0",
    baseUrl: "https://medborger.example.dk",
    databaseUrl: "postgresql://u:p@db/medborger",
    dataDir: join(cwd, "elsewhere"),
    secretFile: "/run/secret",
    municipality: "0730-randers",
    demo: false,
    smtpUrl: "smtps://mail.example.dk",
    mailFrom: "Randers <medborger@example.dk>",
    web: false,
    worker: true,
    trustProxy: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"],
    namedStatements: false,
    logLevel: "warn",
  });
  assert.deepEqual(config(Object.fromEntries(settings.map(({ name }) => [name, " "]))), config({}));
  assert.equal(
    config({ DATABASE_URL: "postgresql:///medborger?host=/var/run/postgresql" }).databaseUrl,
    "postgresql:///medborger?host=/var/run/postgresql",
  );
});

const wrong: [string, Env, RegExp][] = [
  ["a port that is no number", { PORT: "http" }, /^PORT .* from 0 to 65535/],
  ["a port too large", { PORT: "65536" }, /^PORT/],
  ["a database of another kind", { DATABASE_URL: "mysql://u:hemmelig@h/d" }, /^DATABASE_URL .* postgresql:/],
  ["an address with a path", { BASE_URL: "https://x.dk/medborger" }, /^BASE_URL must be scheme and host alone/],
  ["an address without TLS in real use", { BASE_URL: "http://x.dk", DEMO: "0" }, /^BASE_URL must begin with https/],
  ["a demo open to other machines", { HOST: "0.0.0.0" }, /^HOST=0\.0\.0\.0 would show the demo.*DEMO_PUBLIC=1/],
  ["a yes that is not 1", { DEMO: "true" }, /^DEMO .* 1 or 0/],
  ["mail without a sender", { SMTP_URL: "smtp://h" }, /^MAIL_FROM must be set/],
  ["a sender that smuggles a header", { MAIL_FROM: "a@b.dk\r\nBcc: c@d.dk" }, /^MAIL_FROM holds a line break/],
  ["a role that does not exist", { ROLE: "web,kiosk" }, /^ROLE .* web, worker/],
  ["a municipality that is not there", { MUNICIPALITY: "../../etc" }, /^MUNICIPALITY .* 0730-randers/],
  ["trust in everybody", { TRUST_PROXY: "0.0.0.0/0" }, /^TRUST_PROXY/],
  ["a network too narrow", { TRUST_PROXY: "10.0.0.0/33" }, /^TRUST_PROXY/],
  ["a log level that does not exist", { LOG_LEVEL: "loud" }, /^LOG_LEVEL .* trace or silent/],
];

for (const [what, env, expected] of wrong) {
  test(`${what} is refused with one sentence that says what to do`, (t) => {
    const { config } = place(t);
    assert.throws(
      () => config(env),
      (error) =>
        error instanceof ConfigError && error.sentence === error.message && expected.test(error.message) && sentence.test(error.message),
    );
  });
}

test("no value of any setting gives anything but a configuration or one sentence, and no password is repeated", (t) => {
  const { config } = place(t);
  let refused = 0;
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "1",
      "0",
      "web",
      "-1",
      "1e3",
      "::",
      "http://",
      "postgres://u:hemmelig@[",
      "smtp://",
      "a@b",
      "\0",
      "\n",
      "/",
      "%",
      "0730-randers",
      "10.0.0.0/08",
      "../",
    ),
  );
  const value = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...settings.map(({ name }) => name)), value), (env) => {
      try {
        config(env);
      } catch (error) {
        refused += 1;
        assert.ok(error instanceof ConfigError, String(error));
        assert.match(error.message, sentence);
        assert.ok(!error.message.includes("hemmelig"));
      }
    }),
    { numRuns: 2_000 },
  );
  assert.ok(refused > 500, `only ${refused} were refused: the values are too tame to show anything`);
});

test("a folder used for real never becomes a demo, not even by forgetting to say so", (t) => {
  const { cwd, config } = place(t);
  const dataDir = join(cwd, "data");
  prepareDataDir(config({}));
  assert.equal(config({}).demo, true, "a demo stays one");
  prepareDataDir(config({ DEMO: "0" }));
  assert.equal(readFileSync(join(dataDir, "demo"), "utf8"), "0\n");
  assert.equal(config({}).demo, false);
  assert.throws(() => config({ DEMO: "1" }), /would let anyone log in as anyone in .* remove DEMO, or set DATA_DIR/);
  assert.equal(config({ DATA_DIR: "new" }).demo, true);
  rmSync(join(dataDir, "demo"));
  mkdirSync(join(dataDir, "postgres"));
  assert.equal(config({}).demo, false, "a database without the note is taken for real");
  writeFileSync(join(dataDir, "demo"), "garbage");
  assert.equal(config({}).demo, false);
});

test("with a database of one's own it is never a demo by default", (t) => {
  const { config } = place(t);
  assert.equal(config({ DATABASE_URL: "postgres://h/d" }).demo, false);
  assert.equal(config({ DATABASE_URL: "postgres://h/d", DEMO: "1" }).demo, true);
});

test("among several municipalities one must be chosen", (t) => {
  const { municipalities, config } = place(t);
  mkdirSync(join(municipalities, "0751-aarhus"));
  assert.throws(() => config({}), /set it to 0730-randers or 0751-aarhus\.$/);
  assert.equal(config({ MUNICIPALITY: "0751-aarhus" }).municipality, "0751-aarhus");
});
