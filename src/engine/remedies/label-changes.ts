// Which single label, given or taken, would make a selector select somebody, or stop selecting.
import { type Labelled, type LabelScope, type Selector, selectsOne } from '../../model/selector.ts';

/** `value` undefined: the label is taken away. */
export interface LabelChange {
  readonly scope: LabelScope;
  readonly key: string;
  readonly value: string | undefined;
}

/** Values of one list that are tried. */
const MOST_VALUES = 3;

/** Changes that turn one question of the selector around, whatever its others say. */
function perhaps(selector: Selector, wanted: boolean, one: Labelled): readonly LabelChange[] {
  switch (selector.op) {
    case 'all':
    case 'type':
      return [];
    case 'and':
    case 'or':
      return selector.terms.flatMap((term) => (selectsOne(term, one) === wanted ? [] : perhaps(term, wanted, one)));
    case 'not':
      return perhaps(selector.term, !wanted, one);
    default: {
      const { scope, key } = selector;
      if (!wanted) return [{ scope, key, value: undefined }];
      const values = selector.op === 'in' ? selector.values : [selector.op === 'has' ? 'true' : selector.text];
      return values.slice(0, MOST_VALUES).map((value) => ({ scope, key, value }));
    }
  }
}

/** The same one after a change. */
export function changed(one: Labelled, { scope, key, value }: LabelChange): Labelled {
  return {
    ...one,
    labelOf: (asked, name) => (asked === scope && name === key ? value : one.labelOf(asked, name)),
  };
}

/** Single changes after which the selector selects `one` (or, with `wanted` false, does not); none where it does so already. */
export function labelChanges(selector: Selector, wanted: boolean, one: Labelled): readonly LabelChange[] {
  if (selectsOne(selector, one) === wanted) return [];
  const tried = new Map(perhaps(selector, wanted, one).map((change) => [JSON.stringify(change), change]));
  return [...tried.values()].filter((change) => selectsOne(selector, changed(one, change)) === wanted);
}
