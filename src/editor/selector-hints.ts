// The quiet count at the end of a selector's last line: `← 2 pods`; where it finds nothing, what it comes near to.
import type { SelectorCount } from '../engine/selector-lookup.ts';
import { foundWords } from './selector-words.ts';

export interface SelectorHint {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** True where nothing is selected, which is rarely meant. */
  readonly empty: boolean;
  /** The selector that a click on the hint means: the last of the line. */
  readonly selector: string;
}

/** One hint a line, in order; selectors that end on one line share it. */
export function selectorHints(selectors: readonly SelectorCount[]): SelectorHint[] {
  const hints = new Map<number, SelectorHint>();
  for (const selector of selectors) {
    const line = selector.location.endLine;
    const before = hints.get(line);
    const empty = selector.near !== undefined;
    const words = `${foundWords(selector)}${selector.near ? `; ${selector.near.hint}` : ''}`;
    const text = before ? `${before.text} · ${words}` : `← ${words}`;
    hints.set(line, { line, text, empty: empty || before?.empty === true, selector: selector.id });
  }
  return [...hints.values()].sort((a, b) => a.line - b.line);
}
