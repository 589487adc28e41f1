// Pods that every other pod of the cluster may reach as far as their own policies go.
import { Bitset } from '../../net/bitset.ts';
import type { ConnectionId } from '../../net/connection-table.ts';
import { classScopes } from '../declared-scopes.ts';
import type { Snapshot } from '../snapshot.ts';
import type { DirectionVerdicts } from '../tier-walks.ts';
import { ownFamilies } from './own-families.ts';

/** What the pods of the cluster come to together. */
export type OpenToAll = 'allowed' | 'unknown' | 'denied';

/** Classes of pods with addresses of their own; those on the host network speak with their host's. */
function podColumns({ universe }: Snapshot): Bitset {
  const pods = new Bitset(universe.size);
  for (const [id, { sample }] of universe.classes.entries())
    if (sample.type === 'pod' && !sample.hostNetwork) pods.add(id);
  return pods;
}

export class OpenToAllPods {
  readonly #snapshot: Snapshot;
  readonly #pods: Bitset;
  readonly #scopes: readonly ConnectionId[];
  readonly #known = new Map<DirectionVerdicts, Map<ConnectionId, OpenToAll>>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#pods = podColumns(snapshot);
    this.#scopes = classScopes(snapshot, 'declared');
  }

  /** Over the points of `scope`, within those that count toward the class. `isAlone`: nothing else is of its class. */
  of(column: number, scope: ConnectionId, isAlone: boolean): OpenToAll {
    const { matrix } = this.#snapshot;
    const answers = ownFamilies(this.#snapshot, column).map((family): OpenToAll => {
      const over = matrix.over(family);
      const doubt = over.doubtOf(column);
      const said = over.ingressWithin(column, this.#scopes[column] ?? scope);
      const known = isAlone ? this.#among(said, scope, column) : this.#amongAll(said, scope);
      if (doubt === 'certain') return known;
      return known === 'allowed' && doubt === 'perhaps' ? known : 'unknown';
    });
    return best(answers);
  }

  #amongAll(said: DirectionVerdicts, scope: ConnectionId): OpenToAll {
    const byScope = this.#known.get(said) ?? new Map<ConnectionId, OpenToAll>();
    this.#known.set(said, byScope);
    const made = byScope.get(scope) ?? this.#among(said, scope, -1);
    byScope.set(scope, made);
    return made;
  }

  #among(said: DirectionVerdicts, scope: ConnectionId, itself: number): OpenToAll {
    const { table } = this.#snapshot;
    let worst: OpenToAll = 'allowed';
    for (const { columns, allowed, unknown } of said.groups) {
      if (table.intersection(allowed, scope) !== table.none) continue;
      const pods = columns.common(this.#pods);
      if (!pods || (itself >= 0 && pods.has(itself) && pods.count() === 1)) continue;
      if (table.intersection(unknown, scope) === table.none) return 'denied';
      worst = 'unknown';
    }
    return worst;
  }
}

function best(answers: readonly OpenToAll[]): OpenToAll {
  if (answers.includes('allowed')) return 'allowed';
  return answers.includes('unknown') ? 'unknown' : 'denied';
}
