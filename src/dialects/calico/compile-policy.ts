// NetworkPolicy and GlobalNetworkPolicy of projectcalico.org, enforced or staged, in the engine's form.
import type { SourceRange } from '../../documents/source-file.ts';
import type { Policy } from '../../model/policy.ts';
import { allOf, type EndpointType } from '../../model/selector.ts';
import type { CalicoPolicySpec } from '../../resources/calico-resource.ts';
import type { CompileContext } from '../dialect.ts';
import { compileRules } from './compile-rule.ts';
import { policySubject } from './compile-selector.ts';
import { FORWARD_FOLLOWS, forwardTier, preDnatTier, untrackedTier } from './stages.ts';
import { type KeyKind, tieBreak } from './tie-break.ts';
import { tierEnding } from './tier-ending.ts';

/** What a policy is called, and as what it counts. */
export interface PolicyIdentity {
  /** The kind in ids and for readers. */
  readonly kind: Policy['kind'];
  readonly keyKind: KeyKind;
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  readonly staged: boolean;
  readonly range: SourceRange;
}

/** One place where a policy acts. */
interface Placement {
  /** Behind the policy's id; empty for its first place. */
  readonly suffix: string;
  readonly tier: string;
  /** Undefined: those of the policy's subject. */
  readonly types?: readonly EndpointType[];
  /** See `Policy.follows`. */
  readonly follows?: string;
}

/**
 * Calico reference, "Host endpoints": a policy before DNAT or without tracking acts on hosts only, on what they forward
 * as well; one without tracking never where a host endpoint stands for every interface. Others act on pods and on the
 * processes of hosts, and with `applyOnForward` on what hosts forward. Namespaced policies act on pods only.
 */
function placements({ tier, doNotTrack, preDNAT, applyOnForward }: CalicoPolicySpec, isGlobal: boolean): Placement[] {
  if (!isGlobal) return [{ suffix: '', tier }];
  if (doNotTrack) return [{ suffix: '', tier: untrackedTier(tier), types: ['host', 'transit'] }];
  if (preDNAT) {
    return [{ suffix: '', tier: preDnatTier(tier), types: ['host', 'every-host', 'transit', 'every-transit'] }];
  }
  const normal: Placement = { suffix: '', tier, types: ['pod', 'host', 'every-host'] };
  if (!applyOnForward) return [normal];
  return [
    normal,
    { suffix: '#forward', tier: forwardTier(tier), types: ['transit', 'every-transit'], follows: FORWARD_FOLLOWS },
  ];
}

/** All the places where the policy acts. */
export function compileCalicoPolicy(
  identity: PolicyIdentity,
  spec: CalicoPolicySpec,
  context: CompileContext,
): readonly Policy[] {
  const { kind, keyKind, namespace, name, range } = identity;
  const { selector, serviceAccountSelector, namespaceSelector, types } = spec;
  const subject = policySubject({ selector, serviceAccountSelector, namespaceSelector, namespace });
  const ingress = types.includes('Ingress') ? compileRules(spec.ingress, 'Ingress', namespace, context) : undefined;
  const egress = types.includes('Egress') ? compileRules(spec.egress, 'Egress', namespace, context) : undefined;
  return placements(spec, namespace === '').map((placement) => ({
    id: `${kind}/${namespace}/${name}${placement.suffix}`,
    kind,
    namespace,
    name,
    tier: placement.tier,
    order: spec.order ?? Number.POSITIVE_INFINITY,
    tieBreak: tieBreak({ kind: keyKind, namespace, name, tier: spec.tier }, context.semantics),
    ...(placement.follows === undefined ? {} : { follows: placement.follows }),
    ...(identity.staged ? { staged: true as const } : {}),
    subject: placement.types ? allOf([{ op: 'type', types: placement.types }, subject]) : subject,
    ingress,
    egress: spec.preDNAT ? undefined : egress,
    // The tier is Kubernetes' own, and so are its words.
    ...(placement.tier === 'default' ? { unmatchedReason: tierEnding('Deny', 'default').unmatchedReason } : {}),
    range,
  }));
}
