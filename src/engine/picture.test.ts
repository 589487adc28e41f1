// Edges of a picture: what is drawn by default, how groups are aggregated, and how flips lie over it.
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';
import type { PictureRequest } from './results.ts';

const plain: Omit<PictureRequest, 'expandedNamespaces'> = {
  ports: 'declared',
  expandedWorkloads: [],
  edges: 'governed',
  limit: 100,
};

function edges(files: readonly SourceFile[], request: Partial<PictureRequest> = {}, edited?: SourceFile): string[] {
  const session = new EngineSession(() => 0);
  const { report } = session.load(files, defaultOptions);
  if (edited) session.edit([edited]);
  const all = report.namespaces.map(({ id }) => id);
  const picture = session.picture({ ...plain, expandedNamespaces: all, ...request });
  return picture.edges.map(({ id, verdict, label, pairs, impact }) => {
    const flips = `${impact.opened ? ` +${impact.opened}` : ''}${impact.closed ? ` -${impact.closed}` : ''}`;
    const [src, dst] = id.split('->').map((end) => end.replace(/^(workload:|pod:)/, ''));
    return `${src} -> ${dst} ${verdict} [${label}] ${pairs.allowed}/${pairs.of}${flips}`;
  });
}

const files = [
  ...cluster`
    front: web{app=web}:80 cli{app=cli}
    back: db{app=db}:5432 cache{app=cache}:6379
  `,
  policy(
    'back/db',
  )`{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: front}}, podSelector: {matchLabels: {app: web}}}]}]}`,
];

describe('the picture', () => {
  it('draws what policy governs, not every flow that is open by default', () => {
    expect(edges(files)).toEqual(['front/Pod/web -> back/Pod/db allowed [5432] 1/1']);
    expect(edges(files, { edges: 'all' }).length).toBeGreaterThan(8);
  });

  it('aggregates groups with the pairs behind an edge', () => {
    expect(edges(files, { expandedNamespaces: [], edges: 'all' })).toContain(
      'namespace:front -> namespace:back mixed [5432, 6379] 3/4',
    );
  });

  it('draws everything about the focus', () => {
    const focused = edges(files, { focus: 'workload:back/Pod/cache' });
    expect(focused).toContain('front/Pod/cli -> back/Pod/cache allowed [6379] 1/1');
    expect(focused).toContain('back/Pod/cache -> internet allowed [all ports] 1/1');
  });

  it('lays flips over it, closed ones as denied edges', () => {
    const denied = policy('back/db')`{podSelector: {matchLabels: {app: db}}}`;
    expect(edges(files, {}, denied)).toEqual(['front/Pod/web -> back/Pod/db denied [] 0/1 -1']);
    const opened = policy('back/db')`{podSelector: {matchLabels: {app: db}}, ingress: [{}]}`;
    const only = edges(files, { edges: 'flips' }, opened);
    expect(only).toContain('front/Pod/cli -> back/Pod/db allowed [5432] 1/1 +1');
    expect(only).not.toContain('front/Pod/web -> back/Pod/db allowed [5432] 1/1');
  });

  it('cuts to the limit, flips and busy edges first, and says how many are left out', () => {
    const session = new EngineSession(() => 0);
    const { report } = session.load(files, defaultOptions);
    const request = { ...plain, expandedNamespaces: report.namespaces.map(({ id }) => id), edges: 'all' as const };
    const all = session.picture(request).edges.length;
    const cut = session.picture({ ...request, limit: 2 });
    expect(cut.edges.length).toBe(2);
    expect(cut.leftOut).toBe(all - 2);
  });
});
