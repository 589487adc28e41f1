// Flows as JSON in bytes, many millions of them: what many sources share is written once, and copied with another name in it.
import type { FlowCell, SharedFlows, SourceFlows } from '../engine/flow-sheet.ts';
import { FLOW_START, flowEnding } from './connectivity-json.ts';
import type { ExportedFlow } from './connectivity-report.ts';
import { nodeName } from './node-name.ts';

/** Sorts the flows between two nodes. */
type SortFlows = (flows: readonly ExportedFlow[]) => readonly ExportedFlow[];

/** The sentence that says what is not known about flows between two parties. */
type MissingSentence = (src: SourceFlows['src'], dst: SourceFlows['src']) => string;

/** Shared flows with room for a name of one length. */
interface Template {
  readonly bytes: Uint8Array;
  /** Where the flows toward each place begin, and the end of all. */
  readonly starts: readonly number[];
  /** Where names belong, ascending, and for each place the first of its own. */
  readonly names: readonly number[];
  readonly firstName: readonly number[];
}

/** Bytes of templates kept. */
const KEPT = 48 * 1024 * 1024;

/** Bytes given out at once, about. */
const PIECE = 256 * 1024;

const encoder = new TextEncoder();
const start = encoder.encode(FLOW_START);

export class FlowWriter {
  readonly #sort: SortFlows;
  readonly #missing: MissingSentence;
  readonly #endings = new Map<FlowCell, (readonly Uint8Array[])[]>();
  readonly #templates = new Map<SharedFlows, Map<number, Template>>();
  #kept = 0;

  constructor(sort: SortFlows, missing: MissingSentence) {
    this.#sort = sort;
    this.#missing = missing;
  }

  /** All flows, each with its comma, in pieces; the next one is written over it. */
  *write(sources: Iterable<SourceFlows>): Generator<Uint8Array> {
    let piece = new Uint8Array(2 * PIECE);
    let length = 0;
    for (const source of sources) {
      const name = encoder.encode(JSON.stringify(nodeName(source.src.id)).slice(1, -1));
      const template = this.#templateOf(source, name.length);
      const own = source.own.map(({ place, cell }) => (cell ? this.#endingsAt(source, place, cell) : []));
      const most = template.bytes.length + bytesOf(own, name);
      if (length + most > piece.length) {
        if (length > 0) yield piece.subarray(0, length);
        if (most > piece.length) piece = new Uint8Array(most);
        length = 0;
      }
      length = merge(piece, length, source, template, own, name);
      if (length > PIECE) {
        yield piece.subarray(0, length);
        length = 0;
      }
    }
    if (length > 0) yield piece.subarray(0, length);
  }

  /** What stands behind the source's name in each flow toward one place. */
  #endingsAt({ src, parties }: SourceFlows, place: number, cell: FlowCell): readonly Uint8Array[] {
    const known = this.#endings.get(cell)?.[place];
    if (known) return known;
    const dst = parties[place];
    if (!dst) return [];
    const isUnknown = cell.rows.some(({ verdict }) => verdict === 'unknown');
    const flows = cell.rows
      .filter(({ verdict }) => verdict !== 'denied')
      .map((row) => ({
        src: '',
        dst: nodeName(dst.id),
        ...row,
        ...(row.verdict === 'unknown' ? { missing: this.#missing(src, dst) } : {}),
      }));
    const made = this.#sort(flows).map((flow) => encoder.encode(flowEnding(flow)));
    if (!isUnknown) {
      const byPlace = this.#endings.get(cell) ?? [];
      this.#endings.set(cell, byPlace);
      byPlace[place] = made;
    }
    return made;
  }

  #templateOf(source: SourceFlows, nameLength: number): Template {
    const { shared } = source;
    const known = this.#templates.get(shared)?.get(nameLength);
    if (known) return known;
    const made = this.#makeTemplate(source, nameLength);
    const isSame = shared.cells.every(({ rows }) => rows.every(({ verdict }) => verdict !== 'unknown'));
    // What is missing depends on both ends, so such flows are not shared.
    if (!isSame) return made;
    this.#kept += made.bytes.length;
    if (this.#kept > KEPT) {
      this.#templates.clear();
      this.#kept = made.bytes.length;
    }
    const byLength = this.#templates.get(shared) ?? new Map<number, Template>();
    this.#templates.set(shared, byLength);
    byLength.set(nameLength, made);
    return made;
  }

  #makeTemplate(source: SourceFlows, nameLength: number): Template {
    const { places, cells } = source.shared;
    const endings = places.map((place, index) => {
      const cell = cells[index];
      return cell ? this.#endingsAt(source, place, cell) : [];
    });
    const starts: number[] = [];
    const names: number[] = [];
    const firstName: number[] = [];
    let length = 0;
    for (const own of endings) {
      starts.push(length);
      firstName.push(names.length);
      for (const ending of own) {
        names.push(length + start.length);
        length += start.length + nameLength + ending.length;
      }
    }
    starts.push(length);
    firstName.push(names.length);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const own of endings) {
      for (const ending of own) {
        bytes.set(start, at);
        bytes.set(ending, at + start.length + nameLength);
        at += start.length + nameLength + ending.length;
      }
    }
    return { bytes, starts, names, firstName };
  }
}

/** Bytes of flows with these endings. */
function bytesOf(flows: readonly (readonly Uint8Array[])[], name: Uint8Array): number {
  let sum = 0;
  for (const endings of flows) for (const { length } of endings) sum += start.length + name.length + length;
  return sum;
}

/** Writes the flows of one source behind what is there, in the order of their destinations; gives the new length. */
function merge(
  piece: Uint8Array,
  from: number,
  { shared, own }: SourceFlows,
  template: Template,
  ownEndings: readonly (readonly Uint8Array[])[],
  name: Uint8Array,
): number {
  let length = from;
  let next = 0;
  const copy = (until: number): void => {
    const [first, last] = [template.starts[next] ?? 0, template.starts[until] ?? 0];
    piece.set(template.bytes.subarray(first, last), length);
    const lastName = template.firstName[until] ?? 0;
    for (let index = template.firstName[next] ?? 0; index < lastName; index++) {
      const at = length + (template.names[index] ?? 0) - first;
      for (let k = 0; k < name.length; k++) piece[at + k] = name[k] ?? 0;
    }
    length += last - first;
    next = until;
  };
  for (const [index, { place }] of own.entries()) {
    let until = next;
    while ((shared.places[until] ?? Number.POSITIVE_INFINITY) < place) until++;
    copy(until);
    for (const ending of ownEndings[index] ?? []) {
      piece.set(start, length);
      piece.set(name, length + start.length);
      piece.set(ending, length + start.length + name.length);
      length += start.length + name.length + ending.length;
    }
    // What is its own takes the place of what is shared.
    if (shared.places[next] === place) next++;
  }
  copy(shared.places.length);
  return length;
}
