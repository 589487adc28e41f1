// A font made from nothing but the shapes beside it, so that a picture of the page is the same whatever fonts a machine has.
// The tables are those of the OpenType specification that a browser insists on; all numbers are big-endian.
import { glyphRuns } from './glyph-shapes.ts';

export interface TestFont {
  /** Width of every glyph, in thousandths of the font size. */
  readonly advance: number;
  /** How much of its column a dot fills, in hundredths. */
  readonly weight: number;
}

/** Thousandths of the font size: height of a row, and of a line above and below the baseline. */
const ROW = 130;
const ASCENT = 930;
const DESCENT = 240;
const ROWS_ABOVE = 5;

const bytes = (...values: readonly number[]): number[] => [...values];
const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const u32 = (...values: readonly number[]): number[] =>
  values.flatMap((value) => u16(Math.floor(value / 65536) % 65536, value % 65536));
const pad = (data: readonly number[]): number[] => [...data, ...Array.from({ length: -data.length & 3 }, () => 0)];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box for each dot; one that has another to its right reaches up to it. */
function boxesOf(shape: string, { advance, weight }: TestFont): Box[] {
  const column = advance / 4;
  return [...shape].flatMap((digit, row) =>
    [0, 1, 2].flatMap((at): Box[] => {
      const isDot = (where: number) => where >= 0 && (Number(digit) & (4 >> where)) !== 0;
      if (!isDot(at)) return [];
      const left = Math.round(column * (at + 0.5));
      const width = isDot(at + 1) ? column : (column * weight) / 100;
      const bottom = (ROWS_ABOVE - 1 - row) * ROW;
      return [{ left, right: Math.round(left + width), bottom, top: bottom + ROW }];
    }),
  );
}

/** A glyph of straight boxes: `glyf` with absolute steps of two bytes. */
function glyphOf(boxes: readonly Box[]): number[] {
  if (boxes.length === 0) return [];
  const corners = boxes.flatMap(({ left, right, top, bottom }) => [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]);
  const steps = (axis: 0 | 1) => corners.map((corner, at) => (corner[axis] ?? 0) - (corners[at - 1]?.[axis] ?? 0));
  const bound = (pick: (...values: number[]) => number, axis: 0 | 1) =>
    pick(...corners.map((corner) => corner[axis] ?? 0));
  return pad([
    ...u16(boxes.length, bound(Math.min, 0), bound(Math.min, 1), bound(Math.max, 0), bound(Math.max, 1)),
    ...u16(...boxes.map((_, at) => at * 4 + 3), 0),
    ...corners.map(() => 1),
    ...u16(...steps(0)),
    ...u16(...steps(1)),
  ]);
}

/** The runs with the number of the first glyph of each; glyph 0 is for what is missing. */
function numberedRuns(): { first: number; last: number; glyph: number }[] {
  let glyph = 1;
  return glyphRuns.map(({ first, shapes }) => {
    const run = { first, last: first + shapes.length - 1, glyph };
    glyph += shapes.length;
    return run;
  });
}

/** Which glyph a sign has: segments of format 4. */
function cmapTable(): number[] {
  const runs = [...numberedRuns(), { first: 0xffff, last: 0xffff, glyph: 0 }];
  const count = runs.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const search = [power * 2, Math.log2(power), count * 2 - power * 2];
  const body = [
    ...u16(count * 2, ...search),
    ...u16(...runs.map(({ last }) => last), 0),
    ...u16(...runs.map(({ first }) => first)),
    ...u16(...runs.map(({ first, glyph }) => (glyph - first) & 0xffff)),
    ...u16(...runs.map(() => 0)),
  ];
  return [...u16(0, 1, 3, 1), ...u32(12), ...u16(4, body.length + 6, 0), ...body];
}

/** Family and style, for readers that want them. */
function nameTable(): number[] {
  const text = (value: string) => u16(...[...value].map((letter) => letter.charCodeAt(0)));
  const names = [text('Test'), text('Regular')];
  const records = names.map((name, at) =>
    u16(3, 1, 0x409, at + 1, name.length, at === 0 ? 0 : (names[0]?.length ?? 0)),
  );
  return [...u16(0, names.length, 6 + 12 * names.length), ...records.flat(), ...names.flat()];
}

function os2Table({ advance }: TestFont): number[] {
  const sizes = [650, 700, 0, 140, 650, 700, 0, 480, 50, 258];
  return [
    ...u16(4, advance, 400, 5, 0, ...sizes, 0),
    ...bytes(...Array.from({ length: 10 }, () => 0)),
    ...u32(1, 0, 0, 0),
    ...bytes(0x54, 0x45, 0x53, 0x54),
    ...u16(0x40, 0x20, 0x27bf, ASCENT, -DESCENT, 0, ASCENT, DESCENT),
    ...u32(1, 0),
    ...u16(390, 650, 0, 0x20, 1),
  ];
}

/** The bytes of a font file. */
export function makeTestFont(font: TestFont): Uint8Array {
  const shapes = ['755557', ...glyphRuns.flatMap((run) => run.shapes)];
  const glyphs = shapes.map((shape) => glyphOf(boxesOf(shape, font)));
  const offsets = [0];
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + glyph.length);
  const most = Math.max(...glyphs.map((glyph) => (glyph.length === 0 ? 0 : ((glyph[0] ?? 0) << 8) | (glyph[1] ?? 0))));
  const tables: Readonly<Record<string, readonly number[]>> = {
    'OS/2': os2Table(font),
    cmap: cmapTable(),
    glyf: glyphs.flat(),
    head: [
      ...u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      ...u16(3, 1000),
      ...u32(0, 0, 0, 0),
      ...u16(0, -DESCENT, font.advance, ASCENT, 0, 8, 2, 1, 0),
    ],
    hhea: [...u32(0x10000), ...u16(ASCENT, -DESCENT, 0, font.advance, 0, 0, font.advance, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    // Where a glyph begins: what is said here of its left edge moves it otherwise.
    hmtx: [...u16(font.advance), ...glyphs.flatMap((glyph) => [glyph[2] ?? 0, glyph[3] ?? 0])],
    loca: u32(...offsets),
    maxp: [...u32(0x10000), ...u16(glyphs.length, most * 4, most, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: nameTable(),
    post: [...u32(0x30000, 0), ...u16(-100, 50), ...u32(1, 0, 0, 0, 0)],
  };
  return fontFile(tables);
}

function fontFile(tables: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const entries = Object.entries(tables);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const head = [
    ...u32(0x10000),
    ...u16(entries.length, power * 16, Math.log2(power), entries.length * 16 - power * 16),
  ];
  let offset = head.length + entries.length * 16;
  const body: number[] = [];
  for (const [tag, data] of entries) {
    head.push(...[...tag].map((letter) => letter.charCodeAt(0)), ...u32(checksum(data), offset, data.length));
    const padded = pad(data);
    for (const byte of padded) body.push(byte);
    offset += padded.length;
  }
  return Uint8Array.from([...head, ...body]);
}

function checksum(data: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 1) sum = (sum + (data[at] ?? 0) * 2 ** (24 - (at % 4) * 8)) % 2 ** 32;
  return sum;
}
