// New files never take another's path or name.
import { expect, it } from 'vitest';
import { reportOf } from '../testing/report-of.ts';
import { calicoTemplates } from './calico-templates.ts';
import { newPolicyFile } from './new-policy-file.ts';
import { policyTemplates } from './policy-templates.ts';

const [template] = policyTemplates;

it('goes beside the file on show and counts on where the name is taken', async () => {
  if (!template) throw new Error('there is no template');
  const first = newPolicyFile(template, { namespace: 'shop' }, { files: [], objects: [], beside: 'a/b/c.yaml' });
  expect(first.path).toBe('a/b/default-deny-all.yaml');

  const { files } = await reportOf([first]);
  const objects = files.flatMap((file) => file.objects);
  const sameNamespace = { files: [], objects, beside: undefined };
  const second = newPolicyFile(template, { namespace: 'shop' }, sameNamespace);
  expect(second.path).toBe('default-deny-all-2.yaml');
  expect(second.text).toContain('name: default-deny-all-2\n');

  const other = newPolicyFile(template, { namespace: 'infra' }, { files: [first], objects, beside: 'a/b/c.yaml' });
  expect(other.path).toBe('a/b/default-deny-all-2.yaml');
});

it('looks for names of its own scope', () => {
  const [tier] = calicoTemplates;
  if (!tier) throw new Error('there is no template');
  const nameBeside = (namespace: string) => {
    const objects = [{ namespace, name: tier.id }];
    return newPolicyFile(tier, { namespace: 'shop' }, { files: [], objects, beside: undefined }).path;
  };
  expect([nameBeside('shop'), nameBeside('')]).toEqual(['security.yaml', 'security-2.yaml']);
});
