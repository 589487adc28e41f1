// The demo's files: clean, in path order, and each policy does to the flows what its comments say.
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { demoFiles } from './demo.ts';

const isPolicy = (path: string): boolean => path.startsWith('policies/');

it('is in path order and without a problem', () => {
  expect(demoFiles.map((file) => file.path)).toEqual(demoFiles.map((file) => file.path).toSorted());
  const session = new EngineSession(() => 0);
  expect(session.load(demoFiles, defaultOptions).report.problems).toEqual([]);
});

it('opens and closes flows policy by policy', () => {
  const session = new EngineSession(() => 0);
  session.load(
    demoFiles.filter((file) => !isPolicy(file.path)),
    defaultOptions,
  );
  const story = demoFiles
    .filter((file) => isPolicy(file.path))
    .map((file) => {
      const { opened, closed, unknown } = session.edit([file]).impact;
      session.acceptBaseline();
      return `${file.path} +${opened} -${closed} ?${unknown}`;
    });
  expect(story).toEqual([
    'policies/1-default-deny.yaml +0 -41 ?0',
    'policies/2-allow-frontend-ingress.yaml +3 -0 ?0',
    // Ingress alone opens nothing: the egress of the source is isolated too.
    'policies/3-allow-frontend-to-backend.yaml +0 -0 ?0',
    'policies/4-allow-backend-to-database.yaml +0 -0 ?0',
    'policies/5-allow-dns-egress.yaml +3 -0 ?0',
  ]);
});
