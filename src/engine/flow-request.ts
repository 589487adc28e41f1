// What is asked of a table of flows or flips: which, in what order, and which of the rows.
import type { FlowTerms } from './flow-terms.ts';
import type { FlipKind, FlowRow, NodeId, PortScope, Verdict } from './results.ts';

export type FlowSortKey = 'src' | 'dst' | 'protocol' | 'ports' | 'verdict';

export interface FlowRequest {
  readonly ports: PortScope;
  /** A condition on verdicts goes before these. */
  readonly verdicts: readonly Verdict[];
  readonly terms?: FlowTerms;
  /** Only flows from or to this node (a namespace means its workloads). */
  readonly focus?: NodeId;
  /** Flows between workloads (the default), or between single pods. */
  readonly level?: 'workload' | 'pod';
  readonly sort: FlowSortKey;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** A flow whose first row is asked for by its place. */
  readonly find?: Pick<FlowRow, 'src' | 'dst'>;
}

export interface FlipRequest extends Omit<FlowRequest, 'verdicts'> {
  readonly kinds: readonly FlipKind[];
}
