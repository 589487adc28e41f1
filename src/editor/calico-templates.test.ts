// Every template for Calico is taken by each of its releases as it is, and does what its description says.
import { describe, expect, it } from 'vitest';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { cluster } from '../testing/cluster-text.ts';
import { problemsIn } from '../testing/lint-manifests.ts';
import { calicoTemplates } from './calico-templates.ts';
import type { TemplateContext } from './policy-templates.ts';

const shop = cluster`
  shop: web{app=web,on=yes}:80*2 client{app=client}:5432 odd{app=1e3}:80
  kube-system: dns{k8s-app=kube-dns}:53/UDP,53/TCP`;

/** What each is for: effect comes later. */
const notYet: Readonly<Record<string, readonly string[]>> = {
  security: ['tier-empty'],
  'staged-default-deny': ['staged-only'],
};

function fileOf(id: string, context: TemplateContext): SourceFile {
  const template = calicoTemplates.find((one) => one.id === id);
  if (!template) throw new Error(`there is no template ${id}`);
  return { path: template.fileName(context), text: template.write(context) };
}

async function judged(
  id: string,
  context: TemplateContext,
  options: Partial<EngineOptions> = {},
  beside: readonly SourceFile[] = [],
) {
  const client = createInProcessClient(() => 0);
  const { report } = await client.load([...shop, ...beside, fileOf(id, context)], { ...defaultOptions, ...options });
  const explain = async (from: string, to: string, protocol: string, port: number) => {
    const answer = await client.explain({ from, to, protocol, port });
    return 'verdict' in answer ? answer.verdict : answer.error;
  };
  return { report, explain };
}

const toWeb: TemplateContext = {
  namespace: 'shop',
  podLabels: [
    ['app', 'web'],
    ['on', 'yes'],
  ],
};
const releases = ['calico-3.31', 'calico-3.32', 'calico-enterprise'] as const;

describe.each(calicoTemplates.map(({ id }) => id))('%s', (id) => {
  const contexts: readonly TemplateContext[] = [
    { namespace: 'shop' },
    toWeb,
    { namespace: 'shop', podLabels: [['app', '1e3']] },
    { namespace: 'shop', podLabels: [['on', 'yes']], name: 'mine' },
  ];
  it.each(releases)('is taken without a problem by %s', async (semantics) => {
    for (const context of contexts) {
      const file = fileOf(id, context);
      const found = await problemsIn([...shop, file], { semantics });
      // Of the whole workspace, which has no other policy: one of ingress leaves the egress to others.
      const problems = found.filter(({ code }) => !['egress-not-governed', 'no-default-deny'].includes(code));
      expect(problems.map(({ code, location }) => `${location.file} ${code}`)).toEqual(
        (notYet[id] ?? []).map((code) => `${file.path} ${code}`),
      );
    }
  });
});

it('puts the tier ahead of the default', async () => {
  const { report } = await judged('security', { namespace: 'shop' });
  expect(report.tiers.slice(0, 3).map(({ name, unmatched }) => `${name} ${unmatched}`)).toEqual([
    'security pass',
    'kube-admin pass',
    'default deny',
  ]);
});

it('allows chosen pods of the namespace, and no other', async () => {
  const { report, explain } = await judged('calico-allow-from-pods', toWeb);
  expect(report.policies.map(({ appliesToPods }) => appliesToPods)).toEqual([2]);
  expect(await explain('shop/client', 'shop/web', 'TCP', 8080)).toBe('allowed');
  expect(await explain('shop/web', 'shop/web', 'TCP', 8080)).toBe('denied');
  expect(await explain('kube-system/dns', 'shop/web', 'TCP', 8080)).toBe('denied');
});

it('isolates all but the system, which answers for names', async () => {
  const { report, explain } = await judged('cluster-default-deny', { namespace: 'shop' });
  expect(report.policies.map(({ appliesToPods }) => appliesToPods)).toEqual([4]);
  expect(await explain('shop/web', 'kube-system/dns', 'UDP', 53)).toBe('allowed');
  expect(await explain('shop/web', 'kube-system/dns', 'TCP', 53)).toBe('allowed');
  expect(await explain('shop/web', 'shop/client', 'TCP', 5432)).toBe('denied');
  expect(await explain('kube-system/dns', 'internet', 'UDP', 53)).toBe('allowed');
});

it.each([
  ['enforced', 'allowed'],
  ['calico', 'denied'],
  ['promoted', 'denied'],
] as const)('stages: %s is %s', async (pending, verdict) => {
  const { explain } = await judged('staged-default-deny', { namespace: 'shop' }, { pending });
  expect(await explain('shop/web', 'shop/client', 'TCP', 5432)).toBe(verdict);
});

const toPartners = {
  path: 'to-partners.yaml',
  text: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: to-partners, namespace: shop }
spec:
  types: [Egress]
  egress:
    - { action: Allow, destination: { namespaceSelector: global(), selector: role == 'partner' } }
`,
};

it('has a set that rules find by its label', async () => {
  const { explain } = await judged('partners', { namespace: 'shop' }, {}, [toPartners]);
  expect(await explain('shop/web', '203.0.113.10', 'TCP', 443)).toBe('allowed');
  expect(await explain('shop/web', '203.0.113.11', 'TCP', 443)).toBe('denied');
});
