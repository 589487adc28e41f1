// `namespace-default-implicit`: objects that name no namespace, so that it depends on who applies them.

import { counted } from '../../base/counted.ts';
import { groupBy } from '../../base/group-by.ts';
import { fixOf, setEntry } from '../../documents/write-edits.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { labelOf } from '../wording.ts';

/** Kinds of which it decides what may flow. */
const DECIDING: ReadonlySet<Resource['kind']> = new Set([
  'NetworkPolicy',
  'CalicoNetworkPolicy',
  'StagedNetworkPolicy',
  'StagedKubernetesNetworkPolicy',
  'NetworkSet',
]);

function finding(objects: readonly Resource[], { manifests }: LintContext): readonly Finding[] {
  const [first, ...others] = objects;
  if (!first) return [];
  const all =
    others.length === 0
      ? 'It names no namespace: it is'
      : `It and ${counted(others.length, 'other object')} name no namespace: they are`;
  const edits = objects.map(({ range }) => setEntry(manifests.find(range, ['metadata']), 'namespace', 'default'));
  return [
    {
      message: `${all} read as in \`default\`, and kubectl takes the namespace of its context`,
      advice: 'Write the namespace that is meant.',
      range: first.nameRange,
      object: labelOf(first),
      fixes: fixOf('Write `namespace: default`', ...edits),
      related: others.slice(0, 5).map(({ nameRange }) => ({ message: 'names no namespace', range: nameRange })),
    },
  ];
}

export const namespaceDefaultImplicit: Lint = {
  code: 'namespace-default-implicit',
  severity: 'info',
  title: 'A policy names no namespace',
  docs: {
    why: 'A policy governs the pods of its namespace alone. Without `metadata.namespace` that is the namespace of whoever applies it: `default`, the one of the kubectl context, or what `-n` says.',
    fix: 'Write `metadata.namespace`, unless a tool such as Kustomize or Helm fills it in.',
    source: {
      title: 'Kubernetes: namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
    bad: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny }
spec: { podSelector: {}, policyTypes: [Ingress] }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Ingress] }
`,
  },
  check(context) {
    const deciding = context.resources.filter(({ kind }) => DECIDING.has(kind));
    const nameless = deciding.filter(({ meta }) => !meta.namespaceGiven);
    // Where none has it, whoever applies them gives it to all; else where one of a file lacks it, its neighbours do.
    if (nameless.length === deciding.length) return finding(nameless, context);
    return [...groupBy(nameless, ({ range }) => range.file).values()].flatMap((objects) => finding(objects, context));
  },
};
