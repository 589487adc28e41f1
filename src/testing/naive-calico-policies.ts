// Calico's own policies in the naive evaluator's shape: selectors to label tests, entities to P and Q (Calico spec, 4 and 5.2).
import type {
  CalicoDirection,
  CalicoEntity,
  CalicoPolicyResource,
  CalicoRule,
  SelectorField,
  StagedPolicyResource,
} from '../resources/calico-resource.ts';
import type { NaiveCalicoRule, NaiveSide } from './naive-calico-rule.ts';
import { every, hasLabel, type LabelTest, labelIs, selectorTest } from './naive-calico-selector.ts';

/** A policy of any kind, ready to be put in its place in its tier. */
export interface NaivePolicy {
  /** As spec 6 names kinds in the tie-break: `GlobalNetworkPolicy`, `KubernetesNetworkPolicy`, … */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly tier: string;
  readonly order: number;
  readonly types: readonly CalicoDirection[];
  /** By the labels of an endpoint. */
  readonly appliesTo: LabelTest;
  readonly ingress: readonly NaiveCalicoRule[];
  readonly egress: readonly NaiveCalicoRule[];
  /** `forward`: a normal policy that also applies to what a host forwards. */
  readonly stage: 'normal' | 'forward' | 'doNotTrack' | 'preDNAT';
}

const namespaceLabel = 'projectcalico.org/namespace';
const accountLabel = 'projectcalico.org/serviceaccount';
const inAnyNamespace = hasLabel(namespaceLabel);
const inNoNamespace: LabelTest = (labels) => !inAnyNamespace(labels);

const testOf = (field: SelectorField | undefined, prefix = '', stand = {}): LabelTest | undefined =>
  field && selectorTest(field.tree, prefix, stand);

/** "`all()` → has(projectcalico.org/namespace) and `global()` → !has(projectcalico.org/namespace)" */
function namespaceTest(field: SelectorField): LabelTest {
  return selectorTest(field.tree, 'pcns.', { all: inAnyNamespace, global: inNoNamespace });
}

function accountTest(accounts: CalicoEntity['serviceAccounts']): LabelTest | undefined {
  if (!accounts) return undefined;
  const { names, selector } = accounts;
  const isNamed: LabelTest = (labels) => names.some((name) => labels.get(accountLabel) === name);
  return every([testOf(selector, 'pcsa.'), names.length > 0 ? isNamed : undefined]);
}

/** `namespace`: the policy's, empty for a global one. */
export function sideOf(entity: CalicoEntity, namespace: string): NaiveSide {
  const { nets, notNets, ports, notPorts, services } = entity;
  const own = namespace === '' ? undefined : labelIs(namespaceLabel, namespace);
  const inNamespaces = entity.namespaceSelector ? namespaceTest(entity.namespaceSelector) : own;
  const core = every([accountTest(entity.serviceAccounts), testOf(entity.selector)]);
  const negative = testOf(entity.notSelector);
  const isScoped = core !== undefined || negative !== undefined || entity.namespaceSelector !== undefined;
  const positive = isScoped ? every([inNamespaces, core]) : core;
  const rest = { nets, notNets, ports, notPorts, service: services };
  if (!negative) return { ...rest, among: positive };
  if (!positive) return { ...rest, notAmong: negative };
  return { ...rest, among: (labels) => positive(labels) && !negative(labels) };
}

export function calicoRule(rule: CalicoRule, namespace: string): NaiveCalicoRule {
  const { action, ipVersion, protocol, notProtocol, icmp, notICMP } = rule;
  const source = sideOf(rule.source, namespace);
  return {
    ...{ action, ipVersion, protocol, notProtocol, icmp, notICMP },
    source,
    destination: sideOf(rule.destination, namespace),
  };
}

/**
 * Spec 4. In a global policy `all()` means "has a namespace" where a namespaceSelector is given, and else "has a service
 * account" where a serviceAccountSelector is.
 */
function subjectOf({ spec, meta }: CalicoPolicyResource | StagedPolicyResource, isGlobal: boolean): LabelTest {
  const accounts = spec.serviceAccountSelector;
  if (!isGlobal) {
    const own = labelIs(namespaceLabel, meta.namespace);
    return every([testOf(spec.selector), own, testOf(accounts, 'pcsa.')]) ?? own;
  }
  const withAccount = accounts ? { all: hasLabel(accountLabel) } : {};
  const stand = spec.namespaceSelector ? { all: inAnyNamespace } : withAccount;
  const namespaces = testOf(spec.namespaceSelector, 'pcns.', stand);
  return every([testOf(spec.selector, '', stand), namespaces, testOf(accounts, 'pcsa.', stand)]) ?? (() => true);
}

function stageOf({ spec }: CalicoPolicyResource | StagedPolicyResource): NaivePolicy['stage'] {
  if (spec.doNotTrack) return 'doNotTrack';
  if (spec.preDNAT) return 'preDNAT';
  return spec.applyOnForward ? 'forward' : 'normal';
}

export function calicoPolicy(resource: CalicoPolicyResource | StagedPolicyResource): NaivePolicy {
  const { kind, meta, spec } = resource;
  const isGlobal = kind === 'GlobalNetworkPolicy' || kind === 'StagedGlobalNetworkPolicy';
  const namespace = isGlobal ? '' : meta.namespace;
  return {
    kind: kind === 'CalicoNetworkPolicy' ? 'NetworkPolicy' : kind,
    namespace,
    name: meta.name,
    tier: spec.tier,
    order: spec.order ?? Number.POSITIVE_INFINITY,
    types: spec.types,
    appliesTo: subjectOf(resource, isGlobal),
    ingress: spec.ingress.map((rule) => calicoRule(rule, namespace)),
    egress: spec.egress.map((rule) => calicoRule(rule, namespace)),
    stage: stageOf(resource),
  };
}
