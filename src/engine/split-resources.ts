// The objects a cluster is made of, and the much fewer ones that say what may flow in it.

import { Recent } from '../base/recent.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { INVENTORY_KINDS } from '../model/inventory-kinds.ts';
import type { Resource } from '../resources/resource.ts';
import { distinctResources, keyOf } from './distinct-resources.ts';
import type { FileReading } from './read-workspace.ts';

/** What one file holds. */
export interface Split {
  readonly inventory: readonly Resource[];
  readonly rest: readonly Resource[];
  /** What `rest` is called, as one text. */
  readonly names: string;
}

const splits = new WeakMap<FileReading, Split>();

/** Equal for objects of one name that was written alike: with a namespace, or without. */
const nameOf = (resource: Resource): string => `${keyOf(resource)}${resource.meta.namespaceGiven ? '' : ' *'}`;

export function splitReading(reading: FileReading): Split {
  const known = splits.get(reading);
  if (known) return known;
  const { resources } = reading.decoded;
  const rest = resources.filter(({ kind }) => !INVENTORY_KINDS.has(kind));
  const made = {
    inventory: resources.filter(({ kind }) => INVENTORY_KINDS.has(kind)),
    rest,
    names: rest.map(nameOf).join('\n'),
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

/** Splits one input after another. */
export class ResourceSplitter {
  readonly #inventories = new Recent<Inventory>(3);
  /** The last input of which no two objects had one name. */
  #distinct: readonly Split[] = [];

  /** Distinct objects of all files, in two parts. The second is small enough to be gone through on every edit. */
  split(readings: readonly FileReading[]): {
    readonly inventory: Inventory;
    readonly rest: readonly Resource[];
    readonly diagnostics: readonly Diagnostic[];
    /** Whether no two objects of the second part have one name. */
    readonly isDistinct: boolean;
  } {
    const parts = readings.map(splitReading);
    const lists = parts.map((part) => part.inventory).filter((list) => list.length > 0);
    const inventory = this.#inventories.get(lists, () => takeInventory(lists));
    const all: Resource[] = [];
    for (const { rest } of parts) for (const resource of rest) all.push(resource);
    if (this.#hasKnownNames(parts))
      return { inventory, rest: all, diagnostics: inventory.diagnostics, isDistinct: true };
    const { resources, diagnostics } = distinctResources(all);
    if (diagnostics.length === 0) this.#distinct = parts;
    const isDistinct = diagnostics.length === 0;
    return { inventory, rest: resources, diagnostics: [...inventory.diagnostics, ...diagnostics], isDistinct };
  }

  /** Whether the files hold objects of the same names as an input that was found to be distinct. */
  #hasKnownNames(parts: readonly Split[]): boolean {
    return (
      parts.length === this.#distinct.length &&
      parts.every((part, index) => part === this.#distinct[index] || part.names === this.#distinct[index]?.names)
    );
  }
}
