// The objects a cluster is made of, and the much fewer ones that say what may flow in it.

import type { Recent } from '../base/recent.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import type { Resource } from '../resources/resource.ts';
import { distinctResources } from './distinct-resources.ts';
import type { FileReading } from './read-workspace.ts';

const INVENTORY: ReadonlySet<Resource['kind']> = new Set<Resource['kind']>([
  'Namespace',
  'Pod',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ReplicationController',
  'Service',
  'EndpointSlice',
  'ServiceAccount',
  'Ingress',
  'Node',
]);

interface Split {
  readonly inventory: readonly Resource[];
  readonly rest: readonly Resource[];
}

const splits = new WeakMap<FileReading, Split>();

function split(reading: FileReading): Split {
  const known = splits.get(reading);
  if (known) return known;
  const { resources } = reading.decoded;
  const made = {
    inventory: resources.filter(({ kind }) => INVENTORY.has(kind)),
    rest: resources.filter(({ kind }) => !INVENTORY.has(kind)),
  };
  splits.set(reading, made);
  return made;
}

/** Kubernetes' own objects; the very same one for the same readings. */
export interface Inventory {
  readonly resources: readonly Resource[];
  /** Those that dialects look at beside their own objects. */
  readonly nodes: readonly Resource[];
  readonly namespaces: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

function takeInventory(lists: readonly (readonly Resource[])[]): Inventory {
  const { resources, diagnostics } = distinctResources(lists.flat());
  const namespaces = new Set<string>();
  for (const { kind, meta } of resources) namespaces.add(kind === 'Namespace' ? meta.name : meta.namespace);
  return { resources, diagnostics, namespaces, nodes: resources.filter(({ kind }) => kind === 'Node') };
}

/** Distinct objects of all files, in two parts. The second is small enough to be gone through on every edit. */
export function splitResources(
  readings: readonly FileReading[],
  inventories: Recent<Inventory>,
): { readonly inventory: Inventory; readonly rest: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  const parts = readings.map(split);
  const lists = parts.map((part) => part.inventory).filter((list) => list.length > 0);
  const inventory = inventories.get(lists, () => takeInventory(lists));
  const { resources, diagnostics } = distinctResources(parts.flatMap((part) => part.rest));
  return { inventory, rest: resources, diagnostics: [...inventory.diagnostics, ...diagnostics] };
}
