// Assertions that do not hold in the head, with all ends they speak of, so that each flip against one can be told.
import { groupBy } from '../../base/group-by.ts';
import type { Assertion } from '../../resources/assertion.ts';
import { assertedPairs, type UnitGroup } from '../asserted-pairs.ts';
import { judgeAssertions } from '../judge-assertions.ts';
import { Locator } from '../locate.ts';
import type { NodeId } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';

export interface BrokenAssertion {
  readonly name: string;
  readonly expect: 'allowed' | 'denied';
  /** `TCP/8080`; undefined: every declared port, or those that a service settles. */
  readonly port: string | undefined;
  /** Nodes that flips have; a pod is its workload's business. */
  readonly from: ReadonlySet<NodeId>;
  readonly to: ReadonlySet<NodeId>;
}

class NodeNames {
  readonly #workloads: ReadonlyMap<NodeId, NodeId>;

  constructor({ cluster }: Snapshot) {
    const { endpoints, workloads } = cluster;
    this.#workloads = new Map(
      endpoints.flatMap(({ id, workload }) => (workloads[workload] ? [[id, workloads[workload].id]] : [])),
    );
  }

  of(ids: Iterable<NodeId>): ReadonlySet<NodeId> {
    return new Set([...ids].map((id) => this.#workloads.get(id) ?? id));
  }
}

const idsOf = (groups: readonly UnitGroup[]): NodeId[] => groups.flatMap(({ units }) => units.map(({ id }) => id));

/** In the order given. Of one that speaks of all others, only the pairs that are told of as odd count. */
export function brokenAssertions(head: Snapshot, assertions: readonly Assertion[]): readonly BrokenAssertion[] {
  if (assertions.length === 0) return [];
  const { results } = judgeAssertions(head, assertions, new Locator(head.readings));
  const byFile = groupBy(assertions, ({ range }) => range.file);
  let names: NodeNames | undefined;
  return results.flatMap((result, at): BrokenAssertion[] => {
    const assertion = assertions[at];
    if (result.holds || result.fault !== undefined || !assertion) return [];
    names ??= new NodeNames(head);
    const found = assertedPairs(head, assertion, byFile.get(assertion.range.file) ?? []);
    const isService = found.to.some(({ first }) => first.points !== undefined);
    const said = { name: result.name, expect: result.expect, port: isService ? undefined : result.port };
    const own = names;
    if (found.allowed) return result.odd.map(({ src, dst }) => ({ ...said, from: own.of([src]), to: own.of([dst]) }));
    return [{ ...said, from: own.of(idsOf(found.from)), to: own.of(idsOf(found.to)) }];
  });
}
