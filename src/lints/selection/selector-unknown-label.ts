// `selector-unknown-label`: a label or a value that nothing in the manifests has, with the one that was likely meant.
import type { SourceRange } from '../../documents/source-file.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import { fixOf } from '../../documents/write-edits.ts';
import { NAMESPACE_NAME_LABEL } from '../../model/selector.ts';
import type { LabelSelector, NetworkPolicyResource, Resource } from '../../resources/resource.ts';
import { ACCOUNT_LABEL, NAMESPACE_LABEL, ORCHESTRATOR_LABEL, OWN_NAME } from '../calico-labels.ts';
import { type Knowledge, type LabelVocabulary, vocabulariesOf } from '../label-vocabulary.ts';
import type { Finding, Lint } from '../lint.ts';
import type { LintContext } from '../lint-context.ts';
import { type PolicySelector, selectorsOf } from '../policy-selectors.ts';
import { conditionsOf, editSelector, type LabelCondition, rangeInSelector, wordSpan } from '../selector-tree.ts';
import { labelOf } from '../wording.ts';

/** Labels whose values are computed, or that are never there, which other lints say. */
function isOthersAffair(key: string, of: PolicySelector['of']): boolean {
  if (of === 'objects') return /^(pcns|pcsa)\./.test(key) || COMPUTED.has(key);
  return of === 'namespaces' ? key === NAMESPACE_LABEL : key === ACCOUNT_LABEL || key === OWN_NAME;
}

const COMPUTED = new Set([ORCHESTRATOR_LABEL, ACCOUNT_LABEL, OWN_NAME, NAMESPACE_NAME_LABEL]);

/** Namespaces of every cluster, whether or not they are in the manifests. */
const EVERYWHERE = new Set(['kube-system', 'default', 'kube-public', 'kube-node-lease', 'kube-dns']);

const isTemplate = (text: string): boolean => text.includes('{{');

interface Asked {
  readonly key: string;
  /** Undefined: only whether the label is there. */
  readonly value: string | undefined;
  /** True where the condition excludes: what nobody has, it excludes nobody by. */
  readonly excludes: boolean;
  /** Looked for only where there is something to say. */
  readonly range: () => SourceRange;
  readonly replace: (text: string, part: 'key' | 'value') => TextEdit | undefined;
}

const BEARERS = { objects: 'pod', namespaces: 'namespace', accounts: 'service account' } as const;

function message(
  asked: Asked,
  { type, near }: Exclude<Knowledge, { type: 'known' }>,
  of: PolicySelector['of'],
  where: string,
): string {
  const label =
    type === 'unknown-key' ? `a label \`${asked.key}\`` : `\`${asked.key}\` with the value \`${asked.value}\``;
  const effect = asked.excludes ? 'so this leaves out nobody' : 'so this matches none';
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return `No ${BEARERS[of]}${where} has ${label}, ${effect}${hint}`;
}

function finding(
  asked: Asked,
  vocabulary: LabelVocabulary,
  of: PolicySelector['of'],
  where: string,
  object: string,
): readonly Finding[] {
  if (vocabulary.isEmpty || isOthersAffair(asked.key, of) || isTemplate(asked.value ?? '')) return [];
  const knowledge = vocabulary.ask(asked.key, asked.value);
  if (knowledge.type === 'known') return [];
  const { near, type } = knowledge;
  // Without a near name it may well be right, and the objects are not in the manifests.
  if (near === undefined && (asked.excludes || EVERYWHERE.has(asked.value ?? ''))) return [];
  const fixes =
    near === undefined ? [] : fixOf(`Write \`${near}\``, asked.replace(near, type === 'unknown-key' ? 'key' : 'value'));
  return [
    {
      ...(near === undefined ? { severity: 'info' as const } : {}),
      message: message(asked, knowledge, of, where),
      advice:
        near === undefined
          ? 'Load the objects it is for, or correct the label.'
          : `Write \`${near}\`, if that is meant.`,
      range: asked.range(),
      object,
      fixes,
    },
  ];
}

/** What a condition asks, value by value. Values that only exclude are told where they look like a slip. */
function askedOf(
  selector: PolicySelector,
  condition: LabelCondition,
  negated: boolean,
  context: LintContext,
): readonly Asked[] {
  const { field } = selector;
  const excludes = (condition.op === 'differs' || condition.op === 'not-in') !== negated || selector.leavesOut;
  const base = (part: LabelCondition['key']): Omit<Asked, 'value'> => ({
    key: condition.key.text,
    excludes,
    range: () => rangeInSelector(field, part, context.manifests),
    replace: (text, which) =>
      editSelector(field, wordSpan(which === 'key' ? condition.key : part, field.text), text, context.manifests),
  });
  switch (condition.op) {
    case 'equals':
    case 'differs':
      return [{ ...base(condition.value), value: condition.value.text }];
    case 'in':
    case 'not-in':
      return condition.values.map((value) => ({ ...base(value), value: value.text }));
    default:
      return [{ ...base(condition.key), value: undefined }];
  }
}

function isKnown(condition: LabelCondition, vocabulary: LabelVocabulary): boolean {
  const key = condition.key.text;
  if ('values' in condition) return condition.values.every(({ text }) => vocabulary.knows(key, text));
  const isExact = condition.op === 'equals' || condition.op === 'differs';
  return vocabulary.knows(key, isExact ? condition.value.text : undefined);
}

function inCalicoPolicies(context: LintContext): readonly Finding[] {
  const vocabularies = vocabulariesOf(context);
  return context.calico.flatMap(selectorsOf).flatMap((selector) => {
    const { of, within, policy, field } = selector;
    const vocabulary = of === 'objects' ? vocabularies.objects(within) : vocabularies[of];
    const where = of === 'objects' && within !== undefined ? ` of ${within}` : '';
    return conditionsOf(field.tree).flatMap(({ condition, negated }) => {
      if (isKnown(condition, vocabulary)) return [];
      const asked = askedOf(selector, condition, negated, context);
      // An unknown key is said once, whatever the values.
      const found = asked.flatMap((one) => finding(one, vocabulary, of, where, policy.label));
      return vocabulary.ask(condition.key.text, undefined).type === 'known' ? found : found.slice(0, 1);
    });
  });
}

/** A requirement's words are replaced where they stand once in its text. */
function inLabelSelector(
  selector: LabelSelector | undefined,
  vocabulary: LabelVocabulary,
  of: 'objects' | 'namespaces',
  where: string,
  { resource, context }: { readonly resource: Resource; readonly context: LintContext },
): readonly Finding[] {
  return (selector?.requirements ?? []).flatMap(({ key, operator, values, range }) => {
    const excludes = operator === 'NotIn' || operator === 'DoesNotExist';
    const wanted = operator === 'In' || operator === 'NotIn' ? values : [undefined];
    return wanted.flatMap((value) => {
      const replace: Asked['replace'] = (written, part) => {
        const text = context.manifests.textOf(range.file).slice(range.start, range.end);
        const old = part === 'key' ? key : (value ?? '');
        const at = text.indexOf(old);
        if (at < 0 || text.indexOf(old, at + 1) >= 0) return undefined;
        return { file: range.file, start: range.start + at, end: range.start + at + old.length, text: written };
      };
      return finding({ key, value, excludes, range: () => range, replace }, vocabulary, of, where, labelOf(resource));
    });
  });
}

function inKubernetesPolicy(resource: NetworkPolicyResource, context: LintContext): readonly Finding[] {
  const { namespace } = resource.meta;
  const vocabularies = vocabulariesOf(context);
  const here = { resource, context };
  const ownPods = vocabularies.objects(namespace);
  const where = ` of ${namespace}`;
  const peers = [...resource.spec.ingress, ...resource.spec.egress].flatMap((rule) => rule.peers);
  return [
    ...inLabelSelector(resource.spec.podSelector, ownPods, 'objects', where, here),
    ...peers.flatMap((peer) => {
      if (peer.type !== 'pods') return [];
      const { podSelector, namespaceSelector } = peer;
      const pods = namespaceSelector ? vocabularies.objects(undefined) : ownPods;
      return [
        ...inLabelSelector(namespaceSelector, vocabularies.namespaces, 'namespaces', '', here),
        ...inLabelSelector(podSelector, pods, 'objects', namespaceSelector ? '' : where, here),
      ];
    }),
  ];
}

export const selectorUnknownLabel: Lint = {
  code: 'selector-unknown-label',
  severity: 'warning',
  title: 'A label or value that nothing in the manifests has',
  docs: {
    why: 'A selector with a slip in it is legal and matches nothing, so an allow opens nothing and a policy protects nobody.',
    fix: 'Compare key and value with the labels of what is meant; the quick fix writes the nearest one. If the objects come later, or from elsewhere, let the finding pass with that reason.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'databse'
  types: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: database } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'database'
  types: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: db, namespace: shop, labels: { app: database } } }
`,
  },
  check: (context) => [
    ...inCalicoPolicies(context),
    ...context.resources.flatMap((resource) =>
      resource.kind === 'NetworkPolicy' ? inKubernetesPolicy(resource, context) : [],
    ),
  ],
};
