// The files of the demo, which links name and do not hold.
import type { SourceFile } from '../../documents/source-file.ts';

export async function demoFilesOf(): Promise<readonly SourceFile[]> {
  return (await import('../../lessons/demo.ts')).demoFiles;
}
