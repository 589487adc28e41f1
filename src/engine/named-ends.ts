// What a name means as an end of flows: the node of the picture, and all of its pods that something may tell apart.
import type { Ground } from './ground.ts';
import { type Party, resolveParty } from './resolve-party.ts';
import type { NodeId } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Pods of one workload that are told apart. */
const MOST_PARTIES = 12;

export interface NamedEnd {
  readonly parties: readonly Party[];
  readonly id: NodeId;
}

type Resolved = NamedEnd | { readonly error: string };

const resolved = new WeakMap<Ground, Map<string, Resolved>>();

/** A workload is all of its pods, but those that nothing tells apart; two of a kind, so that it has another to talk to. */
function podsOf(party: Party & { type: 'endpoint' }, { cluster, universe }: Snapshot): readonly Party[] {
  const seen = new Map<number, number>();
  const parties: Party[] = [];
  for (const index of cluster.workloads[party.endpoint.workload]?.endpoints ?? []) {
    const [endpoint, column] = [cluster.endpoints[index], universe.classOf[index]];
    if (!endpoint || column === undefined || parties.length >= MOST_PARTIES) continue;
    const count = seen.get(column) ?? 0;
    seen.set(column, count + 1);
    if (count < 2) parties.push({ type: 'endpoint', index, endpoint, column });
  }
  return parties.length > 0 ? parties : [party];
}

/** The node of the picture that a party written as `text` is, or is part of. */
export function nodeOfParty(text: string, party: Party, { cluster }: Pick<Snapshot, 'cluster'>): NodeId {
  const name = text.trim();
  if (party.type === 'address') {
    return name === 'internet' || name.startsWith('set:') ? name : `cidr:${party.range?.text ?? party.label}`;
  }
  const { endpoint } = party;
  const parts = name.replace(/^(workload|pod):/, '').split('/');
  const isPod = name.startsWith('pod:') || endpoint.id === `pod:${parts[0]}/${parts.at(-1)}`;
  const workload = cluster.workloads[endpoint.workload];
  return !workload || (isPod && workload.kind !== 'Pod') ? endpoint.id : workload.id;
}

function resolve(text: string, snapshot: Snapshot): Resolved {
  const party = resolveParty(snapshot, text);
  if (party.type === 'unknown') return { error: party.error };
  const id = nodeOfParty(text, party, snapshot);
  return { parties: party.type === 'endpoint' && id.startsWith('workload:') ? podsOf(party, snapshot) : [party], id };
}

/** What a name means depends on the cluster alone, which edits of policies leave as it is. */
export function namedEnd(text: string, snapshot: Snapshot): Resolved {
  const known = resolved.get(snapshot.ground) ?? new Map<string, Resolved>();
  resolved.set(snapshot.ground, known);
  const found = known.get(text) ?? resolve(text, snapshot);
  known.set(text, found);
  return found;
}
