// The flips of a review: by risk, the gravest first, and in these by the changes that make them.
import { flipSections } from '../../exporters/flip-groups.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { useGrowingCount } from '../use-growing-count.ts';
import { useWorkbench } from '../workbench-context.ts';
import { FlipSectionList } from './FlipSectionList.tsx';
import { HunkFilterNote } from './HunkFilterNote.tsx';
import styles from './ReviewPanes.module.css';
import { TenantField } from './TenantField.tsx';
import { useReviewReport } from './use-review-report.ts';

/** `onShowChange`: where changes are not on show beside the flips, brings them there. */
export function FlipPane({ onShowChange }: { readonly onShowChange?: () => void }) {
  const known = useReviewReport();
  const hunk = useWorkbench((state) => state.hunkFilter);
  const flips = known?.report.flips ?? [];
  const shown = hunk === undefined ? flips : flips.filter(({ causes }) => causes.some(({ id }) => id === hunk));
  const sections = flipSections({ flips: shown });
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
