// Computed labels in words.
import { expect, it } from 'vitest';
import { labelPhrase } from './label-phrase.ts';

it.each([
  ['pcns.projectcalico.org/name', 'shop', 'namespace shop'],
  ['pcns.stage', 'production', 'namespace label stage=production'],
  ['pcns.stage', undefined, 'no namespace label stage'],
  ['projectcalico.org/namespace', 'shop', 'namespace shop'],
  ['projectcalico.org/namespace', undefined, 'no namespace'],
  ['pcsa.may-read', 'orders', 'service account label may-read=orders'],
  ['projectcalico.org/serviceaccount', 'api', 'service account api'],
  ['projectcalico.org/orchestrator', 'k8s', 'a pod'],
  ['app', 'web', undefined],
])('%s=%s: %s', (key, value, phrase) => expect(labelPhrase(key, value, 'calico-3.32')).toBe(phrase));

it('knows none under the reading of Kubernetes', () =>
  expect(labelPhrase('pcns.stage', 'production', 'kubernetes')).toBeUndefined());
