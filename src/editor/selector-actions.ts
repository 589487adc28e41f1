// What can be done about a selector: show what it finds, and write what it comes near to where it finds nothing.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { Span } from '../documents/document-value.ts';
import type { SelectorCount } from '../engine/selector-lookup.ts';
import { foundWords, selectorAt } from './selector-words.ts';

export type SelectorAction =
  | { readonly type: 'show'; readonly title: string; readonly selector: string }
  | { readonly type: 'fix'; readonly title: string; readonly fix: QuickFix };

/** For the selector that a stretch of the text begins in; the likeliest first. */
export function selectorActions(selectors: readonly SelectorCount[], { start }: Span): readonly SelectorAction[] {
  const selector = selectorAt(selectors, start);
  if (!selector) return [];
  const { id, near } = selector;
  const show: SelectorAction = {
    type: 'show',
    title: near ? 'Show why this selector finds nothing' : `Show what this selector finds: ${foundWords(selector)}`,
    selector: id,
  };
  if (!near?.fix) return [show];
  return [{ type: 'fix', title: near.fix.title.replaceAll('`', ''), fix: near.fix }, show];
}
