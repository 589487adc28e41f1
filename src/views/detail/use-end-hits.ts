// Suggestions for an end of a flow, of the text typed last; answers to earlier texts are dropped.
import { useEffect, useState } from 'react';
import type { EndHit } from '../../engine/find-ends.ts';
import { useWorkbench } from '../workbench-context.ts';

const none: readonly EndHit[] = [];

/** Asked anew when the draft changes too. */
export function useEndHits(text: string, side: 'from' | 'to', isWanted: boolean): readonly EndHit[] {
  const findEnds = useWorkbench((state) => state.findEnds);
  const snapshot = useWorkbench((state) => state.analysis?.report.snapshot);
  const [hits, setHits] = useState(none);
  useEffect(() => {
    if (!isWanted || snapshot === undefined) return;
    let isOver = false;
    findEnds(text, side).then(
      (found) => {
        if (!isOver) setHits(found);
      },
      // The engine's status tells why.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [text, side, isWanted, snapshot, findEnds]);
  return hits;
}
