// Every template is a policy that the API server takes, whatever the names, and does what its description says.
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { cluster } from '../testing/cluster-text.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { reportOf } from '../testing/report-of.ts';
import { calicoTemplates } from './calico-templates.ts';
import { policyTemplates, type TemplateContext } from './policy-templates.ts';

const shop = cluster`
  shop: web{app=web,on=yes}:80*2 db{app=db}:5432
  kube-system: dns{k8s-app=kube-dns}:53/UDP,53`;

const contexts: readonly (readonly [string, TemplateContext])[] = [
  ['a namespace', { namespace: 'shop' }],
  ['a name', { namespace: 'shop', name: 'mine' }],
  [
    'labels',
    {
      namespace: 'shop',
      podLabels: [
        ['app', 'web'],
        ['on', 'yes'],
      ],
    },
  ],
  ['a peer', { namespace: 'shop', peerNamespace: 'kube-system' }],
  ['a namespace that looks like a number', { namespace: '123', podLabels: [['app', '1e3']] }],
];

describe.each(policyTemplates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  it.each(contexts)('is valid with %s', async (_, context) => {
    const file = { path: template.fileName(context), text: template.write(context) };
    const { problems, policies } = await reportOf([...shop, file]);
    expect(problems.filter(({ location }) => location.file === file.path)).toEqual([]);
    expect(policies.map(({ namespace, name }) => [namespace, name])).toEqual([[context.namespace, context.name ?? id]]);
  });

  it('applies to the pods asked for', async () => {
    const context: TemplateContext = {
      namespace: 'shop',
      podLabels: [
        ['app', 'web'],
        ['on', 'yes'],
      ],
    };
    const { policies } = await reportOf([...shop, { path: 'p.yaml', text: template.write(context) }]);
    expect(policies[0]?.appliesToPods).toBe(id.startsWith('default-deny') ? 3 : 2);
  });
});

describe.each([...policyTemplates, ...calicoTemplates].map((template) => [template.id, template] as const))(
  '%s as a text',
  (_, template) => {
    it.each(hostileNames)('keeps the label %j a label', (name) => {
      const file = { path: 'p.yaml', text: template.write({ namespace: name, podLabels: [[name, name]] }) };
      const { documents } = readDocuments(file);
      expect(documents).toHaveLength(1);
      expect(template.fileName({ namespace: name, name })).toMatch(/^[a-z0-9][a-z0-9.-]*\.yaml$/);
    });

    it('fits a narrow pane', () => {
      const longest = Math.max(
        ...template
          .write({ namespace: 'shop' })
          .split('\n')
          .map((line) => line.length),
      );
      expect(longest).toBeLessThanOrEqual(58);
    });
  },
);
