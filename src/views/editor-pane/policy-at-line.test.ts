// Which policy the line over the editor speaks of, and what it may claim.
import { describe, expect, it } from 'vitest';
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { Analysis } from '../../engine/results.ts';
import { policyAtLine, policyEffect } from './policy-at-line.ts';

function policyAt(name: string, file: string, line: number): PolicySummary {
  const location = { file, line, column: 1, endLine: line + 5, endColumn: 1, start: 0, end: 0 };
  const rest = {
    kind: 'NetworkPolicy',
    namespace: 'n',
    tier: 'default',
    directions: [],
    ruleCount: 0,
    actions: {},
    appliesToPods: 1,
    appliesToHosts: 0,
    appliesToNodes: 2,
  };
  return {
    ...rest,
    id: `NetworkPolicy/n/${name}`,
    name,
    appliesTo: ['workload:n/Pod/a', 'workload:n/Pod/b'],
    location,
  };
}

describe('policyAtLine', () => {
  const policies = [policyAt('second', 'p.yaml', 20), policyAt('other', 'q.yaml', 1), policyAt('first', 'p.yaml', 3)];

  it.each([
    [1, 'first'],
    [3, 'first'],
    [19, 'first'],
    [20, 'second'],
    [99, 'second'],
  ])('line %i is in %s', (line, name) => expect(policyAtLine(policies, 'p.yaml', line)?.name).toBe(name));

  it('finds none in a file without policies', () => expect(policyAtLine(policies, 'r.yaml', 1)).toBeUndefined());
});

describe('policyEffect', () => {
  const impact = { opened: 2, closed: 1, unknown: 0 };
  const none = { opened: 0, closed: 0, unknown: 0 };
  const flipsByNode: Analysis['flipsByNode'] = [
    ['workload:n/Pod/a', impact],
    ['workload:n/Pod/b', none],
    ['workload:n/Pod/c', impact],
  ];
  const effect = (texts: Record<string, string>, told = flipsByNode) => {
    const baseline = [
      { path: 'p.yaml', text: 'p' },
      { path: 'q.yaml', text: 'q' },
    ];
    const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
    return policyEffect(policyAt('p', 'p.yaml', 1), { impact, flipsByNode: told }, { files, baseline });
  };

  it('says nothing of an unchanged file', () => expect(effect({ 'p.yaml': 'p', 'q.yaml': 'Q' })).toBeUndefined());
  it('says nothing where flips are too many to be told by node', () =>
    expect(effect({ 'p.yaml': 'P', 'q.yaml': 'Q' }, [])).toBeUndefined());
  it('owns every flip as the only changed file', () =>
    expect(effect({ 'p.yaml': 'P', 'q.yaml': 'q' })).toEqual({ type: 'flips', ...impact }));
  it('owns none for certain beside another changed file', () =>
    expect(effect({ 'p.yaml': 'P', 'q.yaml': 'Q' })).toEqual({ type: 'touched', workloads: 1 }));
  it('counts a removed file as a change', () => expect(effect({ 'p.yaml': 'P' })?.type).toBe('touched'));
});
