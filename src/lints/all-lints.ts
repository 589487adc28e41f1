// Every lint, in the order in which lists of them are shown: what a policy governs, what it applies to, whom it names, what decides.

import { egressNotGoverned } from './coverage/egress-not-governed.ts';
import { endpointNotGoverned } from './coverage/endpoint-not-governed.ts';
import { noAssertions } from './coverage/no-assertions.ts';
import { noDefaultDeny } from './coverage/no-default-deny.ts';
import { systemTrafficDenied } from './coverage/system-traffic-denied.ts';
import { allBlocked } from './directions/all-blocked.ts';
import { denyOnlyClosesAll } from './directions/deny-only-closes-all.ts';
import { dnsBlocked } from './directions/dns-blocked.ts';
import { egressOnlyBecomesDefaultDeny } from './directions/egress-only-becomes-default-deny.ts';
import { oneSidedAllow } from './directions/one-sided-allow.ts';
import { policytypesImplicit } from './directions/policytypes-implicit.ts';
import { rulesIgnored } from './directions/rules-ignored.ts';
import { typesImplicit } from './directions/types-implicit.ts';
import { donottrackAsymmetric } from './hosts/donottrack-asymmetric.ts';
import { donottrackWildcardHep } from './hosts/donottrack-wildcard-hep.ts';
import { hepLockout } from './hosts/hep-lockout.ts';
import { hepNoExpectedips } from './hosts/hep-no-expectedips.ts';
import { hostFlagsNoHep } from './hosts/host-flags-no-hep.ts';
import type { Lint } from './lint.ts';
import { allowBeforeDeny } from './order/allow-before-deny.ts';
import { broadAllowEarly } from './order/broad-allow-early.ts';
import { dupPolicy } from './order/dup-policy.ts';
import { identicalRules } from './order/identical-rules.ts';
import { logAfterTerminal } from './order/log-after-terminal.ts';
import { logLast } from './order/log-last.ts';
import { orderTie } from './order/order-tie.ts';
import { orderVsK8s } from './order/order-vs-k8s.ts';
import { redundantPolicy } from './order/redundant-policy.ts';
import { redundantRule } from './order/redundant-rule.ts';
import { shadowedRule } from './order/shadowed-rule.ts';
import { stagedSameNameOrder } from './order/staged-same-name-order.ts';
import { unreachableAfterCatchAll } from './order/unreachable-after-catch-all.ts';
import { clusteripInRule } from './peers/clusterip-in-rule.ts';
import { globalnetworksetUnreachable } from './peers/globalnetworkset-unreachable.ts';
import { ipblockCoversPods } from './peers/ipblock-covers-pods.ts';
import { namespacePlaceholder } from './peers/namespace-placeholder.ts';
import { negativeNsselectorMatchesGlobal } from './peers/negative-nsselector-matches-global.ts';
import { netsOverlapNotnetsEmpty } from './peers/nets-overlap-notnets-empty.ts';
import { networksetOpenedByNsselector } from './peers/networkset-opened-by-nsselector.ts';
import { notselectorScope } from './peers/notselector-scope.ts';
import { nsScopeSurprise } from './peers/ns-scope-surprise.ts';
import { ruleMatchesNothing } from './peers/rule-matches-nothing.ts';
import { gnpHitsHosts } from './selection/gnp-hits-hosts.ts';
import { gnpHitsSystemNamespaces } from './selection/gnp-hits-system-namespaces.ts';
import { hostnetworkSelected } from './selection/hostnetwork-selected.ts';
import { namespaceDefaultImplicit } from './selection/namespace-default-implicit.ts';
import { policySelectsNothing } from './selection/policy-selects-nothing.ts';
import { selectorEmpty } from './selection/selector-empty.ts';
import { selectorMatchesNothing } from './selection/selector-matches-nothing.ts';
import { selectorSlow } from './selection/selector-slow.ts';
import { selectorUnknownLabel } from './selection/selector-unknown-label.ts';
import { systemPodsOnly } from './selection/system-pods-only.ts';
import { wrongNameLabel } from './selection/wrong-name-label.ts';
import { kubeBaselineUnreachable } from './tiers/kube-baseline-unreachable.ts';
import { passInLastTier } from './tiers/pass-in-last-tier.ts';
import { tierAfterDefault } from './tiers/tier-after-default.ts';
import { tierDefaultDenyNarrow } from './tiers/tier-default-deny-narrow.ts';
import { tierEmpty } from './tiers/tier-empty.ts';
import { tierUnordered } from './tiers/tier-unordered.ts';
import { allowAllEgress } from './traffic/allow-all-egress.ts';
import { allowAllWorld } from './traffic/allow-all-world.ts';
import { ephemeral } from './traffic/ephemeral.ts';
import { httpWithoutAlp } from './traffic/http-without-alp.ts';
import { mixedFamilyNotnets } from './traffic/mixed-family-notnets.ts';
import { namedPortUnresolved } from './traffic/named-port-unresolved.ts';
import { noticmpWithoutProtocol } from './traffic/noticmp-without-protocol.ts';
import { notportsAnyProtocol } from './traffic/notports-any-protocol.ts';
import { protocolImplicit } from './traffic/protocol-implicit.ts';
import { servicePortInRule } from './traffic/service-port-in-rule.ts';
import { sourcePorts } from './traffic/source-ports.ts';

export const allLints: readonly Lint[] = [
  typesImplicit,
  policytypesImplicit,
  rulesIgnored,
  egressOnlyBecomesDefaultDeny,
  denyOnlyClosesAll,
  dnsBlocked,
  oneSidedAllow,
  broadAllowEarly,
  allBlocked,
  shadowedRule,
  allowBeforeDeny,
  identicalRules,
  redundantRule,
  redundantPolicy,
  unreachableAfterCatchAll,
  orderTie,
  orderVsK8s,
  dupPolicy,
  logLast,
  logAfterTerminal,
  stagedSameNameOrder,
  tierUnordered,
  tierAfterDefault,
  tierEmpty,
  tierDefaultDenyNarrow,
  passInLastTier,
  kubeBaselineUnreachable,
  hepLockout,
  hostFlagsNoHep,
  donottrackWildcardHep,
  donottrackAsymmetric,
  hepNoExpectedips,
  selectorEmpty,
  gnpHitsHosts,
  gnpHitsSystemNamespaces,
  systemPodsOnly,
  selectorUnknownLabel,
  wrongNameLabel,
  selectorMatchesNothing,
  policySelectsNothing,
  selectorSlow,
  namespaceDefaultImplicit,
  hostnetworkSelected,
  nsScopeSurprise,
  namespacePlaceholder,
  ruleMatchesNothing,
  globalnetworksetUnreachable,
  notselectorScope,
  negativeNsselectorMatchesGlobal,
  networksetOpenedByNsselector,
  clusteripInRule,
  netsOverlapNotnetsEmpty,
  ipblockCoversPods,
  servicePortInRule,
  namedPortUnresolved,
  sourcePorts,
  protocolImplicit,
  ephemeral,
  notportsAnyProtocol,
  noticmpWithoutProtocol,
  httpWithoutAlp,
  mixedFamilyNotnets,
  allowAllWorld,
  allowAllEgress,
  systemTrafficDenied,
  noDefaultDeny,
  endpointNotGoverned,
  egressNotGoverned,
  noAssertions,
];
