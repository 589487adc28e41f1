// The nodes that the engine finds for what is typed: the newest words only, the hits before them until it answers.
import { useEffect, useState } from 'react';
import type { SearchHit } from '../../engine/find-nodes.ts';
import { useWorkbench } from '../workbench-context.ts';

export interface SearchHits {
  readonly hits: readonly SearchHit[];
  /** False while the hits are those of the words before. */
  readonly isAnswered: boolean;
}

const none: readonly SearchHit[] = [];

export function useSearchHits(text: string): SearchHits {
  const search = useWorkbench((state) => state.search);
  const report = useWorkbench((state) => state.analysis?.report);
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly SearchHit[] }>({
    text: '',
    hits: none,
  });
  const isEmpty = text.trim() === '' || report === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report may hold other nodes
  useEffect(() => {
    if (isEmpty) return;
    let isCurrent = true;
    search(text).then(
      (hits) => {
        if (isCurrent) setFound({ text, hits });
      },
      () => {
        // An engine that failed is told of elsewhere.
        if (isCurrent) setFound({ text, hits: none });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [search, text, isEmpty, report]);
  return isEmpty ? { hits: none, isAnswered: true } : { hits: found.hits, isAnswered: found.text === text };
}
