// A default deny for everybody, and what keeps it from the system's pods.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { gnpHitsSystemNamespaces as lint } from './gnp-hits-system-namespaces.ts';

const policy = (spec: string, name = 'p'): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: ${name} }\nspec:\n  ${spec}\n`;
const dns = pod('kube-system/coredns', { 'k8s-app': 'kube-dns' });
const exclusion =
  "projectcalico.org/name not in {'kube-system', 'calico-system', 'calico-apiserver', 'tigera-operator'}";

it('names the pods that it closes', () =>
  expect(messagesOf(lint, policy('selector: all()\n  types: [Ingress, Egress]') + dns)).toEqual([
    'It closes the ingress and egress of 1 pod (kube-system/coredns): what no rule allows is denied at the end of the tier `default`',
  ]));

it('knows that every cluster has kube-system', () =>
  expect(messagesOf(lint, policy('namespaceSelector: all()\n  types: [Ingress]'))).toEqual([
    expect.stringMatching(
      /^It closes the ingress of the pods of kube-system, DNS among them, which are not in the manifests/,
    ),
  ]));

it.each([
  ['selector: all()', `namespaceSelector: "has(projectcalico.org/name) && ${exclusion}"\n  selector: all()`],
  ['namespaceSelector: all()', `namespaceSelector: has(projectcalico.org/name) && ${exclusion}`],
  ["namespaceSelector: a != 'b' || has(c)", `namespaceSelector: "(a != 'b' || has(c)) && ${exclusion}"`],
])('mends %s', (spec, fixed) => {
  const types = '\n  types: [Ingress]';
  expect(fixedTexts(lint, policy(spec + types) + dns)).toEqual([policy(fixed + types) + dns]);
});

it.each([
  ['Calico’s own sample', policy(`namespaceSelector: has(projectcalico.org/name) && ${exclusion}\n  types: [Ingress]`)],
  ['a policy for some', policy("selector: k8s-app == 'kube-dns'\n  types: [Ingress]")],
  ['one that passes on', policy('selector: all()\n  types: [Ingress]\n  ingress: [{ action: Pass }]')],
  [
    'what another policy of the tier lets have everything',
    policy('selector: all()\n  types: [Ingress]') +
      policy(
        "order: 1\n  namespaceSelector: projectcalico.org/name == 'kube-system'\n  types: [Ingress]\n  ingress: [{ action: Allow }]",
        'q',
      ),
  ],
  [
    'pods with a policy of their own',
    `${policy('selector: all()\n  types: [Ingress]')}---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: dns, namespace: kube-system }\nspec: { podSelector: {}, ingress: [{}] }\n`,
  ],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + dns)).toEqual([]));
