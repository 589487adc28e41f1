// The flips of a review: by risk, the gravest first, and in these by the changes that make them.
import { useMemo } from 'react';
import type { ExportedFlip } from '../../exporters/diff-report.ts';
import { flipSections } from '../../exporters/flip-groups.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { useGrowingCount } from '../use-growing-count.ts';
import { useWorkbench } from '../workbench-context.ts';
import { FlipSectionList } from './FlipSectionList.tsx';
import { HunkFilterNote } from './HunkFilterNote.tsx';
import styles from './ReviewPanes.module.css';
import { TenantField } from './TenantField.tsx';
import type { ReviewReport } from './use-review-report.ts';

const none: readonly ExportedFlip[] = [];

interface FlipPaneProps {
  readonly known: ReviewReport | undefined;
  /** Where changes are not on show beside the flips, brings them there. */
  readonly onShowChange?: () => void;
}

export function FlipPane({ known, onShowChange }: FlipPaneProps) {
  const hunk = useWorkbench((state) => state.hunkFilter);
  const flips = known?.report.flips ?? none;
  const sections = useMemo(() => {
    const shown = hunk === undefined ? flips : flips.filter(({ causes }) => causes.some(({ id }) => id === hunk));
    return flipSections({ flips: shown });
  }, [flips, hunk]);
  const count = useGrowingCount(sections.length);
  return (
    <nav className={styles.pane} aria-label="Flips by risk" onKeyDown={moveAmongRows}>
      {hunk !== undefined && <HunkFilterNote hunk={hunk} />}
      <div className={styles.scroll}>
        {!known && <p className={styles.empty}>Looking for what the change does…</p>}
        {known && sections.length === 0 && (
          <p className={styles.empty}>
            No flow opens or closes. What changed decides about no flow between these workloads.
          </p>
        )}
        {known &&
          sections
            .slice(0, count)
            .map((section) => (
              <FlipSectionList
                key={`${section.risk} ${section.kind}`}
                section={section}
                flipOf={known.flipOf}
                onShowChange={onShowChange}
              />
            ))}
        {known?.report.isPartial && (
          <p className={styles.empty}>
            The gravest {flips.length.toLocaleString('en-US')} are listed; the counts are of all.
          </p>
        )}
      </div>
      <TenantField />
    </nav>
  );
}
