// A selector expression by itself, against the labels of something; for recorded cases.
import { compileSelector } from '../dialects/calico/compile-selector.ts';
import { selects } from '../model/selector.ts';
import { parseCalicoSelector } from '../resources/calico-selector.ts';

/** Whether the expression selects something with these labels, or why it is no expression. */
export function matchSelector(
  text: string,
  labels: ReadonlyMap<string, string>,
): { readonly match: boolean } | { readonly error: string } {
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) return { error: parsed.error.message };
  return { match: selects(compileSelector(parsed.tree), () => labels) };
}
