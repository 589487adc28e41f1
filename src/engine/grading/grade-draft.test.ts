// Grades of drafts: by what flows do, whatever is written; and the same whatever was graded before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../documents/source-file.ts';
import { clusterArbitrary, filesOf } from '../../testing/generate-cluster.ts';
import { optionsOf } from '../../testing/judged-cluster.ts';
import { runs, timeFor } from '../../testing/property-runs.ts';
import { templateRequest } from '../../testing/template-request.ts';
import { compareSnapshots } from '../diff-snapshots.ts';
import { defaultOptions } from '../engine-options.ts';
import { EngineSession } from '../engine-session.ts';
import { createSnapshot, createSnapshotCache } from '../snapshot.ts';
import type { Check } from './check.ts';
import type { Grade, GradeRequest } from './grade.ts';

const request = templateRequest();
const POLICY = 'policies/database.yaml';

function gradeOf(
  texts: Readonly<Record<string, string>>,
  changes: Partial<GradeRequest> = {},
  findings: string[] = [],
): Grade {
  const session = new EngineSession(() => 0);
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  session.load([...request.start, ...files], defaultOptions);
  return session.grade({ ...request, ...changes }, new Set(findings));
}

const kubernetes = (spec: string, name = 'database'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n`;
const database = 'podSelector: { matchLabels: { app: database } }';
const from = (peer: string) => `ingress: [{ from: [${peer}], ports: [{ protocol: TCP, port: 5432 }] }]`;
const web = '{ podSelector: { matchLabels: { app: web } } }';
const solution = kubernetes(`{ ${database}, policyTypes: [Ingress], ${from(web)} }`);
const shut = kubernetes(`{ ${database}, policyTypes: [Ingress] }`);
const calico = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'database'
  types: [Ingress]
  ingress: [{ action: Allow, protocol: TCP, source: { selector: app == 'web' }, destination: { ports: [5432] } }]
`;
const staged = calico.replace('kind: NetworkPolicy', 'kind: StagedNetworkPolicy');

describe('an answer passes', () => {
  it.each([
    ['as the example does it', { [POLICY]: solution }],
    ['cut in two', { 'a.yaml': shut, 'b.yaml': kubernetes(`{ ${database}, ${from(web)} }`, 'web') }],
    [
      'by an expression',
      {
        'x.yaml': solution.replace(
          'matchLabels: { app: web }',
          'matchExpressions: [{ key: app, operator: In, values: [web] }]',
        ),
      },
    ],
    ['by Calico', { 'calico.yaml': calico }],
  ])('%s', (_, texts) => {
    const grade = gradeOf(texts);
    expect(grade.goals.map(({ holds }) => holds)).toEqual([true, true]);
    expect([grade.passed, grade.mistake, grade.extra.count, grade.lacking.count]).toEqual([true, undefined, 0, 0]);
  });

  it('that opens more, which is told', () => {
    const grade = gradeOf({
      [POLICY]: kubernetes(`{ ${database}, policyTypes: [Ingress], ingress: [{ from: [${web}] }] }`),
    });
    expect(grade.passed).toBe(true);
    expect(grade.extra.count).toBe(4);
    expect(grade.extra.rows.map(({ src, dst, protocol, ports }) => `${src} ${dst} ${protocol} ${ports}`)).toEqual(
      ['TCP 1-5431', 'TCP 5433-65535', 'UDP all', 'SCTP all'].map(
        (points) => `workload:shop/Pod/web workload:shop/Pod/database ${points}`,
      ),
    );
    expect(grade.lacking).toEqual({ count: 0, rows: [] });
  });
});

describe('an answer does not pass', () => {
  it('that closes too much, and it is told what is lacking', () => {
    const grade = gradeOf({ [POLICY]: shut });
    expect(grade.goals.map(({ holds }) => holds)).toEqual([false, true]);
    expect([grade.passed, grade.mistake, grade.extra.count]).toEqual([false, 0, 0]);
    expect(grade.lacking.rows).toMatchObject([{ src: 'workload:shop/Pod/web', was: 'allowed', verdict: 'denied' }]);
    expect(grade.goals[0]?.query).toEqual({ from: 'shop/web', to: 'shop/database', protocol: 'TCP', port: 5432 });
  });

  it('whose manifests lack something, though every goal holds', () => {
    const grade = gradeOf({ [POLICY]: solution, 'more.yaml': 'kind: [' });
    expect([grade.passed, grade.incomplete, grade.goals.every(({ holds }) => holds)]).toEqual([false, true, true]);
  });

  it('without what goals speak of', () => {
    const session = new EngineSession(() => 0);
    session.load([{ path: POLICY, text: solution }], defaultOptions);
    const { passed, goals } = session.grade(request, new Set());
    expect([passed, goals.map(({ fault }) => fault !== undefined)]).toEqual([false, [true, true]]);
  });

  it('beyond the limits, which count from the start', () => {
    const two = { 'a.yaml': shut, 'b.yaml': kubernetes(`{ ${database}, ${from(web)} }`, 'web') };
    const limits = (policies: number, rules: number) => gradeOf(two, { limits: { policies, rules } });
    expect(limits(1, 1)).toMatchObject({
      passed: false,
      limits: [
        { of: 'policies', most: 1, used: 2, holds: false },
        { of: 'rules', most: 1, used: 1, holds: true },
      ],
    });
    expect(limits(2, 1).passed).toBe(true);
    const start = [...request.start, { path: 'old.yaml', text: kubernetes('{ podSelector: {} }', 'old') }];
    expect(gradeOf(two, { start, limits: { policies: 1 } }).passed).toBe(true);
    expect(gradeOf({ 's.yaml': staged, 'a.yaml': solution }, { limits: { policies: 1 } }).passed).toBe(false);
  });

  it('beyond flips of what is enforced, whatever is staged', () => {
    const flips = { pending: true, limits: { flips: 0 } } as const;
    expect(gradeOf({ 's.yaml': staged }, flips).limits).toEqual([{ of: 'flips', most: 0, used: 0, holds: true }]);
    const [limit] = gradeOf({ 'a.yaml': shut }, flips).limits;
    expect(limit).toMatchObject({ of: 'flips', holds: false });
    expect(limit?.used).toBeGreaterThan(0);
  });

  it('and no mistake is told of what the step began with', () => {
    const files = { [POLICY]: shut };
    const begun = [...request.start, { path: POLICY, text: shut }].reverse();
    expect([gradeOf(files).mistake, gradeOf(files, { begun }).mistake]).toEqual([0, undefined]);
  });
});

it('judges staged policies only where the step asks for them', () => {
  expect(gradeOf({ 's.yaml': staged }).passed).toBe(false);
  const pending = gradeOf({ 's.yaml': staged }, { pending: true });
  expect([pending.passed, pending.extra.count, pending.lacking.count]).toEqual([true, 0, 0]);
  const session = new EngineSession(() => 0);
  const files = [...request.start, { path: 's.yaml', text: staged }];
  session.load(files, { ...defaultOptions, pending: 'calico', compareWith: 'enforced' });
  expect(session.grade(request, new Set()).passed).toBe(false);
});

it('sets the goals beside what is so now', () => {
  const { matrix } = gradeOf({});
  expect(matrix.rows.map(({ text, node }) => [text, node])).toEqual([
    ['shop/web', 'workload:shop/Pod/web'],
    ['shop/batch', 'workload:shop/Pod/batch'],
  ]);
  expect(matrix.columns.map(({ text }) => text)).toEqual(['shop/database']);
  expect(matrix.cells.map(({ goal, now, holds }) => [goal, now, holds])).toEqual([
    ['allowed', 'allowed', true],
    ['denied', 'allowed', false],
  ]);
  const [first] = request.goals;
  const back = first && { ...first, name: 'back', from: first.to, to: first.from };
  const goals = back ? [...request.goals, back] : [];
  const cells = gradeOf({ [POLICY]: shut }, { goals }).matrix.cells.map(({ goal, now, parts }) => [
    goal,
    now,
    parts.length,
  ]);
  expect(cells).toEqual([
    ...[
      ['allowed', 'denied', 1],
      [undefined, 'allowed', 0],
    ],
    ...[
      ['denied', 'denied', 1],
      [undefined, 'allowed', 0],
    ],
    ...[
      [undefined, 'allowed', 0],
      ['allowed', 'allowed', 1],
    ],
  ]);
});

describe('a check', () => {
  const range = { file: 'x', start: 0, end: 1 };
  const [first] = request.goals;
  if (!first) throw new Error('no goal');
  const query = { from: 'shop/web', to: 'shop/database', protocol: 'TCP', port: 5432 };
  const flow = { type: 'flow', assertion: first, query, range } as const;
  it.each<readonly [string, Check, boolean, string | RegExp]>([
    ['a flow', flow, false, 'denied'],
    ['a flow at one end', { ...flow, end: 'egress' }, true, /^allowed \(egress: no policy/],
    ['what decides', { ...flow, end: 'egress', by: 'no policy' }, true, /no policy/],
    ['what does not decide', { ...flow, end: 'egress', by: 'database' }, false, /no policy/],
    ['a flow of nobody', { ...flow, by: 'x', query: { ...query, from: 'shop/nobody' } }, false, /nobody/],
    ['a finding', { type: 'finding', code: 'dns-blocked', isThere: true, range }, true, 'it is found'],
    ['no finding', { type: 'finding', code: 'dns-blocked', isThere: false, range }, false, 'it is found'],
    ['a finding of a reader', { type: 'finding', code: 'unknown-field', isThere: true, range }, true, 'it is found'],
    ['how many pods', { type: 'policy', name: 'shop/database', pods: 1, range }, true, 'applies to 1 pod'],
    ['how many other pods', { type: 'policy', name: 'shop/database', pods: 2, range }, false, 'applies to 1 pod'],
    ['a staged policy', { type: 'policy', name: 'shop/staged', pods: 1, range }, true, 'applies to 1 pod'],
    ['some policy', { type: 'policy', name: '*/data*', pods: 1, range }, true, 'applies to 1 pod'],
    ['no such policy', { type: 'policy', name: 'other/*', pods: 1, range }, false, 'no policy is called so'],
    ['some refused file', { type: 'rejected', path: '*d.yaml', range }, true, 'refused'],
    ['no policy', { type: 'policy', name: 'database', pods: 0, range }, false, 'no policy is called so'],
    ['a refused file', { type: 'rejected', path: 'bad.yaml', range }, true, 'refused'],
    ['a file that is taken', { type: 'rejected', path: POLICY, range }, false, 'everything in it is taken'],
    ['a file that is not there', { type: 'rejected', path: 'no.yaml', range }, false, 'there is no such file'],
  ])('knows %s', (_, check, holds, now) => {
    const texts = {
      [POLICY]: shut,
      'staged.yaml': staged.replace('name: db', 'name: staged'),
      'bad.yaml': kubernetes('{ podSelector: 1, unknown: 2 }', 'bad'),
    };
    const [result] = gradeOf(texts, { facts: [check] }, ['dns-blocked']).facts;
    expect(result?.holds).toBe(holds);
    expect(result?.now).toMatch(now);
  });
});

it('is the same whatever was graded before, and tells what the one comparison tells', { timeout: timeFor(60) }, () => {
  const drafts = fc.tuple(clusterArbitrary, fc.array(clusterArbitrary, { minLength: 2, maxLength: 3 }));
  fc.assert(
    fc.property(drafts, ([base, others]) => {
      const options = optionsOf(base);
      const wanted: GradeRequest = {
        ...request,
        goals: [],
        mistakes: [],
        facts: [],
        solution: filesOf(base),
        start: [],
      };
      const session = new EngineSession(() => 0);
      session.load([], options);
      const known = new Set<string>();
      for (const { policies } of [...others, base]) {
        const files: readonly SourceFile[] = filesOf({ objects: base.objects, policies });
        const gone = [...known].filter((path) => !files.some((file) => file.path === path));
        session.edit([...files, ...gone.map((path) => ({ path, text: null }))]);
        for (const { path } of files) known.add(path);
        const { snapshot: _, ...grade } = session.grade(wanted, new Set());
        const fresh = new EngineSession(() => 0);
        fresh.load(files, options);
        const { snapshot: __, ...expected } = fresh.grade(wanted, new Set());
        expect(grade).toEqual(expected);
        const cache = createSnapshotCache();
        const [before, after] = [wanted.solution, files].map((one) => createSnapshot(one, options, cache));
        if (!before || !after) continue;
        const { impact } = compareSnapshots(before, after, cache, 'all');
        expect([grade.extra.count, grade.lacking.count, grade.unsure.count]).toEqual([
          impact.opened,
          impact.closed,
          impact.unknown,
        ]);
      }
    }),
    runs(6),
  );
});
