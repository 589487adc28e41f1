// What the query field offers to write next: fields first, then their values as the cluster has them.
import type { SnapshotReport } from '../../engine/results.ts';
import { queryFields, queryFlips, queryProtocols, queryVerdicts } from '../../state/parse-flow-query.ts';
import { type QueryWord, queryWords } from '../../state/query-words.ts';

export interface Completion {
  readonly text: string;
  readonly detail: string;
  /** Names come from manifests; fields and their words are ours. */
  readonly isName: boolean;
}

export interface Completions {
  /** The part of the query that a completion takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

type Inventory = Pick<SnapshotReport, 'namespaces' | 'externals' | 'hosts' | 'policies'>;

/** More than these nobody reads through. */
const MOST = 12;
const nothing = (at: number): Completions => ({ from: at, to: at, options: [] });

export function completeQuery(text: string, caret: number, inventory: Inventory): Completions {
  const word = queryWords(text).find(({ from, to }) => from < caret && caret <= to);
  if (!word) return { from: caret, to: caret, options: fieldOptions('') };
  if (word.isQuoted) return nothing(caret);
  if (word.key === undefined) {
    const from = word.to - word.value.length;
    const fields = fieldOptions(word.value);
    const names = word.value.length < 2 ? [] : partyNames(inventory).filter(startsLike(word.value));
    return { from, to: word.to, options: [...fields, ...names].slice(0, MOST) };
  }
  return valueCompletions(text, caret, word, inventory);
}

/** Of a list of values the one at the caret is completed. */
function valueCompletions(text: string, caret: number, word: QueryWord, inventory: Inventory): Completions {
  if (caret < word.valueFrom) return nothing(caret);
  const from = Math.max(word.valueFrom, text.lastIndexOf(',', caret - 1) + 1);
  const comma = text.slice(caret, word.to).indexOf(',');
  const to = comma < 0 ? word.to : caret + comma;
  const options = valuesOf(word.key ?? '', inventory).filter(startsLike(text.slice(from, caret)));
  // What is there already need not be offered.
  const isWhole = options.length === 1 && options[0]?.text === text.slice(from, to);
  return { from, to, options: isWhole ? [] : options.slice(0, MOST) };
}

function fieldOptions(typed: string): readonly Completion[] {
  return queryFields
    .filter(({ key }) => key.startsWith(typed.toLowerCase()))
    .map(({ key, values }) => ({ text: `${key}:`, detail: values, isName: false }));
}

function valuesOf(key: string, inventory: Inventory): readonly Completion[] {
  switch (key) {
    case 'from':
    case 'to':
      return partyNames(inventory);
    case 'ns':
    case 'namespace':
      return inventory.namespaces.map(({ name }) => ({ text: name, detail: 'namespace', isName: true }));
    case 'verdict':
      return words(queryVerdicts);
    case 'flip':
      return words(queryFlips);
    case 'protocol':
    case 'proto':
      return words(queryProtocols.map((name) => name.toLowerCase()));
    case 'policy':
      return distinct(
        inventory.policies
          .filter(({ implied }) => !implied)
          .map(({ name, namespace }) => ({
            text: name,
            detail: namespace === '' ? 'policy' : namespace,
            isName: true,
          })),
      );
    case 'port':
      return distinct(portsOf(inventory));
    case 'label':
      return distinct(labelsOf(inventory));
    case 'set':
      return inventory.externals
        .filter(({ set }) => set !== undefined)
        .map(({ label }) => ({ text: label, detail: 'network set', isName: true }));
    case 'host':
      return inventory.hosts.map(({ name }) => ({ text: name, detail: 'host', isName: true }));
    default:
      return [];
  }
}

const words = (list: readonly string[]): readonly Completion[] =>
  list.map((text) => ({ text, detail: '', isName: false }));

/** Whole namespaces, what is outside, then workloads. */
function partyNames({ namespaces, externals, hosts }: Inventory): readonly Completion[] {
  const whole = namespaces.map(({ name }) => ({ text: `${name}/*`, detail: 'all of the namespace', isName: true }));
  const outside = externals.map(({ id, label, cidr, set }) => {
    if (set) return { text: `set:${label}`, detail: 'network set', isName: true };
    return { text: cidr ?? id, detail: cidr ? 'address range' : 'outside the cluster', isName: true };
  });
  const onHosts = hosts.map(({ name }) => ({ text: `host:${name}`, detail: 'host', isName: true }));
  const workloads = namespaces.flatMap((namespace) =>
    namespace.workloads.map(({ name, kind }) => ({ text: `${namespace.name}/${name}`, detail: kind, isName: true })),
  );
  return [...whole, ...outside, ...onHosts, ...workloads];
}

function portsOf({ namespaces }: Inventory): readonly Completion[] {
  const found = namespaces.flatMap(({ workloads }) =>
    workloads.flatMap(({ declaredPorts, name }) =>
      declaredPorts.map((port) => {
        const [protocol = '', number = ''] = port.split(' ');
        return { text: number, detail: `${protocol}, declared by ${name}`, isName: false };
      }),
    ),
  );
  return found.sort((a, b) => Number(a.text) - Number(b.text));
}

function labelsOf({ namespaces }: Inventory): readonly Completion[] {
  return namespaces.flatMap(({ workloads }) =>
    workloads.flatMap(({ labels }) =>
      labels.map(([key, value]) => ({ text: `${key}=${value}`, detail: 'label', isName: true })),
    ),
  );
}

function distinct(list: readonly Completion[]): readonly Completion[] {
  return [...new Map(list.toReversed().map((one) => [one.text, one])).values()].toReversed();
}

/** Names that begin so, or whose part behind a slash does. */
function startsLike(typed: string): (option: Completion) => boolean {
  const lower = typed.toLowerCase();
  return ({ text }) => {
    const name = text.toLowerCase();
    return name.startsWith(lower) || name.split(/[/:]/).some((part) => part !== '*' && part.startsWith(lower));
  };
}
