// A planned cluster as the engine's readings: read by the bulk reader as it is generated, with policies to edit beside it.
import { compareText } from '../../base/compare-text.ts';
import type { SourceFile } from '../../documents/source-file.ts';
import { type FileReading, readWorkspace } from '../../engine/read-workspace.ts';
import { BulkReader } from '../../resources/bulk/bulk-reader.ts';
import { clusterPieces } from './cluster-pieces.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { editedPolicies } from './edited-policies.ts';

const encoder = new TextEncoder();

export interface BenchWorkspace {
  /** In path order. */
  readonly readings: readonly FileReading[];
  /** Milliseconds to read the texts of policies in full. */
  readonly policyMs: number;
}

/** All readings, those of policies to edit among them. Throws where the generated cluster is faulty. */
export function benchWorkspace(plan: ClusterPlan): BenchWorkspace {
  const reader = new BulkReader('cluster.json');
  for (const piece of clusterPieces(plan, 'json')) reader.push(encoder.encode(piece));
  const { path, documents, resources, excerpts, unused } = reader.finish();
  const decoded = { resources, diagnostics: [], unused: unused.objects };
  const whole: FileReading = { file: { path, text: '' }, documents, decoded, diagnostics: [] };
  const start = performance.now();
  const policies = readWorkspace(excerpts.map(({ file }) => file));
  const policyMs = performance.now() - start;
  const faulty = policies.find(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  if (faulty) throw new Error(`a generated policy is faulty: ${faulty.diagnostics[0]?.message}\n${faulty.file.text}`);
  const edited = readWorkspace(editedPolicies(plan).files);
  const readings = [whole, ...policies, ...edited].sort((a, b) => compareText(a.file.path, b.file.path));
  return { readings, policyMs };
}

/** The readings after some files have changed. */
export function withFiles(readings: readonly FileReading[], changed: readonly SourceFile[]): FileReading[] {
  const byPath = new Map(readWorkspace(changed).map((reading) => [reading.file.path, reading]));
  return readings.map((reading) => byPath.get(reading.file.path) ?? reading);
}
