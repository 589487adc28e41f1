// What decides the rows of a table is what explains them.
import { expect, it } from 'vitest';
import { cluster, policy } from '../testing/cluster-text.ts';
import { platformFiles } from '../testing/platform/platform-files.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';
import type { FlowRow } from './results.ts';

const request = {
  ports: 'declared',
  verdicts: ['allowed', 'denied'],
  sort: 'src',
  descending: false,
  offset: 0,
  limit: 5000,
} as const;

function rowsOf(files: Parameters<EngineSession['load']>[0]): { session: EngineSession; rows: readonly FlowRow[] } {
  const session = new EngineSession(() => 0);
  session.load(files, defaultOptions);
  return { session, rows: session.flows(request).rows };
}

it('names the rule of an allowed end, the policies of a denied one, and several of one row', () => {
  const { rows } = rowsOf([
    ...cluster`shop: web{app=web}:80,443 db{app=db}:5432`,
    policy('shop/deny')`{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}`,
    policy('shop/web')`
      podSelector: {matchLabels: {app: web}}
      ingress: [{ports: [{port: 80}]}, {ports: [{port: 443}]}]
    `,
  ]);
  const said = rows.map(({ src, dst, verdict, decided }) => {
    const by = decided?.map(({ direction, policy: name, rule }) => `${direction} ${name} ${rule ?? 'end'}`);
    return `${src.slice(-3)} ${dst.slice(-3)} ${verdict}: ${by?.join(', ')}`;
  });
  expect(said).toContain('web /db denied: ingress deny end');
  expect(said).toContain('/db web allowed: ingress web 1, ingress web 2');
  expect(said).toContain('web net allowed: ');
});

it('agrees with the explanation of every flow of the sample platform', () => {
  const { session, rows } = rowsOf(platformFiles);
  const asked = rows
    .filter(({ decided, protocol, mixed }) => decided?.length && !mixed && protocol === 'TCP')
    .filter((_, at) => at % 7 === 0);
  expect(asked.length).toBeGreaterThan(100);
  for (const { src, dst, ports, verdict, decided = [] } of asked) {
    const answer = session.explain({ from: src, to: dst, protocol: 'TCP', port: Number.parseInt(ports, 10) || 80 });
    if ('error' in answer) throw new Error(answer.error);
    expect(answer.verdict).toBe(verdict);
    for (const { direction, verdict: end, steps, deciding } of [answer.egress, answer.ingress]) {
      const step = steps[deciding];
      if (end !== verdict || !step?.policy) continue;
      expect(decided).toContainEqual(expect.objectContaining({ direction, id: step.policy.id, rule: step.rule }));
    }
  }
});
