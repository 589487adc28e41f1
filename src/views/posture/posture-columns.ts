// The columns of the posture: what each says of a namespace, how it sorts, and what its numbers lead to.
import { groupedDigits } from '../../base/grouped-digits.ts';
import type { NamespacePosture, PostureNumbers } from '../../engine/posture/posture.ts';
import type { Direction } from '../../engine/results.ts';
import type { FindingCounts } from '../../exporters/findings-by-namespace.ts';
import { postureColumns } from '../../exporters/posture-report.ts';
import type { PostureFact } from '../../exporters/posture-words.ts';

export type PostureColumn = 'name' | (typeof postureColumns)[number];

export const shownColumns: readonly PostureColumn[] = ['name', ...postureColumns];

/** One namespace, as it is and as it was. */
export interface PostureRowFacts {
  readonly now: NamespacePosture;
  /** Undefined where nothing is compared, or the namespace is new. */
  readonly before: NamespacePosture | undefined;
  readonly findings: FindingCounts;
}

/** A number of a cell, of how many, and how many more are unknown. */
export interface CellCount {
  readonly count: number;
  readonly of: number;
  readonly unknown: number;
}

const ofDirection = (numbers: PostureNumbers, direction: Direction): CellCount => ({
  count: numbers[direction].closed,
  of: numbers.pods - numbers.onHost,
  unknown: numbers[direction].undecided,
});

/** What a column counts of a namespace; undefined for its name and its findings. */
export function countOf(numbers: PostureNumbers, column: PostureColumn): CellCount | undefined {
  const { pods, fromInternet, toInternet, openToAll } = numbers;
  switch (column) {
    case 'name':
    case 'findings':
      return undefined;
    case 'pods':
      return { count: pods, of: pods, unknown: 0 };
    case 'ingress':
    case 'egress':
      return ofDirection(numbers, column);
    case 'fromInternet':
      return { count: fromInternet.allowed, of: pods, unknown: fromInternet.unknown };
    case 'toInternet':
      return { count: toInternet.allowed, of: pods, unknown: toInternet.unknown };
    case 'openToAll':
      return { count: openToAll.allowed, of: pods, unknown: openToAll.unknown };
    case 'fromOthers':
    case 'toOthers': {
      const { allowed, pairs, unknown } = numbers[column];
      return { count: allowed, of: pairs, unknown };
    }
  }
}

/** Whether more is open than before, or less; of default deny fewer closed pods are more that is open. */
export function changeOf({ now, before }: PostureRowFacts, column: PostureColumn): 'opened' | 'closed' | undefined {
  const [is, was] = [countOf(now, column)?.count, before && countOf(before, column)?.count];
  if (column === 'pods' || is === undefined || was === undefined || is === was) return undefined;
  const isDenial = column === 'ingress' || column === 'egress';
  return is > was === isDenial ? 'closed' : 'opened';
}

/** Whether any of its numbers is another than before. */
export function hasChange(row: PostureRowFacts): boolean {
  return shownColumns.some((column) => changeOf(row, column) !== undefined);
}

/** Anything that no policy shuts: a pod that lets in or out what no rule names, or that the Internet or everybody reaches. */
export function hasOpening({ now }: PostureRowFacts): boolean {
  const isClosed = (['ingress', 'egress'] as const).every((direction) =>
    ['closed', 'none'].includes(now[direction].defaultDeny),
  );
  return !isClosed || now.fromInternet.allowed + now.openToAll.allowed > 0;
}

const weight = ({ error, warning, info }: FindingCounts): number => error * 1e8 + warning * 1e4 + info;

/** By a column; namespaces of the system stay behind the others, equal ones by name. */
export function sortedRows(
  rows: readonly PostureRowFacts[],
  { column, descending }: { readonly column: PostureColumn; readonly descending: boolean },
): readonly PostureRowFacts[] {
  const sign = descending ? -1 : 1;
  const key = (row: PostureRowFacts): number =>
    column === 'findings' ? weight(row.findings) : (shareOf(row.now, column) ?? 0);
  const byName = (a: PostureRowFacts, b: PostureRowFacts): number => (a.now.name < b.now.name ? -1 : 1);
  return [...rows].sort(
    (a, b) =>
      Number(a.now.system) - Number(b.now.system) ||
      (column === 'name' ? sign * byName(a, b) : sign * (key(a) - key(b)) || byName(a, b)),
  );
}

/** Default deny sorts by its share, everything else by its number. */
function shareOf(numbers: PostureNumbers, column: PostureColumn): number | undefined {
  const counts = countOf(numbers, column);
  if (!counts || (column !== 'ingress' && column !== 'egress')) return counts?.count;
  return counts.of === 0 ? 1 : counts.count / counts.of;
}

/** The query of the table that lists the flows behind a number; undefined where it counts no flows. */
export function flowsBehind(name: string, column: PostureColumn): string | undefined {
  switch (column) {
    case 'fromInternet':
      return `from:internet to:${name}/* verdict:allowed,unknown`;
    case 'toInternet':
      return `from:${name}/* to:internet verdict:allowed,unknown`;
    case 'fromOthers':
      return `from:*/* -from:${name}/* to:${name}/* verdict:allowed,unknown`;
    case 'toOthers':
      return `from:${name}/* to:*/* -to:${name}/* verdict:allowed,unknown`;
    case 'openToAll':
      return `from:*/* to:${name}/* verdict:allowed,unknown`;
    default:
      return undefined;
  }
}

const nouns: Partial<Record<PostureFact, string>> = {
  ingress: 'pods are closed to ingress that no rule names',
  egress: 'pods are closed to egress that no rule names',
  fromInternet: 'pods can be reached from the Internet',
  toInternet: 'pods can reach the Internet',
  fromOthers: 'pairs of workloads can connect from other namespaces',
  toOthers: 'pairs of workloads can connect to other namespaces',
  openToAll: 'pods can be reached by every pod of the cluster',
};

/** A cell in words, for those who hear it and for its title. */
export function cellWords({ now, before, findings }: PostureRowFacts, column: PostureColumn): string {
  if (column === 'name') return `Show ${now.name} in the graph`;
  if (column === 'findings') {
    const { error, warning, info } = findings;
    return `${error} errors, ${warning} warnings, ${info} notes`;
  }
  const counts = countOf(now, column);
  if (!counts) return '';
  if (column === 'pods') {
    const apart = now.onHost > 0 ? `, ${groupedDigits(now.onHost)} on the host network` : '';
    return `${groupedDigits(now.pods)} pods of ${groupedDigits(now.workloads)} workloads${apart}`;
  }
  const was = before && countOf(before, column);
  const ports = column === 'fromInternet' || column === 'toInternet' ? now[column].ports : '';
  const isolated =
    column === 'ingress' || column === 'egress' ? `; ${groupedDigits(now[column].governed)} are isolated` : '';
  return [
    `${groupedDigits(counts.count)} of ${groupedDigits(counts.of)} ${nouns[column] ?? ''}${isolated}`,
    ports === '' ? '' : `: ${ports}`,
    counts.unknown > 0 ? `; ${groupedDigits(counts.unknown)} unknown` : '',
    was && was.count !== counts.count ? `; ${groupedDigits(was.count)} before` : '',
  ].join('');
}
