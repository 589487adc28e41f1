// Says the impact to screen readers, politely, once typing has paused.
import { useEffect, useState } from 'react';
import { selectComparedWith } from '../../state/staging.ts';
import { useWorkbench } from '../workbench-context.ts';

/** Milliseconds without a change before it is said. */
const quiet = 500;

export function ImpactAnnouncer() {
  const opened = useWorkbench((state) => state.analysis?.impact.opened ?? 0);
  const closed = useWorkbench((state) => state.analysis?.impact.closed ?? 0);
  const unknown = useWorkbench((state) => state.analysis?.impact.unknown ?? 0);
  const against = useWorkbench(selectComparedWith);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const words = impactWords(opened, closed, unknown, against);
    // The state at the start is no news.
    const timer = setTimeout(
      () => setSaid((before) => (before === '' && opened + closed + unknown === 0 ? '' : words)),
      quiet,
    );
    return () => clearTimeout(timer);
  }, [opened, closed, unknown, against]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}

function impactWords(opened: number, closed: number, unknown: number, against: string): string {
  if (opened + closed + unknown === 0) return `No flow differs from ${against}`;
  return `${opened} ${opened === 1 ? 'flow' : 'flows'} opened, ${closed} closed, ${unknown} to or from unknown`;
}
