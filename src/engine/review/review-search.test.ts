// Base and head to flips with causes, from texts.
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../engine-options.ts';
import { EngineSession } from '../engine-session.ts';
import type { Review, ReviewRequest } from './review.ts';

const pod = (name: string, labels: string, port = 80, namespace = 'dev') => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}
spec: {containers: [{name: main, image: x, ports: [{containerPort: ${port}}]}]}
`;

const pods = [pod('web', 'app: web'), pod('db', 'app: db', 5432), pod('probe', 'app: probe', 80, 'ops')].join('---\n');

const policy = (name: string, spec: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: dev}
spec:
${spec.replaceAll(/^/gm, '  ')}
`;

const closed = policy('db', 'podSelector: {matchLabels: {app: db}}\npolicyTypes: [Ingress]');
const fromWeb = policy(
  'db',
  `podSelector: {matchLabels: {app: db}}
policyTypes: [Ingress]
ingress:
  - from:
      - podSelector: {matchLabels: {app: web}}`,
);

function review(base: string, head: string, request: Partial<ReviewRequest> = {}, headPath = 'a.yaml'): Review {
  const session = new EngineSession(() => 0);
  const file = (path: string, text: string) => ({ path, text: `${pods}---\n${text}` });
  session.load([file(headPath, head)], defaultOptions, [file('a.yaml', base)]);
  const search = session.review({ ports: 'declared', ...request });
  for (const _ of search.steps());
  return search.review;
}

/** `+ dev/Pod/web -> dev/Pod/db TCP 5432: adds …`. */
function told({ flips, changes }: Review): string[] {
  const sentences = new Map(changes.flatMap(({ hunks }) => hunks.map(({ id, sentence }) => [id, sentence] as const)));
  const name = (id: string) => id.replace(/^\w+:/, '');
  return flips.map(({ src, dst, protocol, ports, flip, causes, certainty }) => {
    const why = causes.map(({ hunk, location }) => `${sentences.get(hunk)} @${location.line}`);
    return `${flip} ${name(src)} -> ${name(dst)} ${protocol} ${ports}: ${certainty} ${why.join(' | ')}`;
  });
}

describe('a review', () => {
  it('names the rule that was added', () =>
    expect(told(review(closed, fromWeb))).toEqual([
      'opened dev/Pod/web -> dev/Pod/db TCP 5432: each adds the only ingress rule to NetworkPolicy dev/db @22',
    ]));

  it('finds nothing in what is moved, indented and commented otherwise', () => {
    const other = `# moved\n${fromWeb.replaceAll('      - pod', '            - pod')}`;
    const { flips, changes } = review(fromWeb, other, {}, 'b/c.yaml');
    expect({ flips, changes }).toEqual({ flips: [], changes: [] });
  });

  it('tells each of two changes that are both needed', () => {
    const outOfWeb = policy('web', 'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]');
    const toDb = outOfWeb.replace('[Egress]', '[Egress]\n  egress: [{}]');
    expect(told(review(`${closed}---\n${outOfWeb}`, `${fromWeb}---\n${toDb}`))).toContainEqual(
      expect.stringMatching(/^opened dev\/Pod\/web -> dev\/Pod\/db TCP 5432: each adds .* \| adds /),
    );
  });

  it('tells several that each suffice as what must go together', () => {
    const second = fromWeb.replace('name: db', 'name: db-too');
    const flips = told(review(closed, `${fromWeb}---\n${second}`));
    expect(flips).toEqual([
      expect.stringMatching(/: together adds the only ingress rule.* \| adds NetworkPolicy dev\/db-too/),
    ]);
  });

  it('says where causes were not sought', () => {
    const { flips, unsought } = review(closed, fromWeb, { budget: { evaluations: 0, milliseconds: 1 } });
    expect(flips.map((flip) => [flip.unsought, flip.causes])).toEqual([[true, []]]);
    expect(unsought).toBe(1);
  });

  it('points into the rule of an added policy that decides', () => {
    const both = `${fromWeb}    - from:\n        - namespaceSelector: {}\n`;
    const lines = told(review('', both));
    expect(lines.filter((line) => line.includes('closed'))).not.toEqual([]);
    for (const line of lines) expect(line).toContain('adds NetworkPolicy dev/db');
  });
});
