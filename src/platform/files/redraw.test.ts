// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import { redraw } from "./redraw.ts";
import { bomb, notPictures, photo } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "medborger-redraw-"));
after(() => rmSync(folder, { recursive: true }));
const to = { large: join(folder, "large"), small: join(folder, "small") };

async function drawn(bytes: Buffer, limits?: Parameters<typeof redraw>[2]) {
  const from = join(folder, "from");
  writeFileSync(from, bytes);
  return redraw(from, to, limits);
}

test("a telephone's picture comes out without where, when and with what it was taken, upright, in two sizes", async () => {
  const original = await photo(2_400, 1_600);
  assert.ok((await sharp(original).metadata()).exif, "red: the original does say where");
  assert.ok(original.includes("CANARY-CAMERA") && original.includes("canary-xmp"));
  assert.deepEqual(await drawn(original), { width: 1_067, height: 1_600, smallWidth: 320, smallHeight: 480 });
  for (const path of Object.values(to)) {
    const bytes = readFileSync(path);
    const { format, exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    assert.deepEqual(
      { format, exif, xmp, iptc, icc, orientation },
      { format: "webp", exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined },
    );
    for (const canary of ["CANARY", "canary", "Exif", "GPS"]) assert.ok(!bytes.includes(canary), canary);
  }
  // It lay on its side: what was at the left is at the top now.
  const { data } = await sharp(to.small).extract({ left: 100, top: 20, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
  assert.ok((data[0] ?? 0) > 150 && (data[1] ?? 255) < 90, `${data.join()} is not the red half`);
});

test("a small picture is not blown up", async () => {
  const small = await sharp({ create: { width: 200, height: 100, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  assert.deepEqual(await drawn(small), { width: 200, height: 100, smallWidth: 200, smallHeight: 100 });
});

test("what is no picture, broken, or made to eat memory comes to nothing, and the next one is drawn as before", async () => {
  for (const [name, bytes] of Object.entries(await notPictures())) assert.equal(await drawn(bytes), undefined, name);
  assert.ok(await drawn(await photo(300, 200)));
});

test("a picture with a page behind it comes out as the picture alone", async () => {
  const polyglot = Buffer.concat([await photo(300, 200), Buffer.from("<script>alert('canary')</script>PK\u0003\u0004")]);
  assert.ok(await drawn(polyglot));
  assert.ok(!readFileSync(to.large).includes("canary"));
});

test("whoever takes too long or too much is killed, and nobody is left behind", async () => {
  const big = await sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: "#123456" } })
    .png()
    .toBuffer();
  assert.equal(await drawn(big, { seconds: 0.05, megabytes: 500 }), undefined, "too long");
  assert.equal(await drawn(big, { seconds: 20, megabytes: 40 }), undefined, "too much");
  const mine = readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
    } catch {
      return false;
    }
  });
  assert.deepEqual(mine, []);
});

test("red control: without the limit on pixels the bomb would be unpacked", async () => {
  const { width, height } = await sharp(bomb(30_000, 30_000), { limitInputPixels: false }).metadata();
  assert.deepEqual([width, height], [30_000, 30_000]);
});
