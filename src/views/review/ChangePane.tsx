// What changed in the manifests: every changed object with its lines, those that make flips first.

import { useMemo } from 'react';
import { counted } from '../../base/counted.ts';
import type { HunkId, ManifestChange, ReviewedFlip } from '../../engine/review/review.ts';
import { flipCount } from '../../exporters/flip-groups.ts';
import { useGrowingCount } from '../use-growing-count.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ObjectDiff } from './ObjectDiff.tsx';
import styles from './ReviewPanes.module.css';

/** What makes the gravest flip comes first. */
function byGravity(changes: readonly ManifestChange[], flips: readonly ReviewedFlip[]): readonly ManifestChange[] {
  const ranks = new Map<HunkId, number>();
  for (const [rank, { causes }] of flips.entries()) {
    for (const { hunk } of causes) if (!ranks.has(hunk)) ranks.set(hunk, rank);
  }
  const rankOf = ({ hunks }: ManifestChange) => Math.min(...hunks.map(({ id }) => ranks.get(id) ?? flips.length));
  return [...changes].sort((a, b) => rankOf(a) - rankOf(b));
}

const isIdle = ({ hunks }: ManifestChange): boolean => hunks.every(({ flips }) => flipCount(flips) === 0);

export function ChangePane() {
  const changes = useWorkbench((state) => state.review?.changes);
  const chosen = useWorkbench((state) => state.chosenHunk);
  const flips = useWorkbench((state) => state.review?.flips);
  const busy = useMemo(
    () => byGravity(changes?.filter((change) => !isIdle(change)) ?? [], flips ?? []),
    [changes, flips],
  );
  const idle = useMemo(() => changes?.filter(isIdle) ?? [], [changes]);
  const count = useGrowingCount(busy.length);
  const idleCount = useGrowingCount(idle.length);
  const isIdleChosen = idle.some(({ hunks }) => hunks.some(({ id }) => id === chosen));
  return (
    <section className={styles.pane} aria-label="Changes of the manifests">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div className={styles.scroll} tabIndex={0} role="document">
        {changes?.length === 0 && <p className={styles.empty}>The manifests say the same in base and head.</p>}
        {busy.slice(0, count).map((change) => (
          <ObjectDiff key={change.id} change={change} />
        ))}
        {idle.length > 0 && (
          <details className={styles.idle} open={busy.length === 0 || isIdleChosen}>
            <summary>
              {counted(idle.length, 'change')} that {idle.length === 1 ? 'flips' : 'flip'} nothing
            </summary>
            {idle.slice(0, idleCount).map((change) => (
              <ObjectDiff key={change.id} change={change} />
            ))}
          </details>
        )}
      </div>
    </section>
  );
}
