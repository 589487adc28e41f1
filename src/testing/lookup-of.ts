// What the engine finds for the selectors of a file, for tests of what is shown of it.
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import type { SelectorLookup } from '../engine/selector-lookup.ts';

/** `selector`: the one of which everything is listed. */
export async function lookupOf(
  files: readonly SourceFile[],
  file: string,
  selector?: (found: SelectorLookup) => string | undefined,
): Promise<SelectorLookup> {
  const client = createInProcessClient(() => 0);
  await client.load(files, defaultOptions);
  const counts = await client.lookup({ file });
  const chosen = selector?.(counts);
  return chosen === undefined ? counts : client.lookup({ file, selector: chosen });
}
