// One side of a Calico rule as its document writes it.
import { entryOf, type MapValue } from '../../documents/document-value.ts';
import { itemsAt, mapAt, numberOf, textOf } from '../../documents/value-parts.ts';
import { NAMESPACE_NAME_LABEL, type Selector } from '../../model/selector.ts';
import type { WrittenSelector, WrittenSide, WrittenTraffic } from '../../model/written-policy.ts';
import { parseAddresses } from '../../net/cidr.ts';
import { ALL_PORTS, portRange, unionOfAll } from '../../net/connection-set.ts';
import type { CalicoEntity } from '../../resources/calico-resource.ts';
import { writtenSelector } from '../written-object.ts';
import { compileSelector, entitySelectors } from './compile-selector.ts';
import { OWN_NAME } from './label-names.ts';
import { transportsOf } from './protocol-names.ts';
import { replaceGlobalCall } from './rewrite-selector.ts';
import { type Bearer, type Expression, readExpression } from './written-expression.ts';

/** The text that spans are offsets into, and the policy's namespace (empty for cluster scope). */
export interface EntityReading {
  readonly source: string;
  readonly namespace: string;
}

const NOTHING: CalicoEntity = {
  nets: [],
  notNets: [],
  selector: undefined,
  notSelector: undefined,
  namespaceSelector: undefined,
  serviceAccounts: undefined,
  services: undefined,
  ports: [],
  notPorts: [],
  domains: [],
  range: undefined,
};

/** Which namespaces an expression means, by their own labels; every namespace has its name as one, and `global()` means none. */
export function asksNamespaces({ field }: Expression): Selector {
  const scoped = (selector: Selector): Selector => {
    if ('scope' in selector) {
      const key = selector.key === OWN_NAME ? NAMESPACE_NAME_LABEL : selector.key;
      return { ...selector, key, scope: 'namespace' };
    }
    if (selector.op === 'not') return { op: 'not', term: scoped(selector.term) };
    if (selector.op === 'and' || selector.op === 'or') return { op: selector.op, terms: selector.terms.map(scoped) };
    return selector;
  };
  return scoped(compileSelector(replaceGlobalCall(field.tree, NAMESPACE_NAME_LABEL)));
}

export function readEntity(
  map: MapValue | undefined,
  path: string,
  role: 'peer' | 'own',
  { source, namespace }: EntityReading,
): WrittenSide | undefined {
  if (!map) return undefined;
  const read = (at: MapValue | undefined, name: string, of: Bearer) =>
    readExpression(source, '', at && entryOf(at, name), of);
  const own = read(map, 'selector', 'endpoints');
  const not = read(map, 'notSelector', 'endpoints');
  const spaces = read(map, 'namespaceSelector', 'namespaces');
  const accounts = mapAt(map, 'serviceAccounts');
  const account = read(accounts, 'selector', 'accounts');
  const names = itemsAt(accounts, 'names').flatMap((item) => textOf(item) ?? []);
  const entity: CalicoEntity = {
    ...NOTHING,
    selector: own?.field,
    notSelector: not?.field,
    namespaceSelector: spaces?.field,
    serviceAccounts: accounts && { names, selector: account?.field },
  };
  const meant = entitySelectors(entity, namespace).positive;
  const selectors: WrittenSelector[] = [];
  const within = namespace === '' || spaces ? undefined : namespace;
  const told = { role, meant: meant ?? { op: 'all' as const }, within };
  if (own) selectors.push(writtenSelector(own, { ...told, path: `${path}.selector`, asks: 'endpoints' }));
  if (not) {
    const left = entitySelectors({ ...entity, selector: not.field, notSelector: undefined }, namespace).positive;
    const except = { role: 'except' as const, meant: left ?? told.meant, within };
    selectors.push(writtenSelector(not, { ...except, path: `${path}.notSelector`, asks: 'endpoints' }));
  }
  if (spaces) {
    const narrowed = own !== undefined || account !== undefined;
    const at = { ...told, path: `${path}.namespaceSelector`, asks: 'namespaces' as const, narrowed };
    selectors.push(writtenSelector(spaces, at, asksNamespaces(spaces)));
  }
  if (account) {
    selectors.push(writtenSelector(account, { ...told, path: `${path}.serviceAccounts.selector`, asks: 'accounts' }));
  }
  const nets = itemsAt(map, 'nets').flatMap((item) => {
    const cidr = parseAddresses(textOf(item) ?? '');
    return cidr ? [{ span: item, cidr }] : [];
  });
  return { selectors, meant, nets };
}

/** The items of `ports`: numbers, ranges and names, of the rule's protocol. */
export function readPorts(side: MapValue | undefined, protocol: number | undefined): readonly WrittenTraffic[] {
  return itemsAt(side, 'ports').flatMap((item): WrittenTraffic[] => {
    const [, low, high] = /^(\d+):(\d+)$/.exec(textOf(item) ?? '') ?? [];
    const single = numberOf(item);
    const [from, to] = low === undefined ? [single, single] : [Number(low), Number(high)];
    const name = textOf(item);
    if (from !== undefined && to !== undefined) {
      const points = unionOfAll(transportsOf(protocol).map((one) => portRange(one, from, to)));
      return [{ spans: [item], term: { type: 'points', points, text: '' } }];
    }
    return name === undefined ? [] : [{ spans: [item], term: { type: 'named', name, within: ALL_PORTS, text: '' } }];
  });
}
