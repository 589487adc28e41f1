// Which misspelling finds which name.
import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

const fields = ['podSelector', 'policyTypes', 'ingress', 'egress', 'from', 'to', 'ports', 'namespaceSelector'];

describe('nearestName', () => {
  it.each([
    ['form', 'from'],
    ['ingres', 'ingress'],
    ['ingrеss', 'ingress'],
    ['PodSelector', 'podSelector'],
    ['podselector', 'podSelector'],
    ['namespaceselectr', 'namespaceSelector'],
    ['polcyType', 'policyTypes'],
    ['port', 'ports'],
    ['egress', 'egress'],
  ])('%s means %s', (name, expected) => expect(nearestName(name, fields)).toBe(expected));

  it.each(['', 'description', 'x', 'matchLabels', 'p'.repeat(100_000)])('%.20s is near nothing', (name) =>
    expect(nearestName(name, fields)).toBeUndefined(),
  );

  it('takes the first of equally near names', () => expect(nearestName('bat', ['cat', 'hat'])).toBe('cat'));
});
