// The verdicts between two parties of many pods, gathered by columns: on which nodes pods run counts only for hosts.
import type { FlowParty, PartyMember } from './flow-party.ts';
import { isOnHostEnd, type MemberEnd } from './flow-place.ts';
import { memberVerdict } from './member-verdict.ts';
import { type PairCell, pairCells } from './pair-cells.ts';
import type { Snapshot } from './snapshot.ts';

/** Pods of a party behind one column, by node. */
interface ColumnPods {
  readonly sample: MemberEnd;
  readonly isOnHost: boolean;
  readonly byNode: Map<string | undefined, number>;
  count: number;
}

/** Names of two nodes that no manifest can hold: that the nodes differ is all that is asked. */
const HERE = '\u0000here';
const THERE = '\u0000there';

const gathered = new WeakMap<FlowParty, readonly ColumnPods[]>();

function podsByColumn(snapshot: Snapshot, party: FlowParty): readonly ColumnPods[] {
  const known = gathered.get(party);
  if (known) return known;
  const columns = new Map<string, ColumnPods>();
  const gather = (member: PartyMember): void => {
    const { column, node, count, isHost } = member;
    const key = `${column}${isHost ? ' host' : ''}`;
    const isOnHost = isOnHostEnd(snapshot, member);
    const sample = { column, node: undefined, ...(isHost === undefined ? {} : { isHost }) };
    const own = columns.get(key) ?? { sample, isOnHost, byNode: new Map(), count: 0 };
    columns.set(key, own);
    own.count += count;
    own.byNode.set(node, (own.byNode.get(node) ?? 0) + count);
  };
  for (const member of party.members) gather(member);
  const made = [...columns.values()];
  gathered.set(party, made);
  return made;
}

/** Pairs of pods on one and the same known node, and pairs where some node is not known. */
function pairsByPlace(src: ColumnPods, dst: ColumnPods): { readonly together: number; readonly unknown: number } {
  const [few, many] = src.byNode.size <= dst.byNode.size ? [src, dst] : [dst, src];
  let together = 0;
  for (const [node, count] of few.byNode) if (node !== undefined) together += count * (many.byNode.get(node) ?? 0);
  const [from, to] = [src.byNode.get(undefined) ?? 0, dst.byNode.get(undefined) ?? 0];
  return { together, unknown: from * dst.count + to * src.count - from * to };
}

/** As `pairCells`, with fewer cells: those that any two pods behind the same columns share are one. */
export function columnCells(snapshot: Snapshot, src: FlowParty, dst: FlowParty): readonly PairCell[] {
  if (snapshot.transit.size > 0) return pairCells(snapshot, src, dst);
  const cells: PairCell[] = [];
  const add = (from: MemberEnd, to: MemberEnd, pairs: number): void => {
    if (pairs > 0) cells.push({ verdict: memberVerdict(snapshot, from, to), pairs });
  };
  for (const from of podsByColumn(snapshot, src)) {
    for (const to of podsByColumn(snapshot, dst)) {
      const isSame = src.id === dst.id && from === to;
      const itself = isSame ? from.count : 0;
      const all = from.count * to.count;
      if (!from.isOnHost && !to.isOnHost) {
        add(from.sample, to.sample, all - itself);
        continue;
      }
      const { together, unknown } = pairsByPlace(from, to);
      const unplaced = isSame ? (from.byNode.get(undefined) ?? 0) : 0;
      add({ ...from.sample, node: HERE }, { ...to.sample, node: HERE }, together - (itself - unplaced));
      add({ ...from.sample, node: HERE }, { ...to.sample, node: THERE }, all - together - unknown);
      add(from.sample, to.sample, unknown - unplaced);
    }
  }
  return cells;
}
