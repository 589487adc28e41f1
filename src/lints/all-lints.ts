// Every lint, in the order in which lists of them are shown: what a policy governs, what it applies to, whom it names, what decides.
import { denyOnlyClosesAll } from './directions/deny-only-closes-all.ts';
import { dnsBlocked } from './directions/dns-blocked.ts';
import { egressOnlyBecomesDefaultDeny } from './directions/egress-only-becomes-default-deny.ts';
import { oneSidedAllow } from './directions/one-sided-allow.ts';
import { rulesIgnored } from './directions/rules-ignored.ts';
import { typesImplicit } from './directions/types-implicit.ts';
import { hepLockout } from './hosts/hep-lockout.ts';
import { hostFlagsNoHep } from './hosts/host-flags-no-hep.ts';
import type { Lint } from './lint.ts';
import { orderTie } from './order/order-tie.ts';
import { orderVsK8s } from './order/order-vs-k8s.ts';
import { shadowedRule } from './order/shadowed-rule.ts';
import { unreachableAfterCatchAll } from './order/unreachable-after-catch-all.ts';
import { clusteripInRule } from './peers/clusterip-in-rule.ts';
import { globalnetworksetUnreachable } from './peers/globalnetworkset-unreachable.ts';
import { ipblockCoversPods } from './peers/ipblock-covers-pods.ts';
import { namespacePlaceholder } from './peers/namespace-placeholder.ts';
import { negativeNsselectorMatchesGlobal } from './peers/negative-nsselector-matches-global.ts';
import { networksetOpenedByNsselector } from './peers/networkset-opened-by-nsselector.ts';
import { notselectorScope } from './peers/notselector-scope.ts';
import { nsScopeSurprise } from './peers/ns-scope-surprise.ts';
import { gnpHitsHosts } from './selection/gnp-hits-hosts.ts';
import { gnpHitsSystemNamespaces } from './selection/gnp-hits-system-namespaces.ts';
import { hostnetworkSelected } from './selection/hostnetwork-selected.ts';
import { selectorEmpty } from './selection/selector-empty.ts';
import { selectorMatchesNothing } from './selection/selector-matches-nothing.ts';
import { selectorUnknownLabel } from './selection/selector-unknown-label.ts';
import { wrongNameLabel } from './selection/wrong-name-label.ts';
import { passInLastTier } from './tiers/pass-in-last-tier.ts';
import { tierAfterDefault } from './tiers/tier-after-default.ts';
import { tierDefaultDenyNarrow } from './tiers/tier-default-deny-narrow.ts';
import { tierEmpty } from './tiers/tier-empty.ts';
import { tierUnordered } from './tiers/tier-unordered.ts';
import { httpWithoutAlp } from './traffic/http-without-alp.ts';
import { mixedFamilyNotnets } from './traffic/mixed-family-notnets.ts';
import { namedPortUnresolved } from './traffic/named-port-unresolved.ts';
import { servicePortInRule } from './traffic/service-port-in-rule.ts';
import { sourcePorts } from './traffic/source-ports.ts';

export const allLints: readonly Lint[] = [
  typesImplicit,
  rulesIgnored,
  egressOnlyBecomesDefaultDeny,
  denyOnlyClosesAll,
  dnsBlocked,
  oneSidedAllow,
  shadowedRule,
  unreachableAfterCatchAll,
  orderTie,
  orderVsK8s,
  tierUnordered,
  tierAfterDefault,
  tierEmpty,
  tierDefaultDenyNarrow,
  passInLastTier,
  hepLockout,
  hostFlagsNoHep,
  selectorEmpty,
  gnpHitsHosts,
  gnpHitsSystemNamespaces,
  selectorUnknownLabel,
  wrongNameLabel,
  selectorMatchesNothing,
  hostnetworkSelected,
  nsScopeSurprise,
  namespacePlaceholder,
  globalnetworksetUnreachable,
  notselectorScope,
  negativeNsselectorMatchesGlobal,
  networksetOpenedByNsselector,
  clusteripInRule,
  ipblockCoversPods,
  servicePortInRule,
  namedPortUnresolved,
  sourcePorts,
  httpWithoutAlp,
  mixedFamilyNotnets,
];
