// Whom a rule's side means, in words.
import { expect, it } from 'vitest';
import { readDocuments } from '../../documents/read-documents.ts';
import { decodeDocuments } from '../../resources/decode-documents.ts';
import { entityWords } from './entity-words.ts';

function words(destination: string, namespace: string): string | undefined {
  const kind = namespace === '' ? 'GlobalNetworkPolicy' : 'NetworkPolicy';
  const text = `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: p}\nspec: {egress: [{action: Allow, destination: ${destination}}]}\n`;
  const { resources } = decodeDocuments(readDocuments({ path: 'p.yaml', text }).documents);
  const [policy] = resources;
  const rule = policy && 'spec' in policy && 'doNotTrack' in policy.spec ? policy.spec.egress[0] : undefined;
  if (!rule) throw new Error('not decoded');
  return entityWords(rule.destination, namespace);
}

it.each([
  ['{}', undefined],
  ["{selector: k8s-app == 'kube-dns'}", "endpoints or network sets with k8s-app == 'kube-dns'"],
  ['{selector: all()}', 'endpoints or network sets'],
  ['{namespaceSelector: all()}', 'endpoints or network sets in any namespace'],
  [
    "{namespaceSelector: a == 'b', selector: has(c)}",
    "endpoints or network sets with has(c) in namespaces with a == 'b'",
  ],
  ["{namespaceSelector: global(), selector: a == 'b'}", "host endpoints or global network sets with a == 'b'"],
  ["{notSelector: a == 'b'}", "anything but endpoints or network sets with a == 'b'"],
  ['{nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}', '10.0.0.0/8 but 10.1.0.0/16'],
  ['{nets: [10.0.0.0/8, 10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16]}', '4 address ranges'],
  ['{notNets: [10.0.0.0/8]}', 'anything but 10.0.0.0/8'],
  ['{domains: [api.example.com, example.org]}', 'api.example.com or example.org'],
  ['{services: {name: dns, namespace: kube-system}}', 'what is behind service kube-system/dns'],
])('in a global policy, %s: %s', (destination, text) => expect(words(destination, '')).toBe(text));

it.each([
  ["{selector: app == 'web'}", "endpoints or network sets with app == 'web' in namespace shop"],
  ["{notSelector: app == 'web'}", "endpoints or network sets not with app == 'web' in namespace shop"],
  ['{serviceAccounts: {names: [a, b]}}', 'pods of service account a or b in namespace shop'],
  [
    "{serviceAccounts: {selector: x == 'y'}, nets: [10.0.0.0/8]}",
    "pods of service accounts with x == 'y' in namespace shop, as far as they are 10.0.0.0/8",
  ],
])('in a policy of shop, %s: %s', (destination, text) => expect(words(destination, 'shop')).toBe(text));
