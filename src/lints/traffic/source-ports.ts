// `source-ports`: the port that a client connects from, asked for where its destination's was meant.

import { addEntry, fixOf, type NewValue, removeEntry, renameEntry } from '../../documents/write-edits.ts';
import type { CalicoPort } from '../../resources/calico-resource.ts';
import type { Finding, Lint } from '../lint.ts';
import type { CalicoPolicy, CalicoPolicyRule, LintContext } from '../lint-context.ts';

function written(port: CalicoPort): NewValue {
  if ('name' in port) return port.name;
  return port.from === port.to ? port.from : `${port.from}:${port.to}`;
}

/** Moves the ports to the other side, where that has none and the text allows it. */
function fixesFor({ resource }: CalicoPolicy, { rule, path }: CalicoPolicyRule, { manifests }: LintContext) {
  const { source, destination } = rule;
  if (source.ports.length === 0 || destination.ports.length > 0 || destination.services) return [];
  const title = 'Ask for the destination’s ports';
  const sourcePlace = manifests.find(resource.range, [...path, 'source']);
  const ports = source.ports.map(written);
  if (!destination.range) {
    if (sourcePlace?.value.kind === 'map' && sourcePlace.value.entries.length === 1) {
      return fixOf(title, renameEntry(sourcePlace, 'destination'));
    }
    const add = addEntry(manifests.find(resource.range, path), 'destination', { ports });
    return fixOf(title, add, removeEntry(manifests.find(resource.range, [...path, 'source', 'ports'])));
  }
  const add = addEntry(manifests.find(resource.range, [...path, 'destination']), 'ports', ports);
  return fixOf(title, add, removeEntry(manifests.find(resource.range, [...path, 'source', 'ports'])));
}

export const sourcePorts: Lint = {
  code: 'source-ports',
  severity: 'warning',
  title: 'A rule asks from which port a client connects',
  docs: {
    why: 'Clients choose the port they connect from anew for each connection, from thousands. Who writes `ports` under `source` nearly always means the port of the destination.',
    fix: 'Write the ports that are connected to under `destination`.',
    source: {
      title: 'Calico: NetworkPolicy',
      url: 'https://docs.tigera.io/calico/latest/reference/resources/networkpolicy',
    },
    bad: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source:
        selector: app == 'web'
        ports: [5432]
`,
    good: `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  selector: app == 'db'
  types: [Ingress]
  ingress:
    - action: Allow
      protocol: TCP
      source:
        selector: app == 'web'
      destination:
        ports: [5432]
`,
  },
  check: (context) =>
    context.calico.flatMap((policy) =>
      // Replies to what is not tracked come from the port that was connected to.
      (policy.spec.doNotTrack ? [] : policy.rules).flatMap((rule): Finding[] => {
        const { ports, notPorts, range } = rule.rule.source;
        if (ports.length === 0 && notPorts.length === 0) return [];
        const name = ports.length > 0 ? 'ports' : 'notPorts';
        return [
          {
            message: `\`source.${name}\` are the ports that clients connect from, which they choose anew for each connection`,
            advice: 'Write the ports that are connected to under `destination`.',
            range:
              context.manifests.rangeOf(policy.resource.range, [...rule.path, 'source', name], 'name') ??
              range ??
              rule.rule.range,
            object: policy.label,
            fixes: fixesFor(policy, rule, context),
          },
        ];
      }),
    ),
};
