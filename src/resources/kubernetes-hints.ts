// What people write in NetworkPolicies of Kubernetes because Calico's have it, and what to do about it.
import { entryOf } from '../documents/document-value.ts';
import type { Field } from './field.ts';
import type { FieldHint, FieldHints } from './map-fields.ts';
import { edit, fixOf, renameField, scalarFor } from './quick-fixes.ts';

type Hint = (field: Field) => FieldHint;

/** Calico's words in a NetworkPolicy of Kubernetes. */
const toCalico =
  (instead: string): Hint =>
  (field) => ({
    advice: `It is Calico's: write \`apiVersion: projectcalico.org/v3\`, or ${instead}.`,
    fixes: calicoFix(field),
  });

/** Offered only where nothing in `spec` is Kubernetes' own. */
function calicoFix(field: Field): ReturnType<typeof fixOf> {
  let root = field;
  while (root.parent) root = root.parent;
  if (root.value.kind !== 'map') return [];
  const version = entryOf(root.value, 'apiVersion');
  const spec = entryOf(root.value, 'spec')?.value;
  if (version?.value.kind !== 'string' || spec?.kind !== 'map') return [];
  const rules = spec.entries.flatMap(({ value }) => (value.kind === 'list' ? value.items : []));
  const names = [spec, ...rules].flatMap((map) => (map.kind === 'map' ? map.entries.map((entry) => entry.key) : []));
  if (names.some((name) => ['podSelector', 'policyTypes', 'from', 'to', 'ports'].includes(name))) return [];
  const place: Field = { ...field, parent: root, key: 'apiVersion', keySpan: version.keySpan, value: version.value };
  const text = scalarFor(place, 'projectcalico.org/v3');
  return fixOf('Write `apiVersion: projectcalico.org/v3`', edit(field, version.value, text));
}

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
