// Patterns of asserted ends to the workloads that fit them, or what they come nearest to where none does.
import type { AssertedEnd, PatternPart } from '../resources/asserted-end.ts';
import type { Labels } from '../resources/resource.ts';
import { endpointParty, type FlowParty, workloadParty } from './flow-party.ts';
import { globTest, nearestToGlob } from './glob-match.ts';
import { labelTest, nearestLabel } from './label-tests.ts';
import type { Snapshot } from './snapshot.ts';

type Pattern = Extract<AssertedEnd, { by: 'pattern' }>;
type Workload = Snapshot['cluster']['workloads'][number];

/** The namespaces that fit, by name. */
function namespacesOf({ cluster }: Snapshot, part: PatternPart): ReadonlySet<string> {
  const fits = 'glob' in part ? globTest(part.glob) : undefined;
  const isMeant = 'labels' in part ? labelTest(part.labels) : undefined;
  const found = cluster.namespaces.filter(({ name, labels }) => fits?.(name) ?? isMeant?.(labels));
  return new Set(found.map(({ name }) => name));
}

/** A pod that a host endpoint governs carries that one's labels; its workload still has the pod's. */
function labelsAt({ cluster }: Snapshot, index: number, workload: Workload): Labels {
  const endpoint = cluster.endpoints[index];
  return endpoint?.type === 'pod' ? endpoint.labels : workload.labels;
}

function inNamespaces(snapshot: Snapshot, pattern: Pattern): readonly Workload[] {
  const namespaces = namespacesOf(snapshot, pattern.namespace);
  const isKind = globTest(pattern.kind?.toLowerCase() ?? '*');
  return snapshot.cluster.workloads.filter(
    ({ namespace, kind }) => namespaces.has(namespace) && isKind(kind.toLowerCase()),
  );
}

/** Workloads, or those of their pods that have the labels. */
export function fittingParties(snapshot: Snapshot, pattern: Pattern): readonly FlowParty[] {
  const workloads = inNamespaces(snapshot, pattern);
  const { name } = pattern;
  if ('glob' in name) {
    const isName = globTest(name.glob);
    return workloads.filter((one) => isName(one.name)).map((one) => workloadParty(snapshot, one));
  }
  const isMeant = labelTest(name.labels);
  return workloads.flatMap((workload) => {
    const own = workload.endpoints.filter((index) => isMeant(labelsAt(snapshot, index, workload)));
    if (own.length === workload.endpoints.length) return [workloadParty(snapshot, workload)];
    return own.flatMap((index) => {
      const endpoint = snapshot.cluster.endpoints[index];
      return endpoint ? [endpointParty(snapshot, index, endpoint)] : [];
    });
  });
}

const orNearest = (near: string | undefined): string => (near === undefined ? '' : `; the nearest is \`${near}\``);

/** Why nothing fits a pattern, with what it comes nearest to. */
export function patternFault(snapshot: Snapshot, pattern: Pattern): string {
  const { namespaces } = snapshot.cluster;
  const { text, namespace, kind, name } = pattern;
  if (namespacesOf(snapshot, namespace).size === 0) {
    const near =
      'glob' in namespace
        ? nearestToGlob(
            namespace.glob,
            namespaces.map((one) => one.name),
          )
        : nearestLabel(
            namespace.labels,
            namespaces.map(({ labels }) => labels),
          );
    return `no namespace fits \`${text}\`${orNearest(near)}`;
  }
  const workloads = inNamespaces(snapshot, pattern);
  if (workloads.length === 0)
    return `no workload fits \`${text}\`: those namespaces have none${kind ? ` of kind ${kind}` : ''}`;
  if ('glob' in name) {
    const near = nearestToGlob(
      name.glob,
      workloads.map((one) => one.name),
    );
    return `no workload fits \`${text}\`${orNearest(near)}`;
  }
  const labels = workloads.flatMap((one) => one.endpoints.map((index) => labelsAt(snapshot, index, one)));
  return `no pod fits \`${text}\`${orNearest(nearestLabel(name.labels, labels))}`;
}
