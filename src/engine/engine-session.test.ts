// The session's numbering: answers that would differ are told apart by their snapshot.
import { expect, test } from 'vitest';
import { defaultOptions } from './engine-options.ts';
import { EngineSession } from './engine-session.ts';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: []}\n';

test('accepting the baseline makes a new snapshot, because its flips are others', () => {
  const session = new EngineSession(() => 0);
  session.load([{ path: 'a.yaml', text: pod }], defaultOptions);
  const edited = session.edit([{ path: 'a.yaml', text: pod.replace('web', 'db') }]);
  const accepted = session.acceptBaseline();
  expect(accepted.report.snapshot).toBeGreaterThan(edited.report.snapshot);
  expect(accepted.baseline).toBe(accepted.report.snapshot);
  expect(accepted.impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
});
