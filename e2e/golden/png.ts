// Pictures as PNG, as far as a browser's screenshots need it: eight bits, not interlaced, in RGB, RGBA or by a palette.
import { deflateSync, inflateSync } from 'node:zlib';

/** One number a pixel, `0xRRGGBB`, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes of a pixel by the colour type. */
const DEPTH: Readonly<Record<number, number>> = { 2: 3, 3: 1, 6: 4 };

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Takes back what each row was predicted from (PNG specification, 9.2). */
function unfilter(data: Buffer, width: number, height: number, depth: number): Uint8Array {
  const stride = width * depth;
  const rows = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = data[row * (stride + 1)] ?? 0;
    for (let at = 0; at < stride; at += 1) {
      const here = row * stride + at;
      const left = at >= depth ? (rows[here - depth] ?? 0) : 0;
      const up = row > 0 ? (rows[here - stride] ?? 0) : 0;
      const corner = at >= depth && row > 0 ? (rows[here - stride - depth] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[here] = (data[row * (stride + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return rows;
}

/** Throws for what is no PNG of these kinds. */
export function readPng(file: Buffer): Picture {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]));
    at += 12 + length;
  }
  const header = chunks.get('IHDR');
  const depth = header && header[8] === 8 && header[12] === 0 ? DEPTH[header[9] ?? 0] : undefined;
  if (!header || !depth) throw new Error('not a PNG that can be compared');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = unfilter(inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)), width, height, depth);
  const palette = chunks.get('PLTE');
  const pixels = new Uint32Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const [bytes, at] = palette ? [palette, (rows[pixel] ?? 0) * 3] : [rows, pixel * depth];
    pixels[pixel] = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  }
  return { width, height, pixels };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(~crc >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

const distance = (a: number, b: number): number =>
  Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255));

/** Colours of smoothing that are this near look the same. */
const ALIKE = 48;

/** Whether the pixels around one are of its colour: something is filled with it. */
export function isFlat({ width, height, pixels }: Picture, at: number): boolean {
  const [x, y, colour] = [at % width, Math.floor(at / width), pixels[at]];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
      if (pixels[row * width + column] !== colour) return false;
    }
  }
  return true;
}

/** Up to 256 colours: what is filled keeps its colour exactly, and what lies between colours nearly. */
function paletteOf(picture: Picture): { readonly colours: readonly number[]; indexOf(colour: number): number } {
  const counts = new Map<number, number>();
  const fills = new Set<number>();
  picture.pixels.forEach((colour, at) => {
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    if (!fills.has(colour) && isFlat(picture, at)) fills.add(colour);
  });
  const byCount = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
  const colours = byCount.filter((colour) => fills.has(colour)).slice(0, 256);
  for (const colour of byCount) {
    if (colours.length < 256 && colours.every((other) => distance(colour, other) > ALIKE)) colours.push(colour);
  }
  const known = new Map(colours.map((colour, index) => [colour, index]));
  const nearest = (colour: number): number => {
    let best = 0;
    for (let at = 1; at < colours.length; at += 1) {
      if (distance(colours[at] ?? 0, colour) < distance(colours[best] ?? 0, colour)) best = at;
    }
    known.set(colour, best);
    return best;
  };
  return { colours, indexOf: (colour) => known.get(colour) ?? nearest(colour) };
}

/** A small file: by a palette. */
export function writePng(picture: Picture): Buffer {
  const { width, height, pixels } = picture;
  const { colours, indexOf } = paletteOf(picture);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let at = 0; at < width; at += 1) rows[row * (width + 1) + 1 + at] = indexOf(pixels[row * width + at] ?? 0);
  }
  const palette = Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
