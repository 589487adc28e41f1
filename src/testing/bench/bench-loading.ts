// How fast a cluster is read from one large file, and what memory that takes. One format a process, for the sake of the peak.
import { closeSync, openSync, readSync } from 'node:fs';
import { BulkReader, type BulkReading } from '../../resources/bulk/bulk-reader.ts';
import type { ClusterFormat } from './cluster-pieces.ts';
import type { ClusterPlan } from './cluster-plan.ts';
import { type Figure, figure, heapMB, peakMB, single, timed } from './measure.ts';
import { writeClusterFile } from './write-cluster.ts';

const CHUNK = 1024 * 1024;
const MB = 1_000_000;

/** From the disk, in chunks. */
function readFile(path: string): BulkReading {
  const reader = new BulkReader(path);
  const chunk = new Uint8Array(CHUNK);
  const file = openSync(path, 'r');
  for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
    reader.push(length === CHUNK ? chunk : chunk.subarray(0, length));
  closeSync(file);
  return reader.finish();
}

/** Reads a first time and forgets what was read, so that it is not held beside what is read later. */
function firstReading(path: string) {
  const before = heapMB();
  const { ms, result } = timed(() => readFile(path));
  const { resources, excerpts, diagnostics } = result;
  if (diagnostics.length > 0) throw new Error(`the generated cluster is faulty: ${diagnostics[0]?.message}`);
  const peak = peakMB();
  const held = heapMB() - before;
  return { ms, peak, held, resources: resources.length, excerpts: excerpts.length };
}

/** `folder` is where the file is written. */
export function benchLoading(plan: ClusterPlan, format: ClusterFormat, folder: string, runs: number): Figure[] {
  const path = `${folder}/cluster.${format === 'yaml' ? 'yaml' : 'json'}`;
  const bytes = writeClusterFile(plan, format, path);
  const first = firstReading(path);
  const times = [first.ms];
  for (let run = 0; run < runs; run++) times.push(timed(() => readFile(path)).ms);
  const speeds = times.map((ms) => bytes / MB / (ms / 1000));
  return [
    single(`${format}: size`, 'MB', bytes / MB),
    figure(`${format}: read`, 'MB/s', speeds),
    figure(`${format}: time`, 'ms', times),
    single(`${format}: heap a pod, policies included`, 'B', (first.held * MB) / plan.pods),
    single(`${format}: peak memory of the process`, 'MB', first.peak),
    single(`${format}: objects taken the fast way`, '', first.resources),
    single(`${format}: objects kept as text`, '', first.excerpts),
  ];
}
