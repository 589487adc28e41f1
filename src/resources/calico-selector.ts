// Reads a Calico selector, and says of a text that is none what was expected where, and what was likely meant.

import { readSelector, type SelectorFault } from './calico-selector-grammar.ts';
import { selectorMessage } from './calico-selector-message.ts';
import type { CalicoSelector, SelectorSpan } from './calico-selector-syntax.ts';
import { characterRepairs } from './selector-repairs/repair-characters.ts';
import { labelRepairs } from './selector-repairs/repair-labels.ts';
import { structureRepairs } from './selector-repairs/repair-structure.ts';
import { symbolRepairs } from './selector-repairs/repair-symbols.ts';
import { valueRepairs } from './selector-repairs/repair-values.ts';
import { type SelectorFix, type SelectorRepair, sceneOf } from './selector-repairs/selector-repair.ts';

/** Offsets are into the selector's text. */
export interface SelectorError extends SelectorSpan {
  /** What was expected, after what, and what is there. */
  readonly message: string;
  /** An imperative sentence about what was likely meant. */
  readonly advice?: string;
  /** Rights this mistake; another one may come after it. */
  readonly fix?: SelectorFix;
}

/** Longer texts get no advice. */
const MAX_REPAIRED_LENGTH = 16_384;

const repairs = [...characterRepairs, ...symbolRepairs, ...valueRepairs, ...labelRepairs, ...structureRepairs];

/**
 * The tree of a selector, or its first error (Calico reference, "Selectors", and its parser). Empty and blank texts select
 * everything. Never throws; takes time linear in the text.
 */
export function parseCalicoSelector(
  text: string,
): { readonly tree: CalicoSelector } | { readonly error: SelectorError } {
  const read = readSelector(text);
  if ('tree' in read) return read;
  const { fault } = read;
  const repair = text.length > MAX_REPAIRED_LENGTH ? undefined : chooseRepair(text, fault);
  return { error: { message: selectorMessage(text, fault), start: fault.start, end: fault.end, ...repair } };
}

/** The first repair that makes the text right; failing that, the first after which the next mistake lies further on. */
function chooseRepair(text: string, fault: SelectorFault): SelectorRepair | undefined {
  const scene = sceneOf(text, fault);
  let helpful: SelectorRepair | undefined;
  for (const find of repairs) {
    const repair = find(scene);
    const effect = repair && effectOf(text, repair);
    if (effect === 'right') return repair;
    if (effect === 'helps') helpful ??= repair;
  }
  return helpful;
}

function effectOf(text: string, { fix }: SelectorRepair): 'right' | 'helps' | 'none' {
  if (!fix) return 'helps';
  const read = readSelector(text.slice(0, fix.start) + fix.text + text.slice(fix.end));
  if ('tree' in read) return 'right';
  return read.fault.start >= fix.start + fix.text.length ? 'helps' : 'none';
}
