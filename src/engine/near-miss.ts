// What a selector that finds nothing comes nearest to: a value or a label that is there, or the right pods in another place.

import { compareText } from '../base/compare-text.ts';
import { counted } from '../base/counted.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { QuickFix } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { writeScalar } from '../documents/write-scalar.ts';
import { allOf } from '../model/selector.ts';
import type { WrittenCondition, WrittenSelector } from '../model/written-policy.ts';
import { foundEndpoints } from './found-endpoints.ts';
import type { Snapshot } from './snapshot.ts';

export interface NearMiss {
  /** A sentence without a full stop; what is quoted stands in backticks. */
  readonly message: string;
  /** Of it what is there instead, for the end of a line. */
  readonly hint: string;
  /** The same in the fewest words, where that is a condition: `app: webb`. */
  readonly said?: string;
  /** Writes what is near, where that is one word in the place of another. */
  readonly fix?: QuickFix;
}

/** Something that carries labels, as often as it counts. */
interface Bearer {
  readonly labels: ReadonlyMap<string, string>;
  readonly count: number;
  readonly namespace: string;
}

/** Values that are listed where none of them is near. */
const MOST_VALUES = 5;

const NOUNS = { endpoints: 'pod', namespaces: 'namespace', accounts: 'service account' } as const;

function bearersOf({ asks, within }: WrittenSelector, { cluster }: Snapshot): readonly Bearer[] {
  const isInside = (namespace: string): boolean => within === undefined || namespace === within;
  switch (asks) {
    case 'namespaces':
      return cluster.namespaces.map(({ labels, name }) => ({ labels, count: 1, namespace: name }));
    case 'accounts':
      return [...cluster.serviceAccounts].map(([name, labels]) => ({
        labels,
        count: 1,
        namespace: name.slice(0, name.indexOf('/')),
      }));
    case 'endpoints':
      return cluster.endpoints.filter(({ namespace }) => isInside(namespace));
  }
}

/** How many carry each value of a label. */
function valuesOf(bearers: readonly Bearer[], key: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labels, count } of bearers) {
    const value = labels.get(key);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

function keysOf(bearers: readonly Bearer[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labels, count } of bearers)
    for (const key of labels.keys()) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/** The condition with another word in place of one, as it is written. */
const rewritten = ({ text }: WrittenCondition, old: string, word: string): string => text.replace(old, word);

/** The one place of a word among those that a condition is written with: a name stands before its value. */
function placeOf(text: string, { spans }: WrittenCondition, word: string, part: 'key' | 'value'): number | undefined {
  const places = spans.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\w./-]+/g)].flatMap((found) =>
      found[0] === word ? [start + found.index] : [],
    ),
  );
  const isPlain = places.length === 1 || (places.length === 2 && spans.length === 1);
  return isPlain ? places.at(part === 'key' ? 0 : -1) : undefined;
}

interface Rewriting {
  readonly condition: WrittenCondition;
  readonly part: 'key' | 'value';
  readonly old: string;
  readonly word: string;
  /** `is on 3 pods`. */
  readonly on: string;
}

/** Only words that mean themselves wherever they stand. */
function rewriting({ path, text }: SourceFile, { condition, part, old, word, on }: Rewriting): { fix?: QuickFix } {
  const start = placeOf(text, condition, old, part);
  if (start === undefined || !/^[\w./-]+$/.test(word)) return {};
  const isQuoted = /["']/.test(text.charAt(start - 1));
  if (!isQuoted && writeScalar(word) !== word) return {};
  const what = part === 'key' ? `the label \`${word}\`` : `\`${rewritten(condition, old, word)}\``;
  const title = `Write ${what}, which ${on}`;
  return { fix: { title, edits: [{ file: path, start, end: start + old.length, text: word }] } };
}

function missedLabel(
  condition: WrittenCondition,
  bearers: readonly Bearer[],
  noun: string,
  file: SourceFile,
): NearMiss | undefined {
  const { wanted, text } = condition;
  if (!wanted) return undefined;
  const values = valuesOf(bearers, wanted.key);
  const head = `\`${text}\` matches nothing`;
  if (values.size === 0) {
    const keys = keysOf(bearers);
    const near = nearestName(wanted.key, keys.keys());
    if (near === undefined)
      return { message: `${head}: no ${noun} here has the label \`${wanted.key}\``, hint: `none has ${wanted.key}` };
    const said = rewritten(condition, wanted.key, near);
    const on = `is on ${counted(keys.get(near) ?? 0, noun)}`;
    const fix = rewriting(file, { condition, part: 'key', old: wanted.key, word: near, on });
    return {
      message: `${head}; the label \`${near}\` ${on}`,
      hint: `did you mean ${said}? ${near} ${on}`,
      said,
      ...fix,
    };
  }
  if (!wanted.values || wanted.values.some((value) => values.has(value))) return undefined;
  for (const value of wanted.values) {
    const near = nearestName(value, values.keys());
    if (near === undefined) continue;
    const said = rewritten(condition, value, near);
    const on = `is on ${counted(values.get(near) ?? 0, noun)}`;
    const fix = rewriting(file, { condition, part: 'value', old: value, word: near, on });
    return { message: `${head}; \`${said}\` ${on}`, hint: `${said} ${on}`, said, ...fix };
  }
  const there = [...values].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([value]) => value);
  const shown = there.slice(0, MOST_VALUES);
  const more = there.length > shown.length ? ' and others' : '';
  const list = (quote: string): string => shown.map((value) => `${quote}${value}${quote}`).join(', ') + more;
  return {
    message: `${head}; the values of \`${wanted.key}\` here: ${list('`')}`,
    hint: `${wanted.key} is ${list('')}`,
  };
}

/** Where all of its conditions fit something that another selector, or the namespace, leaves out. */
function missedPlace({ conditions, within, asks }: WrittenSelector, snapshot: Snapshot): NearMiss | undefined {
  if (asks !== 'endpoints' || conditions.length === 0) return undefined;
  const places = new Map<string, number>();
  let pods = 0;
  for (const index of foundEndpoints(allOf(conditions.map(({ selector }) => selector)), snapshot)) {
    const endpoint = snapshot.cluster.endpoints[index];
    if (!endpoint || endpoint.workload < 0) continue;
    pods += endpoint.count;
    places.set(endpoint.namespace, (places.get(endpoint.namespace) ?? 0) + endpoint.count);
  }
  const [first] = [...places].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  if (!first) return undefined;
  const texts = conditions.map(({ text }) => `\`${text}\``).join(' with ');
  const where =
    places.size === 1 ? `of namespace \`${first[0]}\`` : `of ${places.size} namespaces, \`${first[0]}\` first`;
  const looked = within === undefined ? 'where its other conditions look' : `in \`${within}\`, where this looks`;
  const on = `${counted(pods, 'pod')} ${where}`;
  return { message: `${texts} fits ${on}, and none ${looked}`, hint: `${on.replaceAll('`', '')} would fit` };
}

/** `file` holds the selector. Undefined where there is nothing to come near to. */
export function nearMiss(selector: WrittenSelector, file: SourceFile, snapshot: Snapshot): NearMiss | undefined {
  const bearers = bearersOf(selector, snapshot);
  const noun = NOUNS[selector.asks];
  const elsewhere = missedPlace(selector, snapshot);
  if (elsewhere) return elsewhere;
  if (bearers.length === 0) {
    const where = selector.within === undefined ? '' : ` in \`${selector.within}\``;
    return { message: `There are no ${noun}s${where}`, hint: `there are none${where.replaceAll('`', '')}` };
  }
  for (const condition of selector.conditions) {
    const missed = missedLabel(condition, bearers, noun, file);
    if (missed) return missed;
  }
  if (selector.conditions.length < 2) return undefined;
  const texts = selector.conditions.map(({ text }) => `\`${text}\``).join(' and ');
  return { message: `No ${noun} fits ${texts} together`, hint: `no ${noun} fits all conditions` };
}
