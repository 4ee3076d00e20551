// SPDX-License-Identifier: EUPL-1.2
// For tests: pictures and what only looks like one.
import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** A JPEG from a telephone that lay on its side, with where and with what it was taken. */
export const photo = (width = 900, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#7fb38a" } })
    .composite([
      {
        input: Buffer.from(`<svg width="${width / 2}" height="${height}"><rect width="100%" height="100%" fill="#c2322d"/></svg>`),
        left: 0,
        top: 0,
      },
    ])
    .withExif({
      IFD0: { Make: "CANARY-CAMERA", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "56/1 27/1 38/1", GPSLongitudeRef: "E", GPSLongitude: "10/1 2/1 11/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><canary-xmp/></x:xmpmeta>")
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG of so many pixels in a few kilobytes: whoever unpacks it needs all of them in memory. */
export function bomb(width: number, height: number): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  const rows = Buffer.concat(Array.from({ length: 64 }, () => row));
  const raw = Buffer.concat(Array.from({ length: Math.ceil(height / 64) }, () => rows)).subarray(0, row.length * height);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(raw, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** What is no picture, or none that is taken, by the name it is sent under. */
export const notPictures = async (): Promise<Record<string, Buffer>> => {
  const whole = await photo(300, 200);
  return {
    "drawing.svg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "page.jpg": Buffer.from("<!DOCTYPE html><script>alert(1)</script>"),
    "broken.jpg": Buffer.concat([whole.subarray(0, whole.length / 3), Buffer.alloc(500, 7)]),
    "head-only.jpg": whole.subarray(0, 200),
    "empty.jpg": Buffer.alloc(0),
    "anim.gif": Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
    "text.pdf": Buffer.from("%PDF-1.7\n%âãÏÓ\n"),
    "bomb.png": bomb(30_000, 30_000),
    "wide.png": bomb(200_000, 400),
  };
};
