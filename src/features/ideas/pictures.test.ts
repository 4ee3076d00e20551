// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { keepUploads } from "#platform/http/uploads.ts";
import { makeShelf } from "#platform/files/shelf.ts";
import { tidyFiles } from "#platform/files/tidy.ts";
import { bomb, photo } from "#platform/files/testing.ts";
import type { Client, Response } from "../../../test/client.ts";
import { openTestWorld, type TestWorld } from "../../../test/test-world.ts";
import { look, takeBack } from "./operations.ts";
import { privacy } from "./privacy.ts";
import { readOn } from "./testing.ts";

let t: TestWorld;
let jpeg: Buffer;
let folder: string;
before(async () => {
  // A folder of its own: what is swept here is nobody else's.
  folder = mkdtempSync(join(tmpdir(), "medborger-pictures-"));
  t = await openTestWorld({ env: { DATA_DIR: folder } });
  jpeg = await photo();
});
after(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

const idea = { title: "En bænk ved åen", text: "Der mangler et sted at hvile sig.", where: "langaa", area: "miljoe-og-teknik" };
const words = { alt1: "En tom plads ved åen", picturesOk: "on" };
type Files = Record<string, { name: string; bytes: Buffer }>;

async function send(client: Client, values: Record<string, string>, files: Files, key?: string): Promise<Response> {
  const { _key, _token } = await client.open("/ideer/ny");
  t.clock.advance(5_000);
  return client.upload("/ideer/ny", { _key: key ?? _key, _token, _web: "", ...values }, files);
}
const referenceIn = ({ location }: Response): string => /I-\d{4}-\d{4,}/.exec(location ?? "")?.[0] ?? "";
const one = (): Files => ({ picture1: { name: "IMG_2041.jpg", bytes: jpeg } });

async function withPicture(client: Client): Promise<string> {
  const sent = await send(client, { ...idea, ...words }, one());
  assert.equal(sent.status, 303, readOn(sent.text));
  return referenceIn(sent);
}
const statuses = async (reference: string): Promise<number[]> => {
  const clients = [t.visitor(), await t.as("mehmet"), await t.as("jens"), await t.as("karen"), await t.as("signe"), await t.as("lone")];
  return Promise.all(clients.map(async (client) => (await client.get(`/billeder/${reference}/1/lille`)).status));
};

test("a picture stands on the idea with its words, without where it was taken", async () => {
  const reference = await withPicture(await t.as("karen"));
  const { text } = await t.visitor().get(`/ideer/${reference}`);
  assert.match(text, /<img[^>]+alt="En tom plads ved åen"[^>]*>/);
  assert.match(text, /width="320" height="480"[^>]*loading="lazy"|loading="lazy"[^>]*width="320" height="480"/);
  for (const size of ["stor", "lille"]) {
    const served = await t.server.inject(`/billeder/${reference}/1/${size}`);
    assert.equal(served.statusCode, 200);
    assert.equal(served.headers["content-type"], "image/webp");
    assert.equal(served.headers["x-content-type-options"], "nosniff");
    assert.match(String(served.headers["content-security-policy"]), /sandbox/);
    const { format, exif } = await sharp(served.rawPayload).metadata();
    assert.deepEqual([format, exif], ["webp", undefined]);
    assert.ok(!served.rawPayload.includes("CANARY"));
  }
  const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "");
  assert.deepEqual(data.image, [`http://localhost:3000/billeder/${reference}/1/stor`]);
});

test("X21 the picture of a held idea is there for who looks at it, with its words, and for nobody else; of a withdrawn one likewise", async () => {
  const held = await withPicture(t.visitor("10.1.1.1"));
  assert.deepEqual(await statuses(held), [404, 404, 404, 404, 200, 200]);
  assert.match(readOn((await (await t.as("signe")).get(`/ideer/${held}/se-efter`)).text), /En tom plads ved åen/);
  await t.perform(look, { as: "signe", reference: held, input: { letThrough: "yes" } });
  assert.deepEqual(await statuses(held), [200, 200, 200, 200, 200, 200]);
  const mine = await withPicture(await t.as("karen"));
  await t.perform(takeBack, { as: "karen", reference: mine, input: {} });
  assert.deepEqual(await statuses(mine), [404, 404, 404, 200, 200, 200]);
});

test("a picture needs words that are no name of a file, and the promise; nothing that was sent is lost", async () => {
  const karen = await t.as("karen");
  for (const [values, said] of [
    [{ picturesOk: "on" }, /Skriv kort, hvad man ser på billedet/],
    [{ alt1: "IMG_2041.jpg", picturesOk: "on" }, /Det ligner navnet på en fil/],
    [{ alt1: "En tom plads ved åen" }, /Sæt et flueben/],
    [{ ...words, text: "" }, /Her mangler noget|Skriv/],
  ] as const) {
    const back = await send(karen, { ...idea, ...values }, one());
    assert.equal(back.status, 422);
    assert.match(readOn(back.text), said);
    assert.match(back.text, /value="En bænk ved åen"/);
    const kept = /<input type="hidden" name="picture1Kept" value="([0-9a-f-]{36})"/.exec(back.text)?.[1];
    assert.ok(kept, "the picture is kept for the next try");
    const again = await send(karen, { ...idea, ...words, picture1Kept: kept }, {});
    assert.equal(again.status, 303);
    assert.equal((await t.visitor().get(`/billeder/${referenceIn(again)}/1/stor`)).status, 200);
  }
});

test("what is no picture is refused in words, the good one beside it is kept, and the server goes on", async () => {
  const karen = await t.as("karen");
  const bad = [
    { name: "kort.jpg", bytes: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    { name: "bombe.png", bytes: bomb(30_000, 30_000) },
    { name: "stor.jpg", bytes: Buffer.concat([jpeg, Buffer.alloc(13 * 1024 * 1024)]) },
  ];
  for (const file of bad) {
    const back = await send(karen, { ...idea, ...words, alt2: "Åen om vinteren" }, { ...one(), picture2: file });
    assert.equal(back.status, 422, file.name);
    assert.match(readOn(back.text), file.name === "stor.jpg" ? /fylder mere end 12 MB/ : /Den fil kan vi ikke vise/);
    assert.match(back.text, /<input type="hidden" name="picture1Kept" value="[0-9a-f-]{36}"/);
    assert.doesNotMatch(back.text, /<input type="hidden" name="picture2Kept"/);
  }
  assert.equal((await karen.upload("/ideer/ny", {}, {}, { "content-type": "multipart/form-data; boundary=other" })).status < 500, true);
  assert.equal((await t.visitor().get("/ideer")).status, 200);
});

test("the same form sent twice is one idea; the same key with another picture is refused", async () => {
  const karen = await t.as("karen");
  const key = t.world.ids.uuid();
  const first = referenceIn(await send(karen, { ...idea, ...words }, one(), key));
  assert.equal(referenceIn(await send(karen, { ...idea, ...words }, one(), key)), first);
  const other = { picture1: { name: "b.jpg", bytes: await photo(300, 300) } };
  assert.equal((await send(karen, { ...idea, ...words }, other, key)).status, 422);
});

test("another program sends a picture first and names it then; nobody can name what somebody else sent", async () => {
  const client = t.visitor("10.1.1.2");
  const upload = await client.upload("/api/v1/files", {}, { file: { name: "x.jpg", bytes: jpeg } });
  assert.equal(upload.status, 201, upload.text);
  const { file } = JSON.parse(upload.text);
  const body = { ...idea, ...words, picturesOk: true, picture1: file };
  const made = await client.json("POST", "/api/v1/ideas", body, { "idempotency-key": t.world.ids.uuid() });
  assert.equal(made.status, 201, made.text);
  const wrong = await client.json(
    "POST",
    "/api/v1/ideas",
    { ...body, picture1: t.world.ids.uuid() },
    { "idempotency-key": t.world.ids.uuid() },
  );
  assert.deepEqual([wrong.status, JSON.parse(wrong.text).fields], [422, { picture1: "picture-gone" }]);
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])
    assert.equal((await client.upload("/api/v1/files", {}, { file: { name: "x.jpg", bytes: jpeg } }, headers)).status, 403);
  assert.equal((await client.json("POST", "/api/v1/files", {})).status, 415);
  assert.equal((await client.upload("/api/v1/files", {}, {})).status, 422);
});

test("a form of another site, or without this browser's token, keeps no picture", async () => {
  const count = async () => (await t.world.readPool.query("SELECT count(*) FROM platform.file")).rows[0].count;
  const before = await count();
  const fresh = { picture1: { name: "c.jpg", bytes: await photo(310, 210) } };
  const karen = await t.as("karen");
  assert.equal((await karen.upload("/ideer/ny", { ...idea, ...words }, fresh, { origin: "https://evil.example" })).status, 403);
  assert.equal((await karen.upload("/ideer/ny", { ...idea, ...words, _key: t.world.ids.uuid(), _token: "x" }, fresh)).status, 422);
  assert.equal(await count(), before);
});

test("what nothing shows is gone after a day; what somebody erased goes with them", async () => {
  const reference = await withPicture(await t.as("karen"));
  const shelf = makeShelf(t.world.config.dataDir);
  const sender = { actor: await t.actor("karen"), lang: "da" as const, from: undefined };
  const path = await shelf.half();
  writeFileSync(path, await photo(320, 220));
  const { values } = await keepUploads(t.world, [{ field: "file", path, cut: false }], sender);
  const rows = async () => (await t.world.readPool.query<{ id: string }>("SELECT id FROM platform.file")).rows.map(({ id }) => id);
  assert.ok((await rows()).includes(values["file"] ?? ""));
  t.clock.advance(25 * 60 * 60 * 1000);
  await tidyFiles(t.world);
  assert.ok(!(await rows()).includes(values["file"] ?? ""));
  assert.equal((await t.visitor().get(`/billeder/${reference}/1/stor`)).status, 200);
  const karen =
    (await t.world.readPool.query<{ owner_person: string }>("SELECT owner_person FROM platform.thing WHERE reference = $1", [reference]))
      .rows[0]?.owner_person ?? "";
  const { erase } = privacy.find(({ table }) => table === "ideas.idea") ?? {};
  await t.world.write.transaction().execute(async (tx) => void (typeof erase === "function" && (await erase(tx, karen))));
  assert.equal((await t.visitor().get(`/billeder/${reference}/1/stor`)).status, 404);
});
