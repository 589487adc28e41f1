// A planned cluster as the engine gets it: read by the bulk reader as it is generated, with policies to edit beside it.
import type { SourceFile } from '../../documents/source-file.ts';
import { LargeFileReader } from '../../engine/large-file.ts';
import { type FileReading, type LoadedFile, readWorkspace } from '../../engine/read-workspace.ts';
import { clusterPieces } from './cluster-pieces.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { editedPolicies } from './edited-policies.ts';

const encoder = new TextEncoder();

/** The large file, its excerpts, and the policies to edit. */
export function benchFiles(plan: ClusterPlan): LoadedFile[] {
  const reader = new LargeFileReader('cluster.json');
  for (const piece of clusterPieces(plan, 'json')) reader.push(encoder.encode(piece));
  return [...reader.finish(), ...editedPolicies(plan).files];
}

/** Throws where a generated cluster is faulty: it would not be what it is said to be. */
export function readFaultless(files: readonly LoadedFile[]): readonly FileReading[] {
  const readings = readWorkspace(files);
  for (const { file, diagnostics } of readings) {
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (fault) throw new Error(`${file.path} is faulty: ${fault.message}`);
  }
  return readings;
}

const places = new WeakMap<readonly FileReading[], ReadonlyMap<string, number>>();

/** The readings after some of the files have changed. */
export function withFiles(readings: readonly FileReading[], changed: readonly SourceFile[]): readonly FileReading[] {
  const placeOf = places.get(readings) ?? new Map(readings.map(({ file }, place) => [file.path, place]));
  places.set(readings, placeOf);
  const now = [...readings];
  for (const reading of readWorkspace(changed)) {
    const place = placeOf.get(reading.file.path);
    if (place !== undefined) now[place] = reading;
  }
  return now;
}
