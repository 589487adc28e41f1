// `nets-overlap-notnets-empty`: addresses that a rule names and leaves out again, all of them.
import type { SourceRange } from '../../documents/source-file.ts';
import type { Cidr } from '../../net/cidr.ts';
import { areCovering } from '../../net/cidr-cover.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type LintContext } from '../lint-context.ts';
import { labelOf, listed } from '../wording.ts';

interface AddressLists {
  readonly given: readonly Cidr[];
  readonly leftOut: readonly Cidr[];
  readonly fields: readonly [given: string, leftOut: string];
  readonly range: SourceRange;
  readonly object: string;
}

function inCalicoPolicies({ calico, manifests }: LintContext): readonly AddressLists[] {
  return calico.flatMap(({ rules, label, resource }) =>
    rules.flatMap(({ sides, rule }) =>
      sides.flatMap(({ entity, path }): AddressLists[] => {
        if (entity.nets.length === 0 || entity.notNets.length === 0) return [];
        const range = manifests.rangeOf(resource.range, [...path, 'notNets']) ?? rule.range;
        return [{ given: entity.nets, leftOut: entity.notNets, fields: ['nets', 'notNets'], range, object: label }];
      }),
    ),
  );
}

function inKubernetesPolicies({ resources }: LintContext): readonly AddressLists[] {
  return resources.flatMap((resource) => {
    if (resource.kind !== 'NetworkPolicy') return [];
    const peers = DIRECTIONS.flatMap((direction) => resource.spec[direction].flatMap((rule) => rule.peers));
    return peers.flatMap((peer): AddressLists[] => {
      if (peer.type !== 'ipBlock' || peer.except.length === 0) return [];
      const lists = { given: [peer.cidr], leftOut: peer.except, fields: ['cidr', 'except'] as const };
      return [{ ...lists, range: peer.range, object: labelOf(resource) }];
    });
  });
}

function finding({ given, leftOut, fields, range, object }: AddressLists): readonly Finding[] {
  if (!given.every((cidr) => areCovering(leftOut, cidr))) return [];
  const texts = listed(given.map(({ text }) => text));
  return [
    {
      message: `\`${fields[1]}\` leaves out all of ${texts} that \`${fields[0]}\` names, so this matches nothing`,
      advice: `Leave out less than \`${fields[0]}\` names.`,
      range,
      object,
    },
  ];
}

export const netsOverlapNotnetsEmpty: Lint = {
  code: 'nets-overlap-notnets-empty',
  severity: 'warning',
  title: 'All addresses that a rule names are left out again',
  docs: {
    why: 'An address matches if it is in `nets` and in none of `notNets` (in Kubernetes: in `cidr` and in none of `except`). Exceptions that cover everything leave nobody.',
    fix: 'Name a wider range, or narrower exceptions.',
    source: {
      title: 'Calico: NetworkPolicy, entity rules',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#entityrule',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.1.0.0/16], notNets: [10.0.0.0/8] }
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      source: { nets: [10.0.0.0/8], notNets: [10.1.0.0/16] }
`,
  },
  check: (context) => [...inCalicoPolicies(context), ...inKubernetesPolicies(context)].flatMap(finding),
};
