// A policy of projectcalico.org, enforced or staged, as its document writes it.
import { entryOf, type MapValue } from '../../documents/document-value.ts';
import { entrySpan, mapAt, mapsAt, numberOf, textOf } from '../../documents/value-parts.ts';
import { allOf, type EndpointType, type Selector } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import type { WrittenPolicy, WrittenRule, WrittenSelector, WrittenTraffic } from '../../model/written-policy.ts';
import { wholeProtocol } from '../../net/connection-set.ts';
import { namesOf, selectorsIn, writtenSelector } from '../written-object.ts';
import { compileSelector, policySubject } from './compile-selector.ts';
import { ACCOUNT_PREFIX, NAMESPACE_LABEL } from './label-names.ts';
import { protocolName } from './protocol-names.ts';
import { prefixKeys } from './rewrite-selector.ts';
import { asksNamespaces, type EntityReading, readEntity, readPorts } from './written-entity.ts';
import { type Bearer, readExpression } from './written-expression.ts';

const PODS_AND_HOSTS: readonly EndpointType[] = ['pod', 'host', 'every-host'];
const HOSTS: readonly EndpointType[] = ['host', 'every-host'];

function isTrue(spec: MapValue | undefined, name: string): boolean {
  const value = spec && entryOf(spec, name)?.value;
  return value?.kind === 'bool' && value.value;
}

/** What the policy applies to (Calico reference: one selector of three parts). */
function readSubject(spec: MapValue | undefined, { source, namespace }: EntityReading): readonly WrittenSelector[] {
  const read = (name: string, of: Bearer) => readExpression(source, '', spec && entryOf(spec, name), of);
  const own = read('selector', 'endpoints');
  const accounts = read('serviceAccountSelector', 'accounts');
  const spaces = namespace === '' ? read('namespaceSelector', 'namespaces') : undefined;
  const subject = policySubject({
    selector: own?.field,
    serviceAccountSelector: accounts?.field,
    namespaceSelector: spaces?.field,
    namespace,
  });
  const isOfHosts = isTrue(spec, 'preDNAT') || isTrue(spec, 'doNotTrack');
  const meant =
    namespace === '' ? allOf([{ op: 'type', types: isOfHosts ? HOSTS : PODS_AND_HOSTS }, subject]) : subject;
  const within = namespace === '' ? undefined : namespace;
  const told = { role: 'subject', meant, within } as const;
  const narrowed = own !== undefined || accounts !== undefined;
  const selectors: WrittenSelector[] = [];
  if (own) selectors.push(writtenSelector(own, { ...told, path: 'spec.selector', asks: 'endpoints' }));
  if (spaces) {
    const at = { ...told, path: 'spec.namespaceSelector', asks: 'namespaces', narrowed } as const;
    selectors.push(writtenSelector(spaces, at, asksNamespaces(spaces)));
  }
  if (accounts) {
    const of: Selector = compileSelector(prefixKeys(accounts.field.tree, ACCOUNT_PREFIX));
    const place: Selector[] =
      namespace === '' ? [] : [{ op: 'in', scope: 'endpoint', key: NAMESPACE_LABEL, values: [namespace] }];
    const alone = allOf([{ op: 'type', types: ['pod'] }, ...place, of]);
    const at = { ...told, meant: alone, path: 'spec.serviceAccountSelector', asks: 'accounts' } as const;
    selectors.push(writtenSelector(accounts, at));
  }
  return selectors;
}

function protocolOf(rule: MapValue): number | undefined {
  const value = entryOf(rule, 'protocol')?.value;
  const number = numberOf(value);
  if (number !== undefined) return number;
  const name = textOf(value);
  return [1, 6, 17, 58, 132, 136].find((one) => protocolName(one) === name);
}

function readTraffic(rule: MapValue, protocol: number | undefined): readonly WrittenTraffic[] {
  const entry = entryOf(rule, 'protocol');
  const own: WrittenTraffic[] =
    entry && protocol !== undefined && protocol >= 1 && protocol <= 255
      ? [{ spans: [entrySpan(entry)], term: { type: 'points', points: wholeProtocol(protocol), text: '' } }]
      : [];
  return [...own, ...readPorts(mapAt(rule, 'destination'), protocol)];
}

function readRules(spec: MapValue, reading: EntityReading): readonly WrittenRule[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    mapsAt(spec, direction).map((rule, index) => {
      const [peer, own] = direction === 'ingress' ? ['source', 'destination'] : ['destination', 'source'];
      const path = `spec.${direction}[${index}]`;
      const other = readEntity(mapAt(rule, peer ?? ''), `${path}.${peer}`, 'peer', reading);
      return {
        span: rule,
        peers: other ? [other] : [],
        own: readEntity(mapAt(rule, own ?? ''), `${path}.${own}`, 'own', reading),
        traffic: readTraffic(rule, protocolOf(rule)),
      };
    }),
  );
}

const GLOBAL: ReadonlySet<string> = new Set(['GlobalNetworkPolicy', 'StagedGlobalNetworkPolicy']);
const NAMESPACED: ReadonlySet<string> = new Set(['NetworkPolicy', 'StagedNetworkPolicy']);
const GROUPS: ReadonlySet<string> = new Set(['projectcalico.org', 'crd.projectcalico.org']);

/** Undefined where the object is none of these kinds, or counts for nothing under the reading. */
export function writtenCalicoPolicy(object: MapValue, source: string, semantics: Semantics): WrittenPolicy | undefined {
  const names = namesOf(object);
  const isGlobal = GLOBAL.has(names.kind);
  const isPolicy = GROUPS.has(names.group) && (isGlobal || NAMESPACED.has(names.kind));
  if (!isPolicy || semantics === 'kubernetes') return undefined;
  const namespace = isGlobal ? '' : names.namespace;
  const spec = mapAt(object, 'spec');
  const reading = { source, namespace };
  const rules = spec ? readRules(spec, reading) : [];
  const selectors = selectorsIn(readSubject(spec, reading), rules);
  return { kind: names.kind, namespace, name: names.name, selectors, rules };
}
