// The engine's report of a few files, for tests of what is shown from it.
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import type { SnapshotReport } from '../engine/results.ts';

export async function reportOf(files: readonly SourceFile[]): Promise<SnapshotReport> {
  const client = createInProcessClient(() => 0);
  const { report } = await client.load(files, defaultOptions);
  client.dispose();
  return report;
}
