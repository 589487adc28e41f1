// What a patch makes of some files, worked out as it is typed.
import { useEffect, useState } from 'react';
import type { SourceFile } from '../../documents/source-file.ts';
import type { ReviewSlice } from '../../state/review-slice.ts';
import { useWorkbench } from '../workbench-context.ts';

type PatchedFiles = Awaited<ReturnType<ReviewSlice['patchReviewEnd']>>;

/** Undefined without files or patch. */
export function usePatched(files: readonly SourceFile[] | undefined, patch: string): PatchedFiles | undefined {
  const patchEnd = useWorkbench((state) => state.patchReviewEnd);
  const [patched, setPatched] = useState<PatchedFiles>();
  useEffect(() => {
    if (!files || patch.trim() === '') {
      setPatched(undefined);
      return;
    }
    let isCurrent = true;
    void patchEnd(files, patch).then((result) => isCurrent && setPatched(result));
    return () => {
      isCurrent = false;
    };
  }, [files, patch, patchEnd]);
  return patched;
}
