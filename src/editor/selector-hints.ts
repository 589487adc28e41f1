// The quiet count at the end of a selector's last line: `← 2 pods`; where it finds nothing, what it comes near to.
import type { SelectorCount } from '../engine/selector-lookup.ts';
import { foundWords } from './selector-words.ts';

export interface SelectorHint {
  /** From 1. */
  readonly line: number;
  /** What it says, and shorter ways to say it, for want of room: `← 10 namespaces, 99 pods`, `← 99`. */
  readonly forms: readonly string[];
  /** True where nothing is selected, which is rarely meant. */
  readonly empty: boolean;
  /** The selector that a click on the hint means: the last of the line. */
  readonly selector: string;
}

function formsOf(selector: SelectorCount): readonly string[] {
  const words = foundWords(selector);
  const { asks, narrowed, pods, hosts, sets, namespaces } = selector;
  const number = asks === 'namespaces' && narrowed ? namespaces : pods + hosts + sets;
  const last = words.slice(words.lastIndexOf(', ') + 1).trim();
  const short = last.replace('network set', 'set').replace('host endpoint', 'host');
  const { hint, said } = selector.near ?? {};
  const whole = hint === undefined ? words : `${words}; ${hint}`;
  const brief = said === undefined ? words : `${words}; ${said}?`;
  return [whole, brief, words, ...(sets > 0 && pods > 0 ? [] : [short]), number.toLocaleString('en-US')];
}

/** One hint a line, in order; selectors that end on one line share it. */
export function selectorHints(selectors: readonly SelectorCount[]): SelectorHint[] {
  const hints = new Map<number, SelectorHint>();
  for (const selector of selectors) {
    const line = selector.location.endLine;
    const before = hints.get(line);
    const forms = formsOf(selector).map((form, at) => (before ? `${before.forms[at]} · ${form}` : `← ${form}`));
    const empty = selector.near !== undefined || before?.empty === true;
    hints.set(line, { line, forms, empty, selector: selector.id });
  }
  return [...hints.values()].sort((a, b) => a.line - b.line);
}
