// What is said of comments that let findings pass, and what the fixes make of the text.
import { expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { problemsIn } from '../testing/lint-manifests.ts';

/** One finding, `types-implicit`, at its `spec`. */
const policy = (before: string, after = ''): string =>
  `${before}apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec:${after}\n  selector: app == 'web'\n  ingress: [{ action: Allow }]\n---\n{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } } }\n`;

const said = async (text: string) => (await problemsIn(text)).filter(({ code }) => code.startsWith('ignore-'));

it('says nothing of one that fits', async () => {
  expect(await said(policy('', ' # sluice-ignore types-implicit: on purpose'))).toEqual([]);
  expect(await said(policy('# sluice-ignore types-implicit: on purpose\n'))).toEqual([]);
});

it.each([
  ['types-implicit', 'ignore-no-reason', /does not say why/, undefined],
  ['types-implicit: REASON', 'ignore-no-reason', /does not say why/, undefined],
  ['types-implict: known', 'ignore-unknown-code', /`types-implict`/, ' # sluice-ignore types-implicit: known'],
  [': known', 'ignore-unknown-code', /names no finding/, undefined],
  ['order-tie: known', 'ignore-unused', /No finding `order-tie` is here/, ''],
  ['order-tie, types-implicit: known', 'ignore-unused', /`order-tie`/, ' # sluice-ignore types-implicit: known'],
])('%s: %s', async (comment, code, message, fixed) => {
  const text = policy('', ` # sluice-ignore ${comment}`);
  const [problem, ...others] = await said(text);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code, message: expect.stringMatching(message), location: { line: 4, column: 7 } });
  const [fix] = problem?.fixes ?? [];
  expect(fix && applyEdits(text, fix.edits)).toBe(fixed === undefined ? undefined : policy('', fixed));
});

it('takes a line of its own out with the comment', async () => {
  const [problem] = await said(policy('# sluice-ignore order-tie: gone\n'));
  const [fix] = problem?.fixes ?? [];
  expect(fix).toMatchObject({ safe: true });
  expect(applyEdits(policy('# sluice-ignore order-tie: gone\n'), fix?.edits ?? [])).toBe(policy(''));
});
