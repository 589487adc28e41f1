// What people write in NetworkPolicies of Kubernetes because Calico's have it, and what to do about it.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { Field } from './field.ts';
import type { FieldHint, FieldHints } from './map-fields.ts';
import { otherVersion } from './other-version.ts';
import { renameField } from './quick-fixes.ts';

type Hint = (field: Field) => FieldHint;

/** Calico's words in a NetworkPolicy of Kubernetes. */
const toCalico =
  (instead: string): Hint =>
  (field) => ({
    advice: `It is Calico's: write \`apiVersion: projectcalico.org/v3\`, or ${instead}.`,
    fixes: calicoFix(field),
  });

const calicoFix = (field: Field): readonly QuickFix[] => otherVersion(field, 'projectcalico.org/v3');

export const KUBERNETES_SPEC_HINTS: FieldHints = new Map([
  ['selector', toCalico('select pods by `podSelector: {matchLabels: …}`')],
  [
    'types',
    (field) => ({
      ...toCalico('call it `policyTypes`')(field),
      fixes: [...renameField(field, 'policyTypes'), ...calicoFix(field)],
    }),
  ],
  ['order', toCalico('remove it, because Kubernetes policies have no order')],
  ['tier', toCalico('remove it, because Kubernetes policies have no tiers')],
  ['namespaceSelector', toCalico('move it into a peer of a rule')],
  ['serviceAccountSelector', toCalico('select pods by labels')],
  ['action', toCalico('remove it, because rules of Kubernetes only allow')],
]);

export const KUBERNETES_RULE_HINTS: FieldHints = new Map([
  ['action', toCalico('remove it, because rules of Kubernetes only allow')],
  ['source', toCalico('write the peers under `from`')],
  ['destination', toCalico('write the peers under `to`')],
  ['protocol', toCalico('write it under `ports`, beside each `port`')],
  ['notProtocol', toCalico('list the protocols under `ports`')],
  ['icmp', toCalico('remove it, because policies of Kubernetes know no ICMP')],
  ['notICMP', toCalico('remove it, because policies of Kubernetes know no ICMP')],
  ['http', toCalico('remove it')],
  ['order', toCalico('remove it, because Kubernetes policies have no order')],
]);

export const KUBERNETES_PEER_HINTS: FieldHints = new Map([
  ['selector', toCalico('select pods by `podSelector: {matchLabels: …}`')],
  ['nets', toCalico('write `ipBlock: {cidr: …}`')],
  ['notNets', toCalico('write `ipBlock: {cidr: …, except: […]}`')],
  ['notSelector', toCalico('write `matchExpressions` with `NotIn` or `DoesNotExist`')],
  ['serviceAccounts', toCalico('select pods by labels')],
]);
