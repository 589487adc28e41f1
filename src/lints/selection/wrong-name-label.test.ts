// Every way to ask for a namespace by the wrong name, and what is offered instead.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { wrongNameLabel as lint } from './wrong-name-label.ts';

const policy = (selector: string, source: string, kind = 'NetworkPolicy'): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: p }\nspec:\n  selector: ${selector}\n  types: [Ingress]\n  ingress:\n    - action: Allow\n      source: { ${source} }\n`;

describe('wrong-name-label', () => {
  it('points at the condition and says what comes of it', () => {
    const text = policy("has(a) && projectcalico.org/name == 'x'", '');
    expect(placesOf(lint, text)).toEqual(["projectcalico.org/name == 'x'"]);
    expect(messagesOf(lint, text)).toEqual(['Pods have no label `projectcalico.org/name`, so this never holds']);
    expect(messagesOf(lint, policy("projectcalico.org/name != 'x'", ''))).toEqual([
      'Pods have no label `projectcalico.org/name`, so this always holds',
    ]);
  });

  it.each([
    ["selector: projectcalico.org/name == 'x'", "namespaceSelector: projectcalico.org/name == 'x'"],
    ["selector: kubernetes.io/metadata.name == 'x'", "namespaceSelector: kubernetes.io/metadata.name == 'x'"],
    [
      'selector: "has(a) && projectcalico.org/name == \'x\'"',
      'selector: "has(a) && projectcalico.org/namespace == \'x\'"',
    ],
    ["namespaceSelector: projectcalico.org/namespace == 'x'", "namespaceSelector: projectcalico.org/name == 'x'"],
    [
      "serviceAccounts: { selector: projectcalico.org/serviceaccount == 'x' }",
      "serviceAccounts: { selector: projectcalico.org/name == 'x' }",
    ],
  ])('mends %s', (source, fixed) =>
    expect(fixedTexts(lint, policy('all()', source))).toEqual([policy('all()', fixed)]),
  );

  it.each([
    policy("projectcalico.org/namespace == 'x'", '', 'GlobalNetworkPolicy'),
    policy('all()', "namespaceSelector: kubernetes.io/metadata.name == 'x'"),
    `${policy("projectcalico.org/name == 'x'", '', 'GlobalNetworkPolicy')}---\n{ apiVersion: v1, kind: Pod, metadata: { name: a, labels: { projectcalico.org/name: x } } }\n`,
  ])('is silent about %s', (text) => expect(findingsOf(lint, text)).toEqual([]));
});
