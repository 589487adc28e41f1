// One part of `npm run bench` in a process of its own: takes a job as JSON, prints its figures as JSON.
import { benchEngine } from './bench-engine.ts';
import { benchLoading } from './bench-loading.ts';
import type { ClusterFormat } from './cluster-pieces.ts';
import { type PlanWords, planCluster } from './cluster-plan.ts';
import { typedPolicy } from './edited-policies.ts';
import { writeClusterFile, writeClusterFolder } from './write-cluster.ts';

interface Job {
  readonly part: 'engine' | 'loading' | 'write' | 'typed';
  readonly plan: PlanWords;
  readonly format?: ClusterFormat | 'folder';
  /** Where files are written. */
  readonly path?: string;
  readonly runs?: number;
}

function run({ part, plan: words, format = 'json', path = '.', runs = 3 }: Job): unknown {
  const plan = planCluster(words);
  if (part === 'typed') return typedPolicy();
  if (part === 'engine') return benchEngine(plan, runs);
  if (format === 'folder') return writeClusterFolder(plan, path);
  return part === 'loading' ? benchLoading(plan, format, path, runs) : writeClusterFile(plan, format, path);
}

const job: Job = JSON.parse(process.argv[2] ?? '{}');
console.log(JSON.stringify(run(job)));
