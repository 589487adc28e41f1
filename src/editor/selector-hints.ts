// The quiet count at the end of a selector's last line: `← 2 pods`.
import type { SourceDocument } from '../documents/document-value.ts';
import type { LineIndex } from '../documents/line-index.ts';
import type { SnapshotReport } from '../engine/results.ts';
import { counted, selectedBy } from './selected-workloads.ts';
import { type SelectorPlace, selectorPlaces } from './selector-places.ts';

export interface SelectorHint {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** True where nothing is selected, which is rarely meant. */
  readonly empty: boolean;
}

/** One hint a line, in order; selectors that end on one line share it. */
export function selectorHints(
  documents: readonly SourceDocument[],
  lines: LineIndex,
  report: SnapshotReport,
): SelectorHint[] {
  const hints = new Map<number, SelectorHint>();
  for (const place of selectorPlaces(documents)) {
    const hint = hintFor(place, report);
    if (!hint) continue;
    const { text, empty } = hint;
    const { line } = lines.positionAt(place.end);
    const before = hints.get(line);
    hints.set(
      line,
      before
        ? { line, text: `${before.text} · ${text}`, empty: before.empty || empty }
        : { line, text: `← ${text}`, empty },
    );
  }
  return [...hints.values()].sort((a, b) => a.line - b.line);
}

function hintFor(place: SelectorPlace, report: SnapshotReport): { text: string; empty: boolean } | undefined {
  const selected = selectedBy(place, report);
  if (selected.pods === undefined) return undefined;
  if (place.role !== 'namespaces') return { text: counted(selected.pods, 'pod'), empty: selected.pods === 0 };
  const namespaces = counted(selected.namespaces.length, 'namespace');
  const empty = selected.namespaces.length === 0;
  return { text: place.narrowed ? namespaces : `${namespaces}, ${counted(selected.pods, 'pod')}`, empty };
}
