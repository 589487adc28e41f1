// `named-port-unresolved`: a port by name that no endpoint at the destination declares.
import { nearestName } from '../../base/nearest-name.ts';
import { fixOf, replaceValue } from '../../documents/write-edits.ts';
import type { Rule, TrafficTerm } from '../../model/policy.ts';
import type { ContainerPort } from '../../resources/resource.ts';
import { endpointsText } from '../endpoint-words.ts';
import type { Finding, Lint } from '../lint.ts';
import { DIRECTIONS, type Direction, type LintContext, type PlacedPolicy } from '../lint-context.ts';
import { labelOf, quotedList } from '../wording.ts';
import { destinations, writtenPorts } from '../written-ports.ts';

type NamedTerm = Extract<TrafficTerm, { type: 'named' }>;

const named = (rule: Rule, name: string): NamedTerm | undefined =>
  rule.matches
    .flatMap(({ traffic }) => traffic)
    .find((term): term is NamedTerm => term.type === 'named' && term.name === name);

/** Ports that endpoints of these classes declare. */
function declaredBy(
  classes: readonly number[],
  { snapshot: { universe, cluster } }: LintContext,
): readonly ContainerPort[] {
  return classes.flatMap((id) =>
    (universe.classes[id]?.members ?? []).flatMap((member) => cluster.endpoints[member]?.ports ?? []),
  );
}

/** The other protocols under which the name is declared; else names that are. */
function instead(name: string, declared: readonly ContainerPort[]): { readonly text: string; readonly near?: string } {
  const other = [...new Set(declared.filter((port) => port.name === name).map(({ protocol }) => protocol))];
  if (other.length > 0) return { text: `it is declared with ${other.join(' and ')}` };
  const names = [...new Set(declared.flatMap((port) => port.name ?? []))];
  const near = nearestName(name, names);
  const text = names.length === 0 ? 'they name none' : `they declare ${quotedList(names)}`;
  return near === undefined ? { text } : { text, near };
}

function finding(
  name: string,
  rule: Rule,
  {
    direction,
    policy,
    index,
  }: { readonly direction: Direction; readonly policy: PlacedPolicy; readonly index: number },
  context: LintContext,
): readonly Finding[] {
  const { table, selectors } = context.snapshot;
  const { resource } = policy;
  const term = named(rule, name);
  const all = destinations(rule, direction, policy, context)?.and(context.endpoints);
  if (!term || !all || all.isEmpty() || !resource) return [];
  const among = term.among ? all.and(selectors.select(term.among)) : all;
  const classes = [...(among.isEmpty() ? all : among)];
  const match = { peer: { op: 'any' } as const, traffic: [{ ...term }] };
  if (classes.some((column) => context.engine.traffic(match, column) !== table.none)) return [];
  const { text, near } = instead(name, declaredBy(classes, context));
  const path = writtenPorts(resource, direction, index).find(({ port }) => port === name)?.path ?? [];
  const fix = near === undefined ? undefined : replaceValue(context.manifests.find(resource.range, path), near);
  return [
    {
      message: `No port of ${endpointsText(classes, context)} fits the name \`${name}\`, so this matches nothing: ${text}`,
      advice:
        near === undefined
          ? 'Write a name that containers declare, or the number.'
          : `Write \`${near}\`, if that is meant.`,
      range: context.manifests.rangeOf(resource.range, path) ?? rule.range,
      object: labelOf(resource),
      fixes: fixOf(`Write \`${near}\``, fix),
    },
  ];
}

const objects = `---
{ apiVersion: v1, kind: Pod, metadata: { name: web, namespace: shop, labels: { app: web } }, spec: { containers: [{ name: web, image: web, ports: [{ name: http, containerPort: 8080 }] }] } }
`;

export const namedPortUnresolved: Lint = {
  code: 'named-port-unresolved',
  severity: 'warning',
  title: 'A port by a name that nobody declares',
  docs: {
    why: 'A named port means the container ports of that name at the destination. Where none is declared, for the protocol of the rule, it means no port at all.',
    fix: 'Declare the name under `ports` of the containers, or write the number of the port.',
    source: {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [htpp] }
${objects}`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: app == 'web'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      destination: { ports: [http] }
${objects}`,
  },
  check: (context) =>
    context.placed.flatMap((policy) =>
      DIRECTIONS.flatMap((direction) =>
        (policy.policy[direction] ?? []).flatMap((rule, index) => {
          const names = rule.matches.flatMap(({ traffic }) =>
            traffic.flatMap((term) => (term.type === 'named' ? [term.name] : [])),
          );
          return [...new Set(names)].flatMap((name) => finding(name, rule, { direction, policy, index }, context));
        }),
      ),
    ),
};
