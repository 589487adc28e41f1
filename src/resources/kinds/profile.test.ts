// Profile: rules and labels.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

it('reads rules and labels', () => {
  const spec =
    'ingress: [{action: Allow}]\negress: [{action: Deny, source: {services: {name: a}}}]\nlabelsToApply: {role: node}';
  const { resources, said } = decodeText(manifestOf('Profile', spec));
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'Profile',
      ingress: [{ action: 'Allow' }],
      egress: [{ action: 'Deny' }],
      labelsToApply: new Map([['role', 'node']]),
    },
  ]);
});

it('refuses wrong rules and labels', () =>
  expect(decodeText(manifestOf('Profile', 'ingress: [{}]\nlabelsToApply: {a: "b c"}')).diagnostics).toMatchObject([
    { code: 'required-field', gap: 'rejected' },
    { code: 'invalid-value', gap: 'rejected' },
  ]));
