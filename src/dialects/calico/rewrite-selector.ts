// Rewrites selectors as Calico does: label names get prefixes, and calls are replaced in the selector's text.
import type { CalicoSelector, SelectorWord } from '../../resources/calico-selector-syntax.ts';

/** `tree` with every node changed by `change`, from the leaves up; spans stay. */
function mapNodes(tree: CalicoSelector, change: (node: CalicoSelector) => CalicoSelector): CalicoSelector {
  switch (tree.op) {
    case 'not':
      return change({ ...tree, term: mapNodes(tree.term, change) });
    case 'and':
    case 'or':
      return change({ ...tree, terms: tree.terms.map((term) => mapNodes(term, change)) });
    default:
      return change(tree);
  }
}

/** Every label's name behind `prefix`. */
export function prefixKeys(tree: CalicoSelector, prefix: string): CalicoSelector {
  return mapNodes(tree, (node) =>
    'key' in node ? { ...node, key: { ...node.key, text: prefix + node.key.text } } : node,
  );
}

/**
 * `has(key)` for `all()`. Calico replaces the letters in the normalised text of the selector, so that those of strings
 * change as well; labels cannot have them.
 */
export function replaceAllCall(tree: CalicoSelector, key: string): CalicoSelector {
  return replaceCall(tree, 'all', key, (has) => has);
}

/** `!has(key)` for `global()`, in strings too. */
export function replaceGlobalCall(tree: CalicoSelector, key: string): CalicoSelector {
  return replaceCall(tree, 'global', key, (term) => ({ op: 'not', term, start: term.start, end: term.end }));
}

function replaceCall(
  tree: CalicoSelector,
  op: 'all' | 'global',
  key: string,
  wrap: (has: CalicoSelector) => CalicoSelector,
): CalicoSelector {
  const written = op === 'global' ? `!has(${key})` : `has(${key})`;
  const inWord = (word: SelectorWord): SelectorWord => ({ ...word, text: word.text.replaceAll(`${op}()`, written) });
  return mapNodes(tree, (node) => {
    if (node.op === op) {
      const { start, end } = node;
      return wrap({ op: 'has', key: { text: key, start, end }, start, end });
    }
    if ('value' in node) return { ...node, value: inWord(node.value) };
    return 'values' in node ? { ...node, values: node.values.map(inWord) } : node;
  });
}
