// What the selectors of a file find: counts of each, and of one of them everything it finds, or what it comes nearest to.
import { compareText } from '../base/compare-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { selects } from '../model/selector.ts';
import type { WrittenPolicy, WrittenSelector } from '../model/written-policy.ts';
import { countFound, type FoundCounts, foundEndpoints, meantAs } from './found-endpoints.ts';
import { Locator } from './locate.ts';
import { type NearMiss, nearMiss } from './near-miss.ts';
import type { Location, NodeId, SnapshotId } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { writtenIn } from './written-policies.ts';

export interface LookupRequest {
  readonly file: string;
  /** Id of the selector of which everything is listed; undefined: counts only. */
  readonly selector?: string;
}

export interface SelectorCount extends FoundCounts {
  /** `NetworkPolicy/shop/db spec.podSelector`: stays the same while the text around it changes. */
  readonly id: string;
  readonly policy: string;
  readonly path: string;
  readonly role: WrittenSelector['role'];
  readonly asks: WrittenSelector['asks'];
  /** True where a selector beside it narrows it further. */
  readonly narrowed: boolean;
  /** From its name to where its last value ends. */
  readonly location: Location;
  readonly sets: number;
  /** Of one that asks namespaces. */
  readonly namespaces: number;
  /** Set where it finds nothing. */
  readonly near?: NearMiss;
}

export interface FoundNode {
  readonly id: NodeId;
  readonly kind: string;
  /** Empty for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  /** Pods of it that are found; 0 for what has none. */
  readonly pods: number;
  /** True for pods on the host network, which are not meant. */
  readonly isOnHost: boolean;
}

export interface SelectorLookup {
  readonly snapshot: SnapshotId;
  readonly file: string;
  /** In the order of the text. */
  readonly selectors: readonly SelectorCount[];
  /** What was asked for; undefined where the file has it no more. */
  readonly found?: {
    readonly id: string;
    readonly total: number;
    readonly nodes: readonly FoundNode[];
  };
}

/** Selectors of one file that are looked up. */
const MOST_SELECTORS = 400;
/** Nodes that are listed. */
const MOST_NODES = 1000;

interface Placed {
  readonly policy: WrittenPolicy;
  readonly selector: WrittenSelector;
}

const idOf = ({ policy, selector }: Placed): string =>
  `${policy.kind}/${policy.namespace}/${policy.name} ${selector.path}`;

function namespacesOf({ namespaces }: WrittenSelector, { cluster }: Snapshot): Snapshot['cluster']['namespaces'] {
  return namespaces ? cluster.namespaces.filter(({ labels }) => selects(namespaces, () => labels)) : [];
}

function setsOf({ role, meant }: WrittenSelector, { cluster }: Snapshot): Snapshot['cluster']['sets'] {
  if (role === 'subject') return [];
  return cluster.sets.filter(({ shown, labels }) => shown && selects(meant, (scope) => labels[scope]));
}

function countOf(placed: Placed, file: SourceFile, snapshot: Snapshot, locator: Locator): SelectorCount {
  const { policy, selector } = placed;
  const { path, role, asks, narrowed, keySpan, end } = selector;
  const counts = countFound(selector.meant, snapshot);
  const sets = setsOf(selector, snapshot).length;
  const namespaces = namespacesOf(selector, snapshot).length;
  const isEmpty = asks === 'namespaces' ? namespaces + sets === 0 : counts.pods + counts.hosts + sets === 0;
  const near = isEmpty && counts.onHosts === 0 ? nearMiss(selector, file, snapshot) : undefined;
  return {
    id: idOf(placed),
    policy: `${policy.namespace === '' ? '' : `${policy.namespace}/`}${policy.name}`,
    ...{ path, role, asks, narrowed, sets, namespaces },
    ...counts,
    location: locator.locate({ file: file.path, start: keySpan.start, end }),
    ...(near ? { near } : {}),
  };
}

function nodesOf(selector: WrittenSelector, snapshot: Snapshot): FoundNode[] {
  const { endpoints, workloads } = snapshot.cluster;
  const nodes = new Map<NodeId, FoundNode>();
  for (const index of foundEndpoints(selector.meant, snapshot)) {
    const endpoint = endpoints[index];
    const as = endpoint && meantAs(endpoint);
    if (!as) continue;
    const workload = workloads[endpoint.workload];
    const id = workload?.id ?? `host:${endpoint.name}`;
    const { namespace, kind, name } = workload ?? { namespace: '', kind: 'HostEndpoint', name: endpoint.name };
    const pods = (nodes.get(id)?.pods ?? 0) + (as === 'hosts' ? 0 : endpoint.count);
    nodes.set(id, { id, kind, namespace, name, pods, isOnHost: as === 'onHosts' });
  }
  const sets = setsOf(selector, snapshot).map(({ id, namespace, name }) => {
    const kind = namespace === '' ? 'GlobalNetworkSet' : 'NetworkSet';
    return { id, kind, namespace, name, pods: 0, isOnHost: false };
  });
  return [...nodes.values(), ...sets].sort(
    (a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name),
  );
}

function namespaceNodes(selector: WrittenSelector, snapshot: Snapshot): FoundNode[] {
  return namespacesOf(selector, snapshot).map(({ name }) => ({
    id: `namespace:${name}`,
    kind: 'Namespace',
    namespace: '',
    name,
    pods: 0,
    isOnHost: false,
  }));
}

/** Answers for any policy that can be read, whether or not it is valid. Nothing for a file that is not there. */
export function lookupSelectors(snapshot: Snapshot, request: LookupRequest, id: SnapshotId): SelectorLookup {
  const locator = new Locator(snapshot.readings);
  const file = locator.file(request.file);
  const placed = (file ? writtenIn(file, snapshot.options.semantics) : []).flatMap(({ policy }) =>
    policy.selectors.map((selector): Placed => ({ policy, selector })),
  );
  const counted = file ? placed.slice(0, MOST_SELECTORS) : [];
  const selectors = counted.flatMap((one) => (file ? [countOf(one, file, snapshot, locator)] : []));
  const asked = placed.find((one) => idOf(one) === request.selector);
  if (!asked) return { snapshot: id, file: request.file, selectors };
  const { selector } = asked;
  // Alone it means all of these namespaces' pods, which are many; narrowed it means what the other selector says.
  const nodes = selector.asks === 'namespaces' ? namespaceNodes(selector, snapshot) : nodesOf(selector, snapshot);
  const found = { id: idOf(asked), total: nodes.length, nodes: nodes.slice(0, MOST_NODES) };
  return { snapshot: id, file: request.file, selectors, found };
}
