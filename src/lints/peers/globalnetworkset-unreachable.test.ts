// Where rules look for global network sets.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { globalnetworksetUnreachable as lint } from './globalnetworkset-unreachable.ts';

const policy = (source: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Allow, source: { ${source} } }]\n`;
const set =
  '---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: { name: partners, labels: { role: partner } }\nspec: { nets: [203.0.113.0/24] }\n';
const own = set.replace('kind: Global', 'kind: ').replace('name: partners', 'name: own, namespace: shop');
const objects = set + pod('shop/web');

it.each([
  ["selector: role == 'partner'", `namespaceSelector: "global()", selector: role == 'partner'`],
  [
    "namespaceSelector: all(), selector: role == 'partner'",
    `namespaceSelector: "global()", selector: role == 'partner'`,
  ],
])('mends %s', (source, fixed) =>
  expect(fixedTexts(lint, policy(source) + objects)).toEqual([policy(fixed) + objects]),
);

it.each([
  ['global()', policy("namespaceSelector: global(), selector: role == 'partner'")],
  ['labels that no set has', policy("selector: role == 'other'")],
  ['a set of the namespace with the same label', `${policy("selector: role == 'partner'")}${own}`],
  ['pods only', policy('namespaceSelector: team == "x"')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + objects)).toEqual([]));
