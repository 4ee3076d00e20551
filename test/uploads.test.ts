// SPDX-License-Identifier: EUPL-1.2
// X23 for forms that bring files: whatever is sent, the server answers and keeps nothing half-made.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import fc from "fast-check";
import { photo } from "#platform/files/testing.ts";
import { openTestWorld, type TestWorld } from "./test-world.ts";

let t: TestWorld;
let folder: string;
let whole: Buffer;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "medborger-uploads-"));
  t = await openTestWorld({ env: { DATA_DIR: folder } });
  const { _key, _token } = await t.visitor().open("/ideer/ny");
  whole = form([
    [`name="_key"`, _key],
    [`name="_token"`, _token],
    [`name="title"`, "En bænk ved åen"],
    [`name="picture1"; filename="a.jpg"\r\nContent-Type: image/jpeg`, (await photo(60, 40)).toString("latin1")],
  ]);
});
after(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

const form = (parts: [head: string, body: string][]): Buffer =>
  Buffer.from(
    `${parts.map(([head, body]) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`).join("")}--b--\r\n`,
    "latin1",
  );

async function send(url: string, payload: Buffer, type = "multipart/form-data; boundary=b"): Promise<number> {
  const reply = await t.server.inject({ method: "POST", url, payload, headers: { "content-type": type, origin: t.address } });
  return reply.statusCode;
}
const halves = (): string[] => {
  try {
    return readdirSync(join(folder, "files/half"));
  } catch {
    return [];
  }
};

test("X23 no form with files, however broken, brings the server down or leaves anything half-made", async () => {
  const broken = fc.oneof(
    fc.nat(whole.length).map((at) => whole.subarray(0, at)),
    fc
      .tuple(fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }))
      .map(([at, bytes]) => Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)])),
    fc.tuple(fc.nat(whole.length), fc.nat(60)).map(([at, length]) => Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)])),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );
  const types = fc.constantFrom(
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary="b"; charset=utf-16',
    "multipart/mixed; boundary=b",
  );
  const urls = fc.constantFrom("/ideer/ny", "/en/ideer/ny", "/api/v1/files");
  await fc.assert(
    fc.asyncProperty(urls, broken, types, async (url, body, type) => {
      const status = await send(url, body, type);
      assert.ok(status < 500, `${url} answered ${status}`);
    }),
    { numRuns: 150 },
  );
  assert.deepEqual(halves(), []);
});

test("too many fields, files or letters, and names that mean something to the language, are refused or left out", async () => {
  const many = (count: number, head: (at: number) => string): Buffer => form(Array.from({ length: count }, (_, at) => [head(at), "x"]));
  for (const body of [
    many(200, (at) => `name="f${at}"`),
    many(10, (at) => `name="picture1"; filename="${at}.jpg"`),
    many(1, () => `name="${"n".repeat(5_000)}"`),
    form([[`name="title"`, "x".repeat(200_000)]]),
    form([[`name="__proto__"`, "x"]]),
    form([[`name="constructor"`, "x"]]),
    form([[`name="picture1"; filename="../../../etc/passwd"`, "x"]]),
    form([[`name="secret"; filename="a.jpg"`, "x"]]),
  ]) {
    for (const url of ["/ideer/ny", "/api/v1/files"]) {
      const status = await send(url, body);
      assert.ok(status >= 400 && status < 500, `${url} answered ${status}`);
    }
  }
  assert.deepEqual(halves(), []);
});

test("where a form takes no files, one with files is refused before it is read", async () => {
  for (const url of ["/log-ind", "/api/v1/ideas", "/ideer/hent"]) assert.ok([403, 404, 415].includes(await send(url, whole)), url);
});
