// A generated cluster in the engine's hands: every flow worth asking about, and the engine's word on it.
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { judgeFlow } from '../engine/judge-flow.ts';
import { createSnapshot, type Snapshot, type SnapshotCache } from '../engine/snapshot.ts';
import { filesOf, type GeneratedCluster } from './generate-cluster.ts';
import type { NaiveProbe } from './naive-evaluator.ts';

/** Ports that generated policies and containers name, one beside each, and the last one. */
const points = [
  ['TCP', 80],
  ['TCP', 79],
  ['TCP', 8080],
  ['UDP', 53],
  ['SCTP', 80],
  ['UDP', 65535],
] as const;

/** Every pair of the cluster's endpoints with every port in question. */
export function probesOf(endpoints: readonly string[]): NaiveProbe[] {
  return endpoints.flatMap((src) =>
    endpoints.flatMap((dst) => points.map(([protocol, port]) => ({ src, dst, protocol, port }))),
  );
}

export function optionsOf(generated: Pick<GeneratedCluster, 'podCIDRs'>): EngineOptions {
  return { ...defaultOptions, semantics: 'kubernetes', podCIDRs: generated.podCIDRs };
}

export function snapshotOf(
  generated: GeneratedCluster,
  files: readonly SourceFile[] = filesOf(generated),
  cache?: SnapshotCache,
): Snapshot {
  return createSnapshot(files, optionsOf(generated), cache);
}

/** The engine's verdict in the naive evaluator's words. */
export function engineVerdict(snapshot: Snapshot, probe: NaiveProbe): string {
  const verdict = judgeFlow(snapshot, probe);
  return typeof verdict === 'string' ? verdict : 'no-such-endpoint';
}

/** One line: `TCP 80 shop/p0 -> shop/p1`. */
export function probeText({ src, dst, protocol, port }: NaiveProbe): string {
  return `${protocol} ${port} ${src} -> ${dst}`;
}

/** All files as one text, to be pasted where a disagreement is looked into. */
export function clusterText(generated: GeneratedCluster, files: readonly SourceFile[] = filesOf(generated)): string {
  const ranges = generated.podCIDRs.length > 0 ? `# podCIDRs: ${generated.podCIDRs.join(' ')}\n` : '';
  return ranges + files.map((file) => `# ${file.path}\n${file.text}`).join('---\n');
}
