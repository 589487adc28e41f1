// StagedNetworkPolicy: the spec of the enforced kind and what shall become of it.
import { expect, it } from 'vitest';
import { decodeText, failingFixes, manifestOf, stylesOf } from '../../testing/decode-text.ts';

const staged = (spec: string) => decodeText(manifestOf('StagedNetworkPolicy', spec));

it.each([
  ['selector: all()', 'Set'],
  ['stagedAction: ""', 'Set'],
  ['stagedAction: Learn\negress: [{action: Deny}]', 'Learn'],
  ['stagedAction: Ignore', 'Ignore'],
  ['stagedAction: Delete\ntier: security\nselector: ""\ningress: []', 'Delete'],
])('%s', (spec, stagedAction) => {
  expect(staged(spec).said).toEqual([]);
  expect(staged(spec).resources).toMatchObject([{ kind: 'StagedNetworkPolicy', stagedAction }]);
});

it.each([
  [
    'stagedAction: delete',
    'spec.stagedAction: Unsupported value: "delete": supported values: "Set", "Delete", "Learn", "Ignore" @ delete',
  ],
  [
    'stagedAction: Delete\norder: 0',
    'spec: Spec fields, except Tier, should all be zero-value if stagedAction is Delete @ order',
  ],
  [
    'stagedAction: Delete\ningress: [{action: Deny}]',
    'spec: Spec fields, except Tier, should all be zero-value if stagedAction is Delete @ ingress',
  ],
  ['order: x', 'spec.order: must be a number, but "x" is a string @ x'],
])('refuses %s', (spec, problem) => {
  expect(staged(spec).said).toEqual([`error: ${problem}`]);
  expect(staged(spec).resources).toEqual([]);
  expect(stylesOf(manifestOf('StagedNetworkPolicy', spec)).flatMap(failingFixes)).toEqual([]);
});
