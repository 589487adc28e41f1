// `gnp-hits-system-namespaces`: a default deny for everybody that closes DNS and Calico itself.
import { addEntry, fixOf, replaceValue } from '../../documents/write-edits.ts';
import type { Policy } from '../../model/policy.ts';
import { type Labelled, selectsOne } from '../../model/selector.ts';
import { endpointsText } from '../endpoint-words.ts';
import { podIn } from '../hypothetical.ts';
import type { Finding, Lint } from '../lint.ts';
import { type CalicoPolicy, DIRECTIONS, type Direction, type LintContext } from '../lint-context.ts';
import { isCatchAll } from '../rule-cover.ts';
import { listed } from '../wording.ts';

const SYSTEM_NAMESPACES = ['kube-system', 'calico-system', 'calico-apiserver', 'tigera-operator'] as const;
const EXCLUSION = `projectcalico.org/name not in {${SYSTEM_NAMESPACES.map((name) => `'${name}'`).join(', ')}}`;

/** What every cluster has, whether or not the manifests hold it. */
const DNS_POD = podIn('kube-system', { 'k8s-app': 'kube-dns' });
/** Whoever selects this one selects by no label of his own: the policy is for everybody. */
const ANY_POD = podIn('some-namespace');

/** Directions in which the policy leaves its pods to the end of the tier. */
function closing({ placed, spec }: CalicoPolicy, context: LintContext): readonly Direction[] {
  const policy = placed[0]?.policy;
  const tier = context.snapshot.tiers.find((one) => one.name === spec.tier);
  if (!policy || tier?.unmatched !== 'deny' || spec.doNotTrack || spec.preDNAT) return [];
  const { families } = context.snapshot.matrix;
  return DIRECTIONS.filter((direction) => {
    const rules = policy[direction];
    return rules && !rules.some((rule) => rule.action !== 'log' && isCatchAll(rule, families));
  });
}

/** Classes of pods of these namespaces that the policy applies to and no policy of their own governs. */
function classesHit({ placed }: CalicoPolicy, direction: Direction, context: LintContext): readonly number[] {
  const { universe, matrix, policies } = context.snapshot;
  return [...(placed[0]?.subjects ?? [])].filter((id) => {
    const namespace = universe.classes[id]?.sample.namespace ?? '';
    if (!SYSTEM_NAMESPACES.some((name) => name === namespace)) return false;
    return !matrix.governing(direction, id).some((index) => policies[index]?.namespace === namespace);
  });
}

/** Whether some global policy of the tier lets the pod have everything, so that the end of the tier is never reached. */
function isFreed(
  pod: Labelled,
  { policy: { tier } }: { policy: Policy },
  direction: Direction,
  context: LintContext,
): boolean {
  const { families } = context.snapshot.matrix;
  return context.placed.some(
    ({ policy }) =>
      policy.tier === tier &&
      policy.namespace === '' &&
      selectsOne(policy.subject, pod) &&
      policy[direction]?.some((rule) => /allow|pass/.test(rule.action) && isCatchAll(rule, families)),
  );
}

/** Whom the policy closes, in words; undefined where it closes nobody of the system. */
function closedText(policy: CalicoPolicy, direction: Direction, context: LintContext): string | undefined {
  const [main] = policy.placed;
  if (!main || isFreed(DNS_POD, main, direction, context)) return undefined;
  const hit = classesHit(policy, direction, context);
  if (hit.length > 0) return endpointsText(hit, context);
  const isLoaded = context.snapshot.cluster.endpoints.some(({ namespace }) => namespace === 'kube-system');
  if (isLoaded || !selectsOne(main.policy.subject, DNS_POD)) return undefined;
  return 'the pods of kube-system, DNS among them, which are not in the manifests';
}

function fixesFor({ resource, spec }: CalicoPolicy, { manifests }: LintContext) {
  const given = spec.namespaceSelector?.text.trim();
  const title = 'Leave the system namespaces out';
  if (given === undefined) {
    const text = `has(projectcalico.org/name) && ${EXCLUSION}`;
    return fixOf(title, addEntry(manifests.find(resource.range, ['spec']), 'namespaceSelector', text));
  }
  const kept = given === 'all()' ? 'has(projectcalico.org/name)' : given.includes('||') ? `(${given})` : given;
  const place = manifests.find(resource.range, ['spec', 'namespaceSelector']);
  return fixOf(title, replaceValue(place, `${kept} && ${EXCLUSION}`));
}

export const gnpHitsSystemNamespaces: Lint = {
  code: 'gnp-hits-system-namespaces',
  severity: 'warning',
  title: 'A default deny for everybody closes the system namespaces too',
  docs: {
    why: 'A global default deny applies to kube-system and to Calico’s own namespaces: DNS pods get no queries and Calico’s components lose one another, although every application has its rules.',
    fix: 'Leave the system namespaces out by `namespaceSelector: kubernetes.io/metadata.name not in {…}`, or allow what they need in a tier before.',
    source: {
      title: 'Calico: a default deny for Kubernetes pods',
      url: 'https://docs.tigera.io/calico/latest/network-policy/get-started/kubernetes-default-deny',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: default-deny }
spec:
  namespaceSelector: all()
  types: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
`,
    good: `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: default-deny }
spec:
  namespaceSelector: has(projectcalico.org/name) && ${EXCLUSION}
  types: [Ingress]
---
{ apiVersion: v1, kind: Pod, metadata: { name: coredns, namespace: kube-system, labels: { k8s-app: kube-dns } } }
`,
  },
  check: (context) =>
    context.calico.flatMap((policy): Finding[] => {
      const subject = policy.placed[0]?.policy.subject;
      if (policy.namespace !== '' || !subject || !selectsOne(subject, ANY_POD)) return [];
      const closed = closing(policy, context).flatMap((direction) => {
        const whom = closedText(policy, direction, context);
        return whom === undefined ? [] : [{ direction, whom }];
      });
      const [first] = closed;
      if (!first) return [];
      const { resource, spec, label } = policy;
      const directions = listed(closed.map(({ direction }) => direction));
      return [
        {
          message: `It closes the ${directions} of ${first.whom}: what no rule allows is denied at the end of the tier \`${spec.tier}\``,
          advice: 'Leave the system namespaces out, or allow what they need.',
          range: (spec.namespaceSelector ?? spec.selector)?.range ?? resource.nameRange,
          object: label,
          fixes: fixesFor(policy, context),
        },
      ];
    }),
};
