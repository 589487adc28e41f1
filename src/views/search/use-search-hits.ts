// The nodes that the engine finds for what is typed: the newest words only, the hits before them until it answers.
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../engine/find-nodes.ts';
import { useWorkbench } from '../workbench-context.ts';

const none: readonly SearchHit[] = [];

export function useSearchHits(text: string): readonly SearchHit[] {
  const search = useWorkbench((state) => state.search);
  const report = useWorkbench((state) => state.analysis?.report);
  const [hits, setHits] = useState<readonly SearchHit[]>(none);
  const isEmpty = text.trim() === '' || report === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report may hold other nodes
  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    search(text).then(
      (found) => {
        if (isCurrent) setHits(found);
      },
      () => {
        // An engine that failed is told of elsewhere.
        if (isCurrent) setHits(none);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [search, text, isEmpty, report]);
  return isEmpty ? none : hits;
}
