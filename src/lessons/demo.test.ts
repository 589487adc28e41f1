// The demo's story and its files belong together.
import { expect, it } from 'vitest';
import { demoFiles } from './demo.ts';
import { demoSteps } from './demo-steps.ts';

it('tells one step for each policy file, in the order of the files', () => {
  const policies = demoFiles.map((file) => file.path).filter((path) => path.startsWith('policies/'));
  expect(demoSteps.flatMap(({ file }) => file ?? [])).toEqual(policies);
});

it('is in path order', () =>
  expect(demoFiles.map((file) => file.path)).toEqual(demoFiles.map((file) => file.path).toSorted()));
