// The matrix as it is shown: which rows, their names, and what a cell says in words. No pixels, no React.

import type { MatrixVerdicts, NamespaceMatrix } from '../engine/namespace-matrix.ts';
import type { NamespaceSummary, NodeId } from '../engine/results.ts';

/** By their code in the answer. */
export const cellVerdicts: MatrixVerdicts = ['none', 'denied', 'unknown', 'mixed', 'allowed'];

export type CellVerdict = MatrixVerdicts[number];

export interface MatrixEnd {
  readonly id: NodeId;
  readonly name: string;
}

export interface MatrixCell {
  readonly source: MatrixEnd;
  readonly target: MatrixEnd;
  readonly verdict: CellVerdict;
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

/** Namespaces of the platform come last of all namespaces, or not at all. */
export function buildMatrix(
  matrix: NamespaceMatrix,
  namespaces: readonly Pick<NamespaceSummary, 'id' | 'system'>[],
  hideSystem: boolean,
): MatrixModel {
  const system = new Set(namespaces.filter((one) => one.system).map(({ id }) => id));
  const rank = (id: NodeId): number => (system.has(id) ? 1 : id.startsWith('namespace:') ? 0 : 2);
  const shown = matrix.ends
    .map((id, place) => ({ id, place, rank: rank(id) }))
    .filter(({ id }) => !hideSystem || !system.has(id))
    .sort((a, b) => a.rank - b.rank || a.place - b.place);
  return {
    matrix,
    ends: shown.map(({ id }) => ({ id, name: endName(id) })),
    places: Int32Array.from(shown, ({ place }) => place),
  };
}

function endName(id: NodeId): string {
  return id === 'internet' ? 'Internet' : id.slice(id.indexOf(':') + 1);
}

/** Place of a cell in the arrays of the answer; -1 outside. */
export function cellPlace({ matrix, places }: MatrixModel, row: number, column: number): number {
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

/** "mixed: 12 of 900 pairs allowed, 3 unknown". */
export function pairWords({ verdict, pairs, allowed, unknown }: MatrixCell): string {
  if (verdict === 'none') return 'no flow is possible between the two';
  const words = [`${number(allowed)} of ${number(pairs)} ${pairs === 1 ? 'pair' : 'pairs'} allowed`];
  if (unknown > 0) words.push(`${number(unknown)} unknown`);
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
