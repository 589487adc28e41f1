// Offers to write the other apiVersion of a NetworkPolicy: Kubernetes and Calico have a kind of that name each.
import type { QuickFix } from '../documents/diagnostic.ts';
import { entryOf } from '../documents/document-value.ts';
import type { Field } from './field.ts';
import { replaceValue } from './quick-fixes.ts';

/** The fields of `spec` and of its rules. */
const WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['networking.k8s.io/v1', new Set(['podSelector', 'policyTypes', 'ingress', 'egress', 'from', 'to', 'ports'])],
  [
    'projectcalico.org/v3',
    new Set(
      'tier order selector serviceAccountSelector types ingress egress performanceHints action ipVersion protocol notProtocol icmp notICMP source destination http metadata'.split(
        ' ',
      ),
    ),
  ],
]);

/** Only where all that the policy says is in the words of `apiVersion`. `field` is somewhere in the policy. */
export function otherVersion(field: Field, apiVersion: string): readonly QuickFix[] {
  let root = field;
  while (root.parent) root = root.parent;
  const { value: object } = root;
  if (object.kind !== 'map') return [];
  const [version, kind, spec] = ['apiVersion', 'kind', 'spec'].map((name) => entryOf(object, name));
  if (version?.value.kind !== 'string' || spec?.value.kind !== 'map') return [];
  if (kind?.value.kind !== 'string' || kind.value.value !== 'NetworkPolicy') return [];
  const rules = spec.value.entries.flatMap(({ value }) => (value.kind === 'list' ? value.items : []));
  const maps = [spec.value, ...rules].flatMap((map) => (map.kind === 'map' ? map.entries : []));
  const words = WORDS.get(apiVersion);
  if (!words || maps.some((entry) => !words.has(entry.key))) return [];
  const { key, keySpan, value } = version;
  const place: Field = { context: field.context, parent: root, key, keySpan, value };
  return [replaceValue(place, apiVersion, `Write \`apiVersion: ${apiVersion}\``)];
}
