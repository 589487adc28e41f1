// What every policy's document begins with, and the parts that several families write alike.
import type { MapValue } from '../documents/document-value.ts';
import { mapAt, mapsAt, textAt, writtenEnd } from '../documents/value-parts.ts';
import type { Selector } from '../model/selector.ts';
import type { WrittenRule, WrittenSelector, WrittenSide, WrittenTraffic } from '../model/written-policy.ts';
import type { ReadSelector } from './written-label-selector.ts';

export interface ObjectNames {
  readonly group: string;
  readonly kind: string;
  /** As written, `default` where a namespaced object names none. */
  readonly namespace: string;
  readonly name: string;
}

export function namesOf(object: MapValue): ObjectNames {
  const metadata = mapAt(object, 'metadata');
  const apiVersion = textAt(object, 'apiVersion') ?? '';
  return {
    group: apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/'))),
    kind: textAt(object, 'kind') ?? '',
    namespace: textAt(metadata, 'namespace') || 'default',
    name: textAt(metadata, 'name') ?? '',
  };
}

type Described = Pick<WrittenSelector, 'path' | 'role' | 'asks'> & {
  readonly meant: Selector;
  readonly narrowed?: boolean;
  readonly within?: string | undefined;
};

/** A selector that was read, with what it is for. */
export function writtenSelector(
  { entry, text, conditions }: Pick<ReadSelector, 'entry' | 'text' | 'conditions'>,
  { path, role, asks, meant, narrowed = false, within }: Described,
  namespaces?: Selector,
): WrittenSelector {
  return {
    path,
    role,
    asks,
    text,
    keySpan: entry.keySpan,
    end: writtenEnd(entry),
    meant,
    narrowed,
    conditions,
    ...(within === undefined ? {} : { within }),
    ...(namespaces ? { namespaces } : {}),
  };
}

/** Rules as Kubernetes writes them: `ingress` with `from`, and `egress` with `to`. A peer that says nothing is left out. */
export function writtenRules(
  spec: MapValue | undefined,
  readPeer: (peer: MapValue, path: string) => WrittenSide | undefined,
  readTraffic: (rule: MapValue) => readonly WrittenTraffic[],
): readonly WrittenRule[] {
  const lists = [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const;
  return lists.flatMap(([direction, field]) =>
    mapsAt(spec, direction).map((rule, index) => ({
      span: rule,
      peers: mapsAt(rule, field).flatMap(
        (peer, at) => readPeer(peer, `spec.${direction}[${index}].${field}[${at}]`) ?? [],
      ),
      own: undefined,
      traffic: readTraffic(rule),
    })),
  );
}

/** All selectors of a policy, its subject's and those in its rules, in the order of the text. */
export function selectorsIn(
  subject: readonly WrittenSelector[],
  rules: readonly WrittenRule[],
): readonly WrittenSelector[] {
  const sides = rules.flatMap(({ peers, own }) => [...peers, ...(own ? [own] : [])]);
  return [...subject, ...sides.flatMap(({ selectors }) => selectors)].sort((a, b) => a.keySpan.start - b.keySpan.start);
}
