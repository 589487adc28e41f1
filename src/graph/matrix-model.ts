// The matrix as it is shown: which rows, their names, and what a cell says in words. No pixels, no React.

import type { MatrixVerdicts, NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { NamespaceSummary, NodeId } from '../engine/results.ts';
import { namespaceOf } from './fit-budget.ts';

/** By their code in the answer. */
export const cellVerdicts: MatrixVerdicts = ['none', 'denied', 'unknown', 'mixed', 'allowed'];

export type CellVerdict = MatrixVerdicts[number];

export interface MatrixEnd {
  readonly id: NodeId;
  readonly name: string;
  /** A namespace with workloads to show, and whether it shows them. */
  readonly fold: 'open' | 'closed' | 'none';
  /** A workload behind its namespace. */
  readonly isMember: boolean;
}

export interface MatrixCell {
  readonly source: MatrixEnd;
  readonly target: MatrixEnd;
  readonly verdict: CellVerdict;
  /** `TCP 80, 443`; empty where nothing is allowed, unknown, or asked for. */
  readonly ports: string;
  readonly pairs: number;
  readonly allowed: number;
  readonly unknown: number;
  readonly opened: number;
  readonly closed: number;
  /** Flips to or from unknown. */
  readonly changed: number;
}

export interface MatrixModel {
  readonly matrix: NamespaceMatrix;
  /** The rows, and the columns in the same order. */
  readonly ends: readonly MatrixEnd[];
  /** Place of each end in the matrix as it was answered. */
  readonly places: Int32Array;
}

export interface MatrixChoice {
  readonly hideSystem: boolean;
  readonly hideHosts: boolean;
  readonly hideExternal: boolean;
  /** By name, or with the most that is allowed first. */
  readonly order: 'name' | 'openness';
  /** Only rows that this one has an allowed or unknown flow with. */
  readonly near?: NodeId | undefined;
}

/** An end and, of a namespace, the workloads behind it; places in the answer. */
interface EndGroup {
  readonly id: NodeId;
  readonly place: number;
  readonly members: number[];
}

/** Namespaces of the platform come last of all namespaces, before hosts and what is outside; or not at all. */
export function buildMatrix(
  matrix: NamespaceMatrix,
  namespaces: readonly Pick<NamespaceSummary, 'id' | 'system' | 'counts'>[],
  choice: MatrixChoice,
): MatrixModel {
  const byId = new Map(namespaces.map((one) => [one.id, one]));
  const rank = (id: NodeId): number => (byId.get(id)?.system ? 1 : id.startsWith('namespace:') ? 0 : 2);
  const isShown = nearTo(matrix, choice.near);
  const open = choice.order === 'openness' ? opennessOf(matrix) : undefined;
  const compare = (a: number, b: number): number => (open ? (open[b] ?? 0) - (open[a] ?? 0) : 0) || a - b;
  const groups = groupsOf(matrix.ends)
    .filter(({ id }) => !isHidden(id, byId.get(id)?.system === true, choice))
    .sort((a, b) => rank(a.id) - rank(b.id) || compare(a.place, b.place));
  const ends: MatrixEnd[] = [];
  const places: number[] = [];
  for (const { id, place, members } of groups) {
    const shown = members.filter(isShown).sort(compare);
    if (shown.length === 0 && !isShown(place)) continue;
    const isEmpty = members.length === 0 && (byId.get(id)?.counts.workloads ?? 0) === 0;
    ends.push({
      id,
      name: endName(id),
      fold: isEmpty ? 'none' : members.length > 0 ? 'open' : 'closed',
      isMember: false,
    });
    places.push(place);
    for (const member of shown) {
      const own = matrix.ends[member] ?? '';
      ends.push({ id: own, name: endName(own), fold: 'none', isMember: true });
      places.push(member);
    }
  }
  return { matrix, ends, places: Int32Array.from(places) };
}

function groupsOf(ends: readonly NodeId[]): EndGroup[] {
  const groups: EndGroup[] = [];
  for (const [place, id] of ends.entries()) {
    if (id.startsWith('workload:')) groups.at(-1)?.members.push(place);
    else groups.push({ id, place, members: [] });
  }
  return groups;
}

function isHidden(id: NodeId, isSystem: boolean, { hideSystem, hideHosts, hideExternal }: MatrixChoice): boolean {
  if (id.startsWith('namespace:')) return hideSystem && isSystem;
  return id.startsWith('host:') ? hideHosts : hideExternal;
}

/** Pairs that are allowed from and to each end, as a share of its pairs. */
function opennessOf({ ends, allowed, pairs }: NamespaceMatrix): Float64Array {
  const size = ends.length;
  const [open, all] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      for (const end of [row, column]) {
        open[end] = (open[end] ?? 0) + (allowed[at] ?? 0);
        all[end] = (all[end] ?? 0) + (pairs[at] ?? 0);
      }
    }
  }
  return open.map((count, end) => count / Math.max(1, all[end] ?? 1));
}

/** Whether a place has anything allowed or unknown with an end; all have where there is none such. */
function nearTo({ ends, allowed, unknown }: NamespaceMatrix, near: NodeId | undefined): (place: number) => boolean {
  const own = near === undefined ? -1 : ends.indexOf(near);
  if (own < 0) return () => true;
  const isOpen = (at: number): boolean => (allowed[at] ?? 0) + (unknown[at] ?? 0) > 0;
  return (place) => place === own || isOpen(own * ends.length + place) || isOpen(place * ends.length + own);
}

/** `web` of a workload, `Internet`, otherwise what is behind the colon. */
function endName(id: NodeId): string {
  if (id === 'internet') return 'Internet';
  return id.startsWith('workload:') ? (id.split('/').at(-1) ?? id) : id.slice(id.indexOf(':') + 1);
}

/** With the namespace before a workload's name. */
export function fullName({ id, name, isMember }: MatrixEnd): string {
  return isMember ? `${id.slice('workload:'.length).split('/')[0]}/${name}` : name;
}

/** The row that an end of the selection is in: its own, or its namespace's. */
export function rowOf({ ends }: MatrixModel, id: NodeId): number {
  const own = ends.findIndex((end) => end.id === id);
  const namespace = namespaceOf(id);
  return own >= 0 || namespace === undefined ? own : ends.findIndex((end) => end.id === namespace);
}

/** Place of a cell in the arrays of the answer; -1 outside. */
function cellPlace({ matrix, places }: MatrixModel, row: number, column: number): number {
  const [from, to] = [places[row], places[column]];
  return from === undefined || to === undefined ? -1 : from * matrix.ends.length + to;
}

export function verdictAt({ matrix }: MatrixModel, place: number): CellVerdict {
  return cellVerdicts[matrix.verdicts[place] ?? 0] ?? 'none';
}

/** Verdicts that some cell has. */
export function usedVerdicts({ matrix: { verdicts } }: MatrixModel): ReadonlySet<CellVerdict> {
  const used = new Set<CellVerdict>();
  cellVerdicts.forEach((verdict, code) => {
    if (verdicts.includes(code)) used.add(verdict);
  });
  return used;
}

export function cellAt(model: MatrixModel, row: number, column: number): MatrixCell | undefined {
  const [source, target] = [model.ends[row], model.ends[column]];
  if (!source || !target) return undefined;
  const { pairs, allowed, unknown, flips } = model.matrix;
  const place = cellPlace(model, row, column);
  return {
    source,
    target,
    verdict: verdictAt(model, place),
    ports: portWords(model.matrix, place),
    pairs: pairs[place] ?? 0,
    allowed: allowed[place] ?? 0,
    unknown: unknown[place] ?? 0,
    opened: flips?.opened[place] ?? 0,
    closed: flips?.closed[place] ?? 0,
    changed: flips?.unknown[place] ?? 0,
  };
}

/** Made once: `toLocaleString` makes one for every number. */
const numbers = new Intl.NumberFormat('en-US');
const number = (count: number): string => numbers.format(count);

function portWords({ ports, labels }: NamespaceMatrix, place: number): string {
  const label = labels[ports[place] ?? 0] ?? '';
  return /^\d/.test(label) ? `TCP ${label}` : label;
}

/** "mixed: 12 of 900 pairs allowed, 3 unknown, TCP 80". */
export function pairWords({ verdict, pairs, allowed, unknown, ports }: MatrixCell): string {
  if (verdict === 'none') return 'no flow is possible between the two';
  const words = [`${number(allowed)} of ${number(pairs)} ${pairs === 1 ? 'pair' : 'pairs'} allowed`];
  if (unknown > 0) words.push(`${number(unknown)} unknown`);
  if (ports !== '') words.push(ports);
  return `${verdict}: ${words.join(', ')}`;
}

/** "2 flows opened, 1 closed"; empty where nothing changed. */
export function flipWords({ opened, closed, changed }: MatrixCell): string {
  const words = [];
  if (opened > 0) words.push(`${number(opened)} opened`);
  if (closed > 0) words.push(`${number(closed)} closed`);
  if (changed > 0) words.push(`${number(changed)} to or from unknown`);
  return words.length === 0 ? '' : `flips: ${words.join(', ')}`;
}
