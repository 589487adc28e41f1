// New files never take another's path or name.
import { expect, it } from 'vitest';
import { reportOf } from '../testing/report-of.ts';
import { newPolicyFile } from './new-policy-file.ts';
import { policyTemplates } from './policy-templates.ts';

const [template] = policyTemplates;

it('goes beside the file on show and counts on where the name is taken', async () => {
  if (!template) throw new Error('there is no template');
  const first = newPolicyFile(template, { namespace: 'shop' }, { files: [], policies: [], beside: 'a/b/c.yaml' });
  expect(first.path).toBe('a/b/default-deny-all.yaml');

  const { policies } = await reportOf([first]);
  const sameNamespace = { files: [], policies, beside: undefined };
  const second = newPolicyFile(template, { namespace: 'shop' }, sameNamespace);
  expect(second.path).toBe('default-deny-all-2.yaml');
  expect(second.text).toContain('name: default-deny-all-2\n');

  const other = newPolicyFile(template, { namespace: 'infra' }, { files: [first], policies, beside: 'a/b/c.yaml' });
  expect(other.path).toBe('a/b/default-deny-all-2.yaml');
});
