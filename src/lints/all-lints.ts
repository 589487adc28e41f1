// Every lint, in the order in which lists of them are shown: what a policy governs, what it applies to, whom it names, what decides.
import { dnsBlocked } from './directions/dns-blocked.ts';
import { egressOnlyBecomesDefaultDeny } from './directions/egress-only-becomes-default-deny.ts';
import { oneSidedAllow } from './directions/one-sided-allow.ts';
import { rulesIgnored } from './directions/rules-ignored.ts';
import { typesImplicit } from './directions/types-implicit.ts';
import type { Lint } from './lint.ts';
import { gnpHitsHosts } from './selection/gnp-hits-hosts.ts';
import { gnpHitsSystemNamespaces } from './selection/gnp-hits-system-namespaces.ts';
import { hostnetworkSelected } from './selection/hostnetwork-selected.ts';
import { selectorEmpty } from './selection/selector-empty.ts';
import { selectorMatchesNothing } from './selection/selector-matches-nothing.ts';
import { selectorUnknownLabel } from './selection/selector-unknown-label.ts';
import { wrongNameLabel } from './selection/wrong-name-label.ts';

export const allLints: readonly Lint[] = [
  typesImplicit,
  rulesIgnored,
  egressOnlyBecomesDefaultDeny,
  dnsBlocked,
  oneSidedAllow,
  selectorEmpty,
  gnpHitsHosts,
  gnpHitsSystemNamespaces,
  selectorUnknownLabel,
  wrongNameLabel,
  selectorMatchesNothing,
  hostnetworkSelected,
];
