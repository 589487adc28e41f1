// The rows of the matrix, and the rows that each party counts in.
import type { FlowFilter } from './flow-filter.ts';
import type { FlowParty } from './flow-party.ts';
import type { GroupedParty } from './group-parties.ts';
import { partiesOf } from './known-parties.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Hosts and nodes outside with a row of their own, each. */
const MAX_SINGLE = 100;

export interface MatrixEnds {
  /** By row. */
  readonly ids: readonly NodeId[];
  /** Each in a group that one or two rows are made of. */
  readonly parties: readonly GroupedParty[];
  /** Rows by group: its own, and that of the namespace around it. */
  readonly rowsOfGroup: readonly (readonly number[])[];
  readonly groupOf: ReadonlyMap<NodeId, number>;
  readonly leftOut: number;
}

export function matrixEnds(snapshot: Snapshot, expanded: ReadonlySet<NodeId>, filter: FlowFilter): MatrixEnds {
  const all = partiesOf(snapshot);
  const single = (isOutside: boolean): readonly FlowParty[] =>
    all.filter((party) => party.namespace === undefined && party.isOutside === isOutside).slice(0, MAX_SINGLE);
  const members = new Map<NodeId, NodeId[]>();
  for (const { id, namespace } of all) {
    if (namespace === undefined || !expanded.has(namespace)) continue;
    const own = members.get(namespace);
    if (own) own.push(id);
    else members.set(namespace, [id]);
  }
  const ids: NodeId[] = [];
  const groupOf = new Map<NodeId, number>();
  const rowsOfGroup: number[][] = [];
  const addGroup = (id: NodeId, rows: number[]): void => {
    groupOf.set(id, rowsOfGroup.length);
    rowsOfGroup.push(rows);
  };
  for (const { name } of snapshot.cluster.namespaces) {
    const id = `namespace:${name}`;
    const row = ids.push(id) - 1;
    const own = members.get(id);
    if (!own) addGroup(id, [row]);
    for (const member of own ?? []) addGroup(member, [ids.push(member) - 1, row]);
  }
  for (const { id } of [...single(false), ...single(true)]) addGroup(id, [ids.push(id) - 1]);
  const parties = all.flatMap((party): GroupedParty[] => {
    const group = groupOf.get(party.id) ?? groupOf.get(party.namespace ?? party.id);
    if (group === undefined) return [];
    groupOf.set(party.id, group);
    return [{ party, group, wantsFrom: true, wantsTo: true, role: filter.role(party) }];
  });
  return { ids, parties, rowsOfGroup, groupOf, leftOut: all.length - parties.length };
}
