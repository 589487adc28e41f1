// The policies that open the other end of what a rule allows, written from the rule as it stands in the text.
import type { NewValue } from '../../documents/write-edits.ts';
import type { Rule } from '../../model/policy.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Direction, LintContext, PlacedPolicy } from '../lint-context.ts';
import { freeName, isMap, mapAt, type NewMap } from '../new-objects.ts';

const OTHER = { ingress: 'egress', egress: 'ingress' } as const;
const TYPES = { ingress: 'Ingress', egress: 'Egress' } as const;

const has = (map: NewMap, ...keys: readonly string[]): boolean => Object.keys(map).every((key) => keys.includes(key));

/** The namespace that a selector of Kubernetes names by the label every namespace has. */
function namespaceBySelector(selector: NewValue | undefined): string | undefined {
  if (!isMap(selector) || !has(selector, 'matchLabels') || !isMap(selector.matchLabels)) return undefined;
  const { [NAMESPACE_NAME_LABEL]: name } = selector.matchLabels;
  return has(selector.matchLabels, NAMESPACE_NAME_LABEL) && typeof name === 'string' ? name : undefined;
}

/** The namespace that a selector of Calico names. */
function namespaceByExpression(text: NewValue): string | undefined {
  const found = /^\s*(?:projectcalico\.org\/name|kubernetes\.io\/metadata\.name)\s*==\s*(['"])([^'"]+)\1\s*$/;
  return typeof text === 'string' ? found.exec(text)?.[2] : undefined;
}

interface Asked {
  readonly resource: Resource;
  readonly spec: NewMap;
  readonly rule: NewMap;
  readonly direction: Direction;
}

function ofKubernetes({ resource, spec, rule, direction }: Asked, context: LintContext): readonly NewValue[] {
  const other = OTHER[direction];
  const peers = rule[direction === 'ingress' ? 'from' : 'to'];
  const own = resource.meta.namespace;
  const subject = isMap(spec.podSelector) ? spec.podSelector : {};
  if (!Array.isArray(peers)) return [];
  return (peers as readonly NewValue[]).flatMap((peer) => {
    if (!isMap(peer) || !has(peer, 'podSelector', 'namespaceSelector')) return [];
    const namespace = peer.namespaceSelector === undefined ? own : namespaceBySelector(peer.namespaceSelector);
    if (namespace === undefined) return [];
    const there = namespace === own ? {} : { namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: own } } };
    const opened = {
      [other === 'egress' ? 'to' : 'from']: [{ ...there, podSelector: subject }],
      ...(rule.ports === undefined ? {} : { ports: rule.ports }),
    };
    return [
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: freeName(`${resource.meta.name}-${other}`, namespace, context), namespace },
        spec: { podSelector: peer.podSelector ?? {}, policyTypes: [TYPES[other]], [other]: [opened] },
      },
    ];
  });
}

const TRAFFIC = ['protocol', 'notProtocol', 'icmp', 'notICMP', 'ipVersion'] as const;

const picked = (map: NewMap, keys: readonly string[]): NewMap =>
  Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));

function sideOf(rule: NewMap, name: 'source' | 'destination'): NewMap {
  const side = rule[name];
  return isMap(side) ? side : {};
}

function ofCalico({ resource, spec, rule, direction }: Asked, context: LintContext): readonly NewValue[] {
  const other = OTHER[direction];
  const isGlobal = resource.kind === 'GlobalNetworkPolicy';
  const peer = sideOf(rule, direction === 'ingress' ? 'source' : 'destination');
  const own = sideOf(rule, direction === 'ingress' ? 'destination' : 'source');
  const { ports } = sideOf(rule, 'destination');
  const isPlain =
    has(rule, 'action', 'metadata', 'source', 'destination', ...TRAFFIC) &&
    has(peer, 'selector', 'namespaceSelector', ...(direction === 'egress' ? ['ports'] : [])) &&
    has(own, ...(direction === 'ingress' ? ['ports'] : [])) &&
    spec.serviceAccountSelector === undefined;
  const asked = peer.namespaceSelector;
  if (!isPlain || String(asked).includes('global(') || (asked ?? peer.selector) === undefined) return [];
  const home = resource.meta.namespace;
  const namespace = isGlobal || asked === undefined ? home : namespaceByExpression(asked);
  if (namespace === undefined) return [];
  const named = namespace === home ? {} : { namespaceSelector: `projectcalico.org/name == '${home}'` };
  const subject = { ...(isGlobal ? picked(spec, ['namespaceSelector']) : named), selector: spec.selector ?? 'all()' };
  const seen =
    other === 'egress'
      ? { destination: { ...subject, ...(ports === undefined ? {} : { ports }) } }
      : { source: subject, ...(ports === undefined ? {} : { destination: { ports } }) };
  const name = freeName(`${resource.meta.name}-${other}`, namespace, context);
  return [
    {
      apiVersion: 'projectcalico.org/v3',
      kind: isGlobal ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
      metadata: isGlobal ? { name } : { name, namespace },
      spec: {
        ...picked(spec, ['tier', 'order']),
        ...(isGlobal ? picked(peer, ['namespaceSelector']) : {}),
        selector: peer.selector ?? 'all()',
        types: [TYPES[other]],
        [other]: [{ action: 'Allow', ...picked(rule, TRAFFIC), ...seen }],
      },
    },
  ];
}

/**
 * What would open the other end of an Allow rule; none where that cannot be said from its text, or where a policy more
 * would close what is open now.
 */
export function mirroredPolicies(
  rule: Rule,
  direction: Direction,
  { policy, resource }: PlacedPolicy,
  shutBy: readonly PlacedPolicy[],
  context: LintContext,
): readonly NewValue[] {
  const other = OTHER[direction];
  const { matrix } = context.snapshot;
  const isShutSimply = shutBy.every(
    ({ policy: one }) => one.tier === policy.tier && !one[other]?.some(({ action }) => action === 'deny'),
  );
  const isGoverned = [...context.matched(rule, 'peer')].every((id) => matrix.isGoverned(other, id));
  if (!resource || !isShutSimply || !isGoverned) return [];
  const spec = mapAt(resource, ['spec'], context);
  const written = mapAt(resource, ['spec', direction, rule.range], context);
  if (!spec || !written) return [];
  const asked = { resource, spec, rule: written, direction };
  if (resource.kind === 'NetworkPolicy') return ofKubernetes(asked, context);
  const isCalico = resource.kind === 'CalicoNetworkPolicy' || resource.kind === 'GlobalNetworkPolicy';
  return isCalico ? ofCalico(asked, context) : [];
}
