// What a list of problems offers while texts change under it.
import { expect, it } from 'vitest';
import { reportOf } from '../testing/report-of.ts';
import { fixesOf } from './problem-fixes.ts';

const file = {
  path: 'p.yaml',
  text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: shop}
spec: {podSelector: {matchLabels: {tier: 1}}, policyType: [Ingress]}`,
};

it('reads fixes off the text that was judged, and keeps them while another one is being judged', async () => {
  const { problems } = await reportOf([file]);
  const titles = (files: readonly (typeof file)[], stale: boolean) =>
    problems.map((problem) => fixesOf(problem, files, stale).map(({ title }) => title));
  const edited = { ...file, text: `# ${file.text}` };
  expect(titles([edited], true)).toEqual([[], ['Write `policyTypes`']]);
  expect(titles([file], false)).toEqual([['Put `1` in quotes'], ['Write `policyTypes`']]);
  expect(titles([edited], true)).toEqual([['Put `1` in quotes'], ['Write `policyTypes`']]);
});
