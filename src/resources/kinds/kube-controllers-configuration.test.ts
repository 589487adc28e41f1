// KubeControllersConfiguration: whether nodes get host endpoints by themselves.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

const configuration = (hostEndpoint: string) =>
  decodeText(manifestOf('KubeControllersConfiguration', `controllers: {node: {hostEndpoint: ${hostEndpoint}}}`));

it.each([
  ['{autoCreate: Enabled}', true],
  ['{autoCreate: Disabled}', false],
  ['{}', false],
  ['null', false],
  ['{autoCreate: Enabled, createDefaultHostEndpoint: Disabled}', false],
])('%s', (hostEndpoint, autoHostEndpoints) => {
  expect(configuration(hostEndpoint).said).toEqual([]);
  expect(configuration(hostEndpoint).resources).toMatchObject([{ autoHostEndpoints }]);
});

it('refuses other words', () =>
  expect(configuration('{autoCreate: enabled}').diagnostics).toMatchObject([
    { gap: 'rejected', advice: 'Write `Enabled`.' },
  ]));
