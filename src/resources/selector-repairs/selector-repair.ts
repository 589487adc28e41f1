// What a repair of a Calico selector looks at, and what it proposes.
import type { SelectorFault } from '../calico-selector-grammar.ts';
import type { SelectorSpan } from '../calico-selector-syntax.ts';
import type { SelectorToken, WordToken } from '../calico-selector-tokens.ts';

/** Replaces a span of the selector's text. */
export interface SelectorFix extends SelectorSpan {
  readonly text: string;
}

export interface SelectorRepair {
  /** An imperative sentence that names the likely intention. */
  readonly advice: string;
  /** Undefined where nobody can tell what to write. */
  readonly fix?: SelectorFix;
}

/** The place where a text stops being a selector. */
export interface SelectorScene {
  readonly text: string;
  readonly fault: SelectorFault;
  readonly token: SelectorToken | undefined;
  readonly previous: SelectorToken | undefined;
  /** The text from `token` on. */
  readonly rest: string;
}

/** Undefined where the mistake is none that it knows. Its fix may still be wrong: the caller reads the fixed text. */
export type FindRepair = (scene: SelectorScene) => SelectorRepair | undefined;

export function sceneOf(text: string, fault: SelectorFault): SelectorScene {
  const { tokens, index, start } = fault;
  return { text, fault, token: tokens[index], previous: tokens[index - 1], rest: text.slice(start) };
}

/** The token so many places before the fault. */
export function tokenBefore({ fault }: SelectorScene, places: number): SelectorToken | undefined {
  return fault.tokens[fault.index - places];
}

/** The label that lacks its operator, where that is the fault. */
export function loneLabel({ fault, previous }: SelectorScene): WordToken | undefined {
  return fault.need === 'operator' && previous?.kind === 'label' ? previous : undefined;
}

export function replace({ start, end }: SelectorSpan, text: string): SelectorFix {
  return { start, end, text };
}

/** `replacement` with a blank on either side where the text has none and does not end. */
export function replaceSpaced(text: string, { start, end }: SelectorSpan, replacement: string): SelectorFix {
  const before = start === 0 || /[\s(]/.test(text.charAt(start - 1)) ? '' : ' ';
  const after = end === text.length || /[\s),}]/.test(text.charAt(end)) ? '' : ' ';
  return { start, end, text: `${before}${replacement}${after}` };
}

/** Deletes a span with the blanks before it, or after it where none are before. */
export function remove(text: string, { start, end }: SelectorSpan): SelectorFix {
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (from === 0 && to < text.length && /\s/.test(text.charAt(to))) to += 1;
  return { start: from, end: to, text: '' };
}
